// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.shared.Finding;

/**
 * Whether a file may be attached: by its name, its size and its bytes, never by what the sender
 * says its type is.
 */
public final class FileRule {
  /** The megabytes that a file may have where nothing else is set. */
  public static final int DEFAULT_MEGABYTES = 10;

  /** The most files of one part or entry that are in force. */
  public static final int MOST_FILES = 100;

  private static final String PDF = "%PDF-";
  private static final String PDF_END = "%%EOF";

  private FileRule() {}

  /** Judges a file; no findings where it may be attached. */
  public static List<Finding> check(String name, byte[] content, int megabytes) {
    if (FileName.leadsElsewhere(name)) {
      return one("NAME", "ファイルの名前に / や \\ は使えません。名前を変えてから、もう一度選んでください。");
    }
    String clean = FileName.clean(name);
    Optional<FileKind> kind = FileKind.promised(clean);
    if (kind.isEmpty()) {
      return one(
          "KIND", "添付できるのは、PDF・PNG・JPEG・Word（docx）・Excel（xlsx）・PowerPoint（pptx）・テキスト（txt）です。");
    }
    if (clean.startsWith(".") || clean.lastIndexOf('.') == 0) {
      return one("NAME", "ファイルに名前を付けてから、もう一度選んでください。");
    }
    if (content.length == 0) {
      return one("EMPTY", "「" + clean + "」は中身がありません（0バイト）。ファイルを確かめてください。");
    }
    if (content.length > (long) megabytes << 20) {
      return tooLarge(clean, megabytes);
    }
    return fault(kind.get(), new Bytes(content))
        .map(fault -> one(fault.name(), "「" + clean + "」を添付できません。" + fault.message(kind.get())))
        .orElse(List.of());
  }

  /** Says that a file is too large. */
  public static List<Finding> tooLarge(String name, int megabytes) {
    return one(
        "TOO_LARGE",
        "「" + FileName.clean(name) + "」は大きすぎます。" + megabytes + "MBまで添付できます。画像を小さくするか、分けてください。");
  }

  /** Judges a setting of the size. */
  public static List<Finding> checkSetting(int megabytes) {
    return megabytes < 1 || megabytes > 50
        ? one("MEGABYTES", "添付できる大きさは、1MBから50MBまでで入れてください。")
        : List.of();
  }

  /** Judges a reason to void. */
  public static List<Finding> checkVoiding(String reason, boolean voided) {
    if (voided) {
      return one("VOIDED", "この資料は、もう取り消されています。");
    }
    return reason.isBlank() || reason.length() > 1000
        ? one("REASON", "取り消すわけを、1000字までで書いてください。")
        : List.of();
  }

  /** Judges how many there are already. */
  public static List<Finding> checkCount(int count) {
    return count >= MOST_FILES
        ? one("TOO_MANY", "添付できるのは" + MOST_FILES + "件までです。使わない資料を取り消してください。")
        : List.of();
  }

  private static Optional<FileFault> fault(FileKind kind, Bytes bytes) {
    Optional<FileFault> own =
        switch (kind) {
          case PDF -> pdf(bytes);
          case PNG -> PictureCheck.png(bytes);
          case JPEG -> PictureCheck.jpeg(bytes);
          case DOCX, XLSX, PPTX -> ZipCheck.check(kind, bytes);
          case TXT -> text(bytes);
        };
    return own.or(() -> second(kind, bytes));
  }

  /** Looks for the beginning of a PDF, or the end of a ZIP, in a file of another kind. */
  private static Optional<FileFault> second(FileKind kind, Bytes bytes) {
    boolean office = kind == FileKind.DOCX || kind == FileKind.XLSX || kind == FileKind.PPTX;
    boolean pdf = kind != FileKind.PDF && bytes.find(PDF, 0, 1024) >= 0;
    boolean zip = !office && ZipCheck.end(bytes) >= 0;
    return pdf || zip ? Optional.of(FileFault.TWO_KINDS) : Optional.empty();
  }

  /** Judges a PDF. Basis: ISO 32000-1 7.5 (header, cross-reference, end). */
  private static Optional<FileFault> pdf(Bytes bytes) {
    if (!bytes.holds(0, PDF)) {
      return Optional.of(FileFault.OTHER_KIND);
    }
    int last = bytes.findLast(PDF_END, 0);
    if (last < 0 || bytes.find("startxref", Math.max(0, last - 64), last) < 0) {
      return Optional.of(FileFault.BROKEN);
    }
    return bytes.end() > last + PDF_END.length()
        ? Optional.of(FileFault.TWO_KINDS)
        : Optional.empty();
  }

  private static Optional<FileFault> text(Bytes bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      int one = bytes.at(i);
      if (one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
        return Optional.of(FileFault.OTHER_KIND);
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.all()));
      return Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.of(FileFault.OTHER_KIND);
    }
  }

  private static List<Finding> one(String code, String message) {
    return List.of(new Finding(code, Finding.Severity.ERROR, message));
  }
}
