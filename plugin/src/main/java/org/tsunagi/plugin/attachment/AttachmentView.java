// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.time.Instant;
import org.tsunagi.plugin.attachment.domain.Attachment;

/**
 * An attached file as it is listed.
 *
 * @param id its id
 * @param section the section of the part; empty for an entry of evidence
 * @param name its name
 * @param kind {@code pdf}, {@code png}, {@code jpeg}, {@code docx}, {@code xlsx}, {@code pptx} or
 *     {@code txt}
 * @param bytes its size
 * @param sha256 the hash of its content
 * @param addedBy who attached it
 * @param addedTitle the title (職名) under which they did
 * @param addedAt when
 * @param voidedBy who voided it; empty while it is in force
 * @param voidReason why; empty while it is in force
 */
public record AttachmentView(
    String id,
    String section,
    String name,
    String kind,
    int bytes,
    String sha256,
    String addedBy,
    String addedTitle,
    Instant addedAt,
    String voidedBy,
    String voidReason) {
  static AttachmentView of(Attachment one) {
    return new AttachmentView(
        one.id(),
        one.place().section(),
        one.name(),
        one.kind().code(),
        one.bytes(),
        one.sha256(),
        one.addedBy(),
        one.addedTitle(),
        one.addedAt(),
        one.voidedBy(),
        one.voidReason());
  }
}
