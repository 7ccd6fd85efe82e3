// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An item of 備考 as a record keeps it.
 *
 * @param text what is printed, for example {@code 出席扱い17日（□□町□□教室）}
 * @param restricted whether only those with a special right may read its reason (custody,
 *     protection)
 */
public record RemarkItem(String text, boolean restricted) {
  private static final Pattern NUMBER = Pattern.compile("(\\d+)日");
  private static final String MASK = "日（理由は限られた人が見られます）";

  /** Returns the text without its number, by which an item is known when its days change. */
  public String key() {
    return NUMBER.matcher(text).replaceFirst("{n}日");
  }

  /** Returns the number of days that the item tells; 0 where it tells none. */
  public int days() {
    Matcher found = NUMBER.matcher(text);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  /** Returns the same item with more days; an item without a number stays as it is. */
  public RemarkItem plus(int more) {
    return new RemarkItem(NUMBER.matcher(text).replaceFirst((days() + more) + "日"), restricted);
  }

  /** Returns the item without its reason where that is restricted. */
  public RemarkItem masked() {
    Matcher found = NUMBER.matcher(text);
    if (!restricted) {
      return this;
    }
    return found.find()
        ? new RemarkItem(text.substring(0, found.start()) + found.group(1) + MASK, true)
        : new RemarkItem("（閲覧できる人が限られている記載があります）", true);
  }
}
