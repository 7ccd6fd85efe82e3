// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

/** What is wrong with the bytes of a file. */
enum FileFault {
  /** The bytes begin like another kind of file. */
  OTHER_KIND("中身が%sではないようです。拡張子だけを変えたファイルは添付できません。もとのソフトで保存し直してください。"),
  /** The file ends too early, or is damaged. */
  BROKEN("ファイルが途中で切れているか、壊れています（%s）。開けることを確かめて、もう一度保存してから添付してください。"),
  /** There is more in it than one kind of file. */
  TWO_KINDS("%sの中に、別の種類のファイルが入っています。もとのソフトで開いて、保存し直してください。"),
  /** It would be far larger once unpacked. */
  TOO_LARGE_INSIDE("%sを開くと大きくなりすぎます。画像を小さくするか、PDFにして添付してください。"),
  /** It holds a program. */
  PROGRAM("%sにマクロ（プログラム）が入っています。マクロのない形式で保存し直してください。"),
  /** It is locked by a password. */
  LOCKED("%sにパスワードがかかっています。パスワードを外して保存し直してください。");

  private final String words;

  FileFault(String words) {
    this.words = words;
  }

  /** Returns the sentence for a kind of file. */
  String message(FileKind kind) {
    return String.format(words, kind.label());
  }
}
