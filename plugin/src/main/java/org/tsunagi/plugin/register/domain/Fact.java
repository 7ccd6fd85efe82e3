// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

/**
 * A fact that makes a day what it is.
 *
 * @param kind {@code calendar, enrolment, closure, mark, decision, acceptance} or {@code rule}
 * @param id the fact's id; for a calendar day or a mark its date
 * @param text the fact in plain Japanese
 * @param basis the law, notice or setting it stands on; empty when none
 */
public record Fact(String kind, String id, String text, String basis) {}
