// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.access.domain.SheetAccessRule.Verdict;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.access.domain.SheetStage;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.supportsheet.domain.SectionClass;
import org.tsunagi.plugin.supportsheet.domain.SheetState;
import org.tsunagi.plugin.supportsheet.persistence.ClosedYearTable;

/**
 * Tells which sections an actor may read and write, by the section's class and the part's stage.
 * Every way in which content leaves or enters the engine asks here.
 */
@Component(service = SheetRights.class)
public final class SheetRights {
  private final SheetAccess access;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public SheetRights(@Reference SheetAccess access, @Reference SchoolClock clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * What an actor may do with a part in one stage.
   *
   * @param stage the stage
   * @param read the classes of sections that may be read
   * @param written the classes of sections that may be written
   * @param secondFactor whether signing in with a second factor would show more
   */
  record Granted(
      SheetStage stage, Set<SectionClass> read, Set<SectionClass> written, boolean secondFactor) {
    /** Copies the sets. */
    Granted {
      read = Set.copyOf(read);
      written = Set.copyOf(written);
    }
  }

  /** Judges every class of section once, so that a part costs no more than its classes. */
  Granted judge(Actor actor, SheetPlace place, SheetStage stage) {
    Set<SectionClass> read = EnumSet.noneOf(SectionClass.class);
    Set<SectionClass> written = EnumSet.noneOf(SectionClass.class);
    boolean secondFactor = false;
    for (SectionClass sharing : SectionClass.values()) {
      Verdict verdict =
          access.judge(actor, place.target(), named(sharing), stage, SheetAction.READ);
      secondFactor |= verdict == Verdict.SECOND_FACTOR;
      if (verdict == Verdict.PERMITTED) {
        read.add(sharing);
        if (access.permitsReader(actor, place.target(), named(sharing), stage, SheetAction.WRITE)) {
          written.add(sharing);
        }
      }
    }
    return new Granted(stage, read, written, secondFactor);
  }

  /** Tells whether an actor may read the sections of one class. */
  boolean reads(Actor actor, SheetPlace place, SheetStage stage, SectionClass sharing) {
    return access.permits(actor, place.target(), named(sharing), stage, SheetAction.READ);
  }

  /** Tells whether an actor may read what is of class I about a child. */
  boolean readsSensitive(Actor actor, SheetPlace place) {
    SectionClass sensitive = SectionClass.SENSITIVE;
    return access.permits(
        actor, place.target(), named(sensitive), SheetStage.DRAFT, SheetAction.READ);
  }

  /** Tells whether an actor may take a step of the whole part. */
  boolean steps(Actor actor, SheetPlace place, SheetStage stage, SheetAction action) {
    return access.permits(actor, place.target(), named(SectionClass.GENERAL), stage, action);
  }

  /**
   * Returns the stage of a part. A year is closed after its last school day only, so that the
   * closings are not asked for before its last month.
   *
   * @param schoolYear the school year to which the part belongs; 0 for what belongs to none
   */
  SheetStage stage(Connection connection, SheetPlace place, SheetState state, int schoolYear) {
    boolean ending =
        schoolYear != 0 && !clock.today().isBefore(LocalDate.of(schoolYear + 1, Month.MARCH, 1));
    boolean closed = ending && new ClosedYearTable(connection).closed(place.school(), schoolYear);
    return SheetStage.of(state.code(), closed);
  }

  private static org.tsunagi.plugin.access.domain.SectionClass named(SectionClass sharing) {
    return org.tsunagi.plugin.access.domain.SectionClass.find(sharing.code()).orElseThrow();
  }
}
