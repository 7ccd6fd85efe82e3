// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

/**
 * A guardian (保護者).
 *
 * @param name the name
 * @param kana its reading; empty when unknown
 * @param relationship the relationship to the student, for example {@code 母}; empty when unknown
 * @param phone the telephone number; empty when unknown
 */
public record Guardian(String name, String kana, String relationship, String phone) {}
