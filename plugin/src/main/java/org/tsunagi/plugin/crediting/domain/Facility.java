// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

/**
 * A place of learning outside the school (学校外の施設).
 *
 * @param id its id
 * @param kind the sheet row {@code "1"}–{@code "8"} it belongs to
 * @param prefecture its prefecture; empty when not told
 * @param municipality its municipality; empty when not told
 * @param name its name as remarks print it
 */
public record Facility(
    String id, String kind, String prefecture, String municipality, String name) {}
