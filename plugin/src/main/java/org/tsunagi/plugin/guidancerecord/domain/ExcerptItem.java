// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

/**
 * An item of 備考 as the excerpt (抄本) asks of it.
 *
 * @param item the item
 * @param key what a choice names it by: its text without the number
 * @param carried whether it is among 備考のうちの必要事項
 */
public record ExcerptItem(RemarkItem item, String key, boolean carried) {}
