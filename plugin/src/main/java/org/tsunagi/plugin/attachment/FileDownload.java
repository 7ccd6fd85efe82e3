// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tsunagi.plugin.attachment.domain.Attachment;

/**
 * A file that goes out.
 *
 * @param file what it is
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record FileDownload(Attachment file, byte[] content) {
  /**
   * Answers with the file as a download that the browser neither shows, runs nor keeps.
   *
   * <p>Basis: RFC 6266 (names beyond ASCII), WHATWG Fetch ({@code nosniff}).
   */
  Response toResponse() {
    String name =
        URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A");
    String plain = "attachment; filename=\"file." + file.kind().code() + "\"";
    return Response.ok(content)
        .header("Content-Type", file.kind().media())
        .header("Content-Disposition", plain + "; filename*=UTF-8''" + name)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cache-Control", "no-store")
        .build();
  }
}
