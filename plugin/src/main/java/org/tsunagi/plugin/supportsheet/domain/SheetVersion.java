// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.Instant;

/**
 * A saved version of a sheet, which is never changed again.
 *
 * @param version its number, from 1
 * @param content what was written
 * @param savedBy the name of who saved it
 * @param savedTitle the role code under which they did
 * @param savedAt when
 */
public record SheetVersion<T>(
    int version, T content, String savedBy, String savedTitle, Instant savedAt) {}
