// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be attached. */
public enum FileKind {
  /** A PDF. */
  PDF("pdf", "PDF", "application/pdf", "pdf"),
  /** A picture as PNG. */
  PNG("png", "PNGの画像", "image/png", "png"),
  /** A photograph as JPEG. */
  JPEG("jpeg", "JPEGの写真", "image/jpeg", "jpg", "jpeg"),
  /** A Word document. */
  DOCX(
      "docx",
      "Wordの文書",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx"),
  /** An Excel workbook. */
  XLSX(
      "xlsx",
      "Excelの表",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "xlsx"),
  /** A PowerPoint presentation. */
  PPTX(
      "pptx",
      "PowerPointの資料",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "pptx"),
  /** A plain text in UTF-8. */
  TXT("txt", "テキスト（UTF-8）", "text/plain;charset=UTF-8", "txt");

  private final String code;
  private final String label;
  private final String media;
  private final List<String> endings;

  FileKind(String code, String label, String media, String... endings) {
    this.code = code;
    this.label = label;
    this.media = media;
    this.endings = List.of(endings);
  }

  /** Returns the stable code. */
  public String code() {
    return code;
  }

  /** Returns the word for people. */
  public String label() {
    return label;
  }

  /** Returns the media type under which it goes out. */
  public String media() {
    return media;
  }

  /** Finds a kind by its code. */
  public static Optional<FileKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  /** Finds the kind that a name's ending promises. */
  public static Optional<FileKind> promised(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
  }
}
