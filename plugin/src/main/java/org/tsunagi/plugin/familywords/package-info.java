// SPDX-License-Identifier: Apache-2.0
/**
 * A child's plan in plain words for the family: the parts of 学年別B and 共通シート that staff choose to
 * show, under headings in 日本語, やさしい日本語, English or any language for which a file of words is there.
 * What was written stays as it was written. Rights and logs are those of the printed sheet.
 */
@NullMarked
package org.tsunagi.plugin.familywords;

import org.jspecify.annotations.NullMarked;
