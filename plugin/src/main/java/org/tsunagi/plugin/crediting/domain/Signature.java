// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.Instant;

/**
 * Who wrote something, with which title, and when.
 *
 * @param by the actor's id
 * @param name the name as it was then
 * @param title the title (職名) as it was then; may be empty
 * @param at when
 */
public record Signature(String by, String name, String title, Instant at) {}
