// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item of 備考.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14(1)ク (少年鑑別所への収容などの重要な事実は記録として残す): a restricted cause is written, and
 * only its reason is kept from those who may not know it.
 *
 * @param text what the guidance record prints
 * @param kind what the days are, the word in front of their number
 * @param days how many days
 * @param restricted whether the cause is for those with a special right only
 */
public record Remark(String text, Kind kind, int days, boolean restricted) {

  /** What the days of a remark are. */
  public enum Kind {
    /** The three suspensions that a statute names. */
    SUSPENSION("出席停止"),
    /** Every other day on which the child need not attend. */
    EXEMPTION("出席停止等"),
    /** Mourning. */
    BEREAVEMENT("忌引"),
    /** Credited days. */
    CREDITED("出席扱い"),
    /** Anything else that a catalogue words itself. */
    OTHER("");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** Returns the word in front of the number of days; empty for {@link #OTHER}. */
    public String prefix() {
      return prefix;
    }

    /** Reads the kind off a template: what stands before the number. */
    static Kind of(String template) {
      int at = template.indexOf('{');
      String before = at < 0 ? "" : template.substring(0, at);
      for (Kind kind : values()) {
        if (kind != OTHER && kind.prefix.equals(before)) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  /**
   * Lists the same remarks without the reasons that are restricted: their days are added up under
   * the word they begin with, at the place of the first.
   */
  public static List<Remark> masked(List<Remark> remarks) {
    Map<Object, Remark> shown = new LinkedHashMap<>();
    for (Remark remark : remarks) {
      if (remark.restricted) {
        shown.merge(remark.kind, remark.masked(remark.days), Remark::join);
      } else {
        shown.put(remark, remark);
      }
    }
    return new ArrayList<>(shown.values());
  }

  private static Remark join(Remark first, Remark next) {
    return first.masked(first.days + next.days);
  }

  private Remark masked(int number) {
    String word = kind == Kind.OTHER ? Kind.EXEMPTION.prefix() : kind.prefix();
    return new Remark(word + number + "日（理由は限られた人が見られます）", kind, number, true);
  }
}
