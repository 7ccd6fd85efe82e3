// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a part within the sheet of a child at a school: {@code cover}, {@code common}, {@code
 * a-2026}, {@code b-2026}, {@code meeting-k3f9}.
 *
 * @param kind the part
 * @param schoolYear the school year of a yearly part, 1900–2999; 0 for the others
 * @param meeting the meeting's own name, of small letters, digits and hyphens; empty for the others
 */
public record SheetKey(SheetKind kind, int schoolYear, String meeting) {
  /** The cover. */
  public static final SheetKey COVER = new SheetKey(SheetKind.COVER, 0, "");

  /** The common sheet. */
  public static final SheetKey COMMON = new SheetKey(SheetKind.COMMON, 0, "");

  private static final Pattern SHAPE =
      Pattern.compile("(cover|common)|(a|b)-((?:19|2\\d)\\d\\d)|meeting-([a-z0-9-]{1,36})");

  public SheetKey {
    if (kind.yearly() != (schoolYear != 0) || (kind == SheetKind.MEETING) == meeting.isEmpty()) {
      throw new IllegalArgumentException("not a part of a sheet");
    }
  }

  /** Names the yearly sheet A. */
  public static SheetKey a(int schoolYear) {
    return new SheetKey(SheetKind.YEAR_A, schoolYear, "");
  }

  /** Names the yearly sheet B. */
  public static SheetKey b(int schoolYear) {
    return new SheetKey(SheetKind.YEAR_B, schoolYear, "");
  }

  /** Names a meeting. */
  public static SheetKey meeting(String id) {
    return new SheetKey(SheetKind.MEETING, 0, id);
  }

  /** Reads a key; empty where it names no part. */
  public static Optional<SheetKey> find(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    if (shape.group(1) != null) {
      return Optional.of(shape.group(1).equals("cover") ? COVER : COMMON);
    }
    if (shape.group(4) != null) {
      return Optional.of(meeting(shape.group(4)));
    }
    int year = Integer.parseInt(shape.group(3));
    return Optional.of(shape.group(2).equals("a") ? a(year) : b(year));
  }

  /** Returns the key as it stands in addresses and in the database. */
  public String text() {
    return switch (kind) {
      case COVER, COMMON -> kind.code();
      case YEAR_A, YEAR_B -> kind.code() + "-" + schoolYear;
      case MEETING -> kind.code() + "-" + meeting;
    };
  }
}
