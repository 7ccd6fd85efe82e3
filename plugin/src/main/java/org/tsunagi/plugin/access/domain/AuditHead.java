// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

/**
 * The end of an audit chain. Written down elsewhere, it also proves that the end was not cut off.
 *
 * @param seq the number of rows
 * @param hash the hash of the last row, 64 zeros for an empty chain
 */
public record AuditHead(long seq, String hash) {}
