// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.shared.Malformed;

class MultipartUploadTest {
  private static final String TYPE = "multipart/form-data; boundary=xyz";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] copy(String type, String body, long most) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MultipartUpload.copy(type, new ByteArrayInputStream(bytes(body)), out, most);
    return out.toByteArray();
  }

  @Test
  void theFilePartIsTakenWithEveryByte() throws IOException {
    String content = "a\r\n--xy\r\r\n-\r\n\u0000\u00ff";
    String body =
        "--xyz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nno\r\n"
            + "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + content
            + "\r\n--xyz--\r\n";
    assertArrayEquals(bytes(content), copy(TYPE, body, 100));
  }

  @Test
  void anotherBodyIsTheFileItself() throws IOException {
    assertArrayEquals(bytes("--xyz\r\n"), copy("text/csv", "--xyz\r\n", 100));
  }

  @Test
  void aBodyCutOffOrWithoutFileOrTooLargeIsRefused() {
    String head = "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n";
    assertThrows(Malformed.class, () -> copy(TYPE, head + "abc", 100));
    assertThrows(Malformed.class, () -> copy(TYPE, "--xyz--\r\n", 100));
    assertThrows(Malformed.class, () -> copy(TYPE, "", 100));
    assertThrows(Malformed.class, () -> copy(TYPE, head + "abcdef\r\n--xyz--", 5));
  }
}
