// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * An application to credit learning elsewhere (出席扱いの申請).
 *
 * @param school the school whose principal decides
 * @param id its id
 * @param student the student
 * @param content what it asks for
 * @param version how often it was written, 1 or more
 * @param newestDecision the number of the decision in force; 0 while there is none
 * @param imported whether it came with a file and not from a page
 * @param applied who wrote it first
 */
public record CreditingApplication(
    SchoolId school,
    String id,
    StudentId student,
    ApplicationContent content,
    int version,
    int newestDecision,
    boolean imported,
    Signature applied) {}
