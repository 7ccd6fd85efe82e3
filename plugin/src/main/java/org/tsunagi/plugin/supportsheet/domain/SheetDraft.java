// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.Instant;

/**
 * What a writer has typed and not saved yet. It is no record: nobody else reads it.
 *
 * @param writer the writer's id
 * @param writerName the writer's name
 * @param basedOn the version on which it is based, 0 where there was none
 * @param content the whole content as typed, which need not be fit to be saved
 * @param seenAt when it was typed last
 */
public record SheetDraft(
    String writer, String writerName, int basedOn, SheetContent content, Instant seenAt) {}
