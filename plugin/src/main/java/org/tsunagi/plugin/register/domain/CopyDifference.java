// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

/**
 * What a comparison of the counting copy with the host found.
 *
 * @param hostRows rows the host handed out
 * @param copyRows rows the copy holds
 * @param differences rows that are in one only, or differ
 */
public record CopyDifference(long hostRows, long copyRows, long differences) {}
