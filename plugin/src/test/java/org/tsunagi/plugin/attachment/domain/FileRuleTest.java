// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.attachment.domain.SampleFiles.cut;
import static org.tsunagi.plugin.attachment.domain.SampleFiles.docx;
import static org.tsunagi.plugin.attachment.domain.SampleFiles.joined;
import static org.tsunagi.plugin.attachment.domain.SampleFiles.office;
import static org.tsunagi.plugin.attachment.domain.SampleFiles.pdf;
import static org.tsunagi.plugin.attachment.domain.SampleFiles.picture;
import static org.tsunagi.plugin.attachment.domain.SampleFiles.text;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.shared.Finding;

/** What may be attached, and what is refused with which word. */
class FileRuleTest {
  static Stream<Arguments> sound() {
    return Stream.of(
        Arguments.of("面談の記録.pdf", pdf()),
        Arguments.of("大文字.PDF", pdf()),
        Arguments.of("scan.pdf", joined(pdf(), new byte[100])),
        Arguments.of("絵.png", picture("png")),
        Arguments.of("作品.jpg", picture("jpg")),
        Arguments.of("作品.jpeg", picture("jpg")),
        Arguments.of("計画.docx", docx()),
        Arguments.of("表.xlsx", office("xl/workbook.xml", Map.of())),
        Arguments.of("発表.pptx", office("ppt/presentation.xml", Map.of())),
        Arguments.of("メモ.txt", text("\uFEFF面談\r\n\t一行")));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void filesAsProgramsWriteThemAreTaken(String name, byte[] content) {
    assertEquals(List.of(), FileRule.check(name, content, 10));
  }

  static Stream<Arguments> broken() {
    byte[] zeros = new byte[8 << 20];
    return Stream.of(
        Arguments.of("EMPTY", "a.pdf", new byte[0]),
        Arguments.of("KIND", "a.exe", text("MZ")),
        Arguments.of("KIND", "a.html", text("<html>")),
        Arguments.of("KIND", "a.svg", text("<svg/>")),
        Arguments.of("KIND", "名前だけ", text("x")),
        Arguments.of("KIND", ".pdf", pdf()),
        Arguments.of("KIND", "a.docm", docx()),
        Arguments.of("NAME", "../a.pdf", pdf()),
        Arguments.of("NAME", "C:\\文書\\a.pdf", pdf()),
        Arguments.of("NAME", "a.pdf\0.png", pdf()),
        Arguments.of("OTHER_KIND", "a.pdf", picture("png")),
        Arguments.of("OTHER_KIND", "a.png", picture("jpg")),
        Arguments.of("OTHER_KIND", "a.jpg", pdf()),
        Arguments.of("OTHER_KIND", "a.docx", pdf()),
        Arguments.of("OTHER_KIND", "a.xlsx", docx()),
        Arguments.of("OTHER_KIND", "a.docx", office("other/part.xml", Map.of())),
        Arguments.of("OTHER_KIND", "a.txt", docx()),
        Arguments.of("OTHER_KIND", "a.txt", "面談".getBytes(Charset.forName("Windows-31J"))),
        Arguments.of("BROKEN", "a.pdf", cut(pdf(), 70)),
        Arguments.of("BROKEN", "a.png", cut(picture("png"), 70)),
        Arguments.of("BROKEN", "a.jpg", cut(picture("jpg"), 90)),
        Arguments.of("BROKEN", "a.docx", cut(docx(), 70)),
        Arguments.of("BROKEN", "a.docx", spoiled(docx())),
        Arguments.of("BROKEN", "a.png", spoiled(picture("png"))),
        Arguments.of("TWO_KINDS", "a.pdf", joined(pdf(), docx())),
        Arguments.of("TWO_KINDS", "a.png", joined(picture("png"), text("<script>"))),
        Arguments.of("TWO_KINDS", "a.jpg", joined(picture("jpg"), docx())),
        Arguments.of("TWO_KINDS", "a.docx", joined(docx(), docx())),
        Arguments.of("TWO_KINDS", "a.docx", office("word/document.xml", up())),
        Arguments.of("TWO_KINDS", "a.txt", text("よく見ると\n%PDF-1.7\n")),
        Arguments.of("TOO_LARGE_INSIDE", "a.docx", bomb(zeros)),
        Arguments.of("PROGRAM", "a.docx", office("word/document.xml", macro())),
        Arguments.of("LOCKED", "a.docx", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}),
        Arguments.of("TOO_LARGE", "a.txt", text("あ".repeat(4 << 20))));
  }

  @ParameterizedTest(name = "{0} {1} {index}")
  @MethodSource("broken")
  void brokenFilesAreRefusedInPlainWords(String code, String name, byte[] content) {
    List<Finding> found = FileRule.check(name, content, 10);
    assertEquals(List.of(code), found.stream().map(Finding::code).toList());
    assertTrue(found.get(0).message().endsWith("。"), found.get(0).message());
    assertFalse(found.get(0).message().contains("%"), found.get(0).message());
  }

  @Test
  void theLargestFileIsTakenAndOneByteMoreIsNot() {
    byte[] most = new byte[1 << 20];
    java.util.Arrays.fill(most, (byte) 'a');
    assertEquals(List.of(), FileRule.check("a.txt", most, 1));
    byte[] more = java.util.Arrays.copyOf(most, most.length + 1);
    assertEquals("TOO_LARGE", FileRule.check("a.txt", more, 1).get(0).code());
  }

  @Test
  void noBytesWhateverTheyAreBreakTheRule() {
    Random random = new Random(7);
    List<byte[]> files = List.of(pdf(), picture("png"), picture("jpg"), docx());
    List<String> names = List.of("a.pdf", "a.png", "a.jpg", "a.docx");
    for (int i = 0; i < 4000; i++) {
      byte[] file = files.get(i % 4).clone();
      for (int spoiled = random.nextInt(4); spoiled >= 0; spoiled--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      FileRule.check(names.get(i % 4), cut(file, 1 + random.nextInt(100)), 10);
    }
  }

  @Test
  void namesAreKeptWithoutWhatHidesOrLeads() {
    assertEquals("が.pdf", FileName.clean("か\u3099.pdf"));
    assertEquals("afdp.exe.pdf", FileName.clean("a\u202Efdp.exe.pdf"));
    assertEquals("a_b.pdf", FileName.clean(" .a\"b.pdf\r\n"));
    String cut = FileName.clean("𠮷".repeat(200) + ".docx");
    assertEquals(FileName.LONGEST, cut.codePointCount(0, cut.length()));
    assertTrue(cut.endsWith("𠮷.docx"));
  }

  /** Changes a byte in the middle, where content stands. */
  private static byte[] spoiled(byte[] file) {
    int at = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("IDAT");
    file[at < 0 ? 45 : at + 8] ^= 0x55;
    return file;
  }

  private static Map<String, byte[]> up() {
    return Map.of("word/../../etc/a", text("x"));
  }

  private static Map<String, byte[]> macro() {
    return Map.of("word/vbaProject.bin", text("x"));
  }

  private static byte[] bomb(byte[] zeros) {
    Map<String, byte[]> parts = new java.util.TreeMap<>();
    for (int i = 0; i < 30; i++) {
      parts.put("word/media/" + i, zeros);
    }
    return office("word/document.xml", parts);
  }
}
