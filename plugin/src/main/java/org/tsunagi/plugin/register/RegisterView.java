// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A homeroom's register of one month, as the grid shows it.
 *
 * @param homeroom the homeroom
 * @param month the month
 * @param today today's school date
 * @param days every day of the month
 * @param students the students who are in the homeroom on a day of the month, by number
 * @param codes the codes the actor may enter, in the catalogue's order
 * @param facilities the facilities that a day of learning elsewhere may name, by name
 * @param locked whether the month is locked
 * @param lockable whether the month was opened and may be locked again
 * @param canUnlock whether the actor may unlock a month
 */
public record RegisterView(
    Room homeroom,
    YearMonth month,
    LocalDate today,
    List<Day> days,
    List<Student> students,
    List<Code> codes,
    List<Place> facilities,
    boolean locked,
    boolean lockable,
    boolean canUnlock) {
  /** Copies the lists. */
  public RegisterView {
    days = List.copyOf(days);
    students = List.copyOf(students);
    codes = List.copyOf(codes);
    facilities = List.copyOf(facilities);
  }

  /**
   * A facility.
   *
   * @param id its id
   * @param name its name
   */
  public record Place(String id, String name) {}

  /**
   * The homeroom of a register.
   *
   * @param id its id
   * @param name its name
   * @param grade the grade's code, for example {@code J2}
   * @param schoolYear the school year
   */
  public record Room(String id, String name, String grade, int schoolYear) {}

  /**
   * A day of the month.
   *
   * @param date the day
   * @param kind {@code school}, {@code closed} (planned, but the homeroom was closed) or {@code
   *     none}
   * @param title what the day is called; empty for an ordinary day
   * @param taken whether the register was taken
   * @param locked whether its month is locked
   */
  public record Day(LocalDate date, String kind, String title, boolean taken, boolean locked) {}

  /**
   * A student's row.
   *
   * @param id the student's id
   * @param number the number in the register; 0 when none
   * @param name the name
   * @param kana its reading; empty when unknown
   * @param firstOn the first day in the homeroom
   * @param lastOn the last day in it; empty while open
   * @param marks the marks by date
   * @param figures the month's figures up to today
   */
  public record Student(
      String id,
      int number,
      String name,
      String kana,
      LocalDate firstOn,
      Optional<LocalDate> lastOn,
      Map<LocalDate, Mark> marks,
      Figures figures) {
    /** Copies the marks. */
    public Student {
      marks = Map.copyOf(marks);
    }
  }

  /**
   * A mark.
   *
   * @param code the code's id
   * @param glyph the sign in the cell
   * @param family the look of the sign
   * @param label the code's name
   * @param detail what a remark names; empty when none
   * @param facility the facility's id; empty when none
   * @param facilityName the facility's name; its id where the facility is not known
   * @param pending whether it waits for a decision
   */
  public record Mark(
      String code,
      String glyph,
      String family,
      String label,
      String detail,
      String facility,
      String facilityName,
      boolean pending) {}

  /**
   * A student's figures of the month, in days.
   *
   * @param requiredDays 出席しなければならない日数
   * @param daysPresent 出席日数
   * @param creditedDays 出席扱い, within daysPresent
   * @param daysAbsent 欠席日数
   * @param lateArrivals 遅刻
   * @param earlyDepartures 早退
   */
  public record Figures(
      int requiredDays,
      int daysPresent,
      int creditedDays,
      int daysAbsent,
      int lateArrivals,
      int earlyDepartures) {}

  /**
   * A code that can be entered.
   *
   * @param id the code's id
   * @param label the short name
   * @param glyph the sign
   * @param family the look of the sign
   * @param key the key that enters it; empty when none
   */
  public record Code(String id, String label, String glyph, String family, String key) {}
}
