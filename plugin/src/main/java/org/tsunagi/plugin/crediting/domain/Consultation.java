// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;

/**
 * A talk with the board of education about an application (教育委員会との連携).
 *
 * <p>Basis: 元文科初第698号 別記1 2(2).
 *
 * @param id its id
 * @param on the day
 * @param partner with whom
 * @param manner how: telephone, visit …
 * @param content what was said
 * @param noted who noted it
 */
public record Consultation(
    String id, LocalDate on, String partner, String manner, String content, Signature noted) {}
