// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

/**
 * A wish to save 学年別Aシート.
 *
 * @param version the version on which the content is based, 0 where there was none
 * @param content the whole content as it is to be
 */
public record YearSheetCommand(int version, YearSheetContent content) {}
