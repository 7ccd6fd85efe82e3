// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.ApplicationRule;
import org.tsunagi.plugin.crediting.domain.ConditionEntry;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.ConditionLists;
import org.tsunagi.plugin.crediting.domain.Consultation;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;

/** Holds what is written about an application against what is on file. */
@Component(service = ApplicationChecks.class)
public class ApplicationChecks {
  private static final int ROWS = 8;

  private final Codes codes;
  private final FacilityTable facilities;
  private final ConditionLists lists;
  private final CreditingPlaces places;

  /** Makes it. */
  @Activate
  public ApplicationChecks(
      @Reference Codes codes,
      @Reference FacilityTable facilities,
      @Reference ConditionLists lists,
      @Reference CreditingPlaces places) {
    this.codes = codes;
    this.facilities = facilities;
    this.lists = lists;
    this.places = places;
  }

  /**
   * Returns the content with its condition list named.
   *
   * @throws RefusedException where it does not make sense
   */
  ApplicationContent check(
      Connection connection,
      ApplicationContent content,
      List<Enrolment> stays,
      Optional<SchoolId> school) {
    if (school.isEmpty()) {
      throw refused(List.of(error("OUTSIDE_STAY", "期間の始めの日に、どの学校にも在籍していません。日付か名簿を確かめてください。")));
    }
    List<ConditionList> own =
        lists(connection, school.get(), content.kind(), stays, content.period().first());
    List<Finding> findings =
        ApplicationRule.check(content, known(connection, content, stays, school.get(), own));
    if (!findings.isEmpty()) {
      throw refused(findings);
    }
    String list = content.list().isEmpty() && own.size() == 1 ? own.get(0).id() : content.list();
    return new ApplicationContent(
        content.kind(),
        list,
        content.facility(),
        content.provider(),
        content.guide(),
        content.activity(),
        content.period(),
        content.plan(),
        content.nextStep());
  }

  /** Finds the condition list of an application; empty where the school has none. */
  Optional<ConditionList> list(Connection connection, CreditingApplication application) {
    ApplicationContent content = application.content();
    if (!content.list().isEmpty()) {
      return named(connection, application);
    }
    return lists(
            connection,
            application.school(),
            content.kind(),
            places.stays(application.student()),
            content.period().first())
        .stream()
        .findFirst();
  }

  private Optional<ConditionList> named(Connection connection, CreditingApplication application) {
    return lists.list(connection, application.school()).stream()
        .filter(list -> list.id().equals(application.content().list()))
        .findFirst();
  }

  /** Makes an entry about a condition. */
  ConditionEntry entry(
      CreditingCommand.Confirmation command,
      ConditionList list,
      String condition,
      int number,
      Signature by) {
    String note = command.note() == null ? "" : command.note().strip();
    List<String> evidence =
        command.evidence() == null
            ? List.of()
            : command.evidence().stream().map(one -> one.replaceAll("\\s+", " ").strip()).toList();
    LocalDate on = command.on() == null ? places.today() : command.on();
    if (note.length() > 2000 || String.join("\n", evidence).length() > 4000) {
      throw refused(List.of(error("TOO_LONG", "文字が多すぎます。メモは2000字までです。")));
    }
    if (on.isAfter(places.today())) {
      throw refused(List.of(error("FUTURE_DAY", "確認した日は、今日までの日にしてください。")));
    }
    return new ConditionEntry(
        condition,
        number,
        list.id(),
        "",
        Boolean.TRUE.equals(command.met()),
        note,
        evidence,
        on,
        by);
  }

  /** Makes a talk with the board. */
  Consultation talk(CreditingCommand.Talk command, Signature by) {
    String partner = command.partner() == null ? "" : command.partner().strip();
    String manner = command.manner() == null ? "" : command.manner().strip();
    String content = command.content() == null ? "" : command.content().strip();
    if (command.heldOn() == null || command.heldOn().isAfter(places.today())) {
      throw refused(List.of(error("DAY_NEEDED", "相談した日を、今日までの日で入れてください。")));
    }
    if (partner.isEmpty() || content.isEmpty()) {
      throw refused(List.of(error("TALK_NEEDED", "だれと、何を相談したかを入れてください。")));
    }
    if (partner.length() > 300 || manner.length() > 100 || content.length() > 2000) {
      throw refused(List.of(error("TOO_LONG", "文字が多すぎます。相手は300字、方法は100字、内容は2000字までです。")));
    }
    return new Consultation("", command.heldOn(), partner, manner, content, by);
  }

  /** Tells whether a student is in the high-school stage on a day. */
  static boolean highSchool(List<Enrolment> stays, LocalDate date) {
    return stays.stream()
        .filter(stay -> stay.schoolYear() == SchoolYear.of(date).year())
        .map(Enrolment::grade)
        .map(Grade::name)
        .anyMatch(grade -> grade.startsWith("H"));
  }

  private List<ConditionList> lists(
      Connection connection, SchoolId school, String kind, List<Enrolment> stays, LocalDate first) {
    return CreditingKinds.lists(kind, highSchool(stays, first), lists.list(connection, school));
  }

  private ApplicationRule.Known known(
      Connection connection,
      ApplicationContent content,
      List<Enrolment> stays,
      SchoolId school,
      List<ConditionList> own) {
    boolean none = content.facility().isEmpty();
    Optional<FacilityTable.Kept> facility =
        none ? Optional.empty() : facilities.find(connection, content.facility());
    boolean inUse = facility.map(one -> one.voidReason().isEmpty()).orElse(none);
    boolean fits =
        facility
            .map(
                one ->
                    !CreditingKinds.isFacility(content.kind())
                        || one.entry().place().kind().equals(content.kind()))
            .orElse(true);
    return new ApplicationRule.Known(
        kindKnown(connection, content), inUse, fits, own, CreditingPlaces.periods(stays, school));
  }

  /** Tells whether a kind is a cause that only some may know. */
  boolean isRestricted(Connection connection, ApplicationContent content) {
    return codes.catalogue(connection).find(content.kind()).stream()
        .anyMatch(AttendanceCode::restricted);
  }

  /** Tells whether a kind is a row ①–⑧ or a credited code of the year. */
  boolean kindKnown(Connection connection, ApplicationContent content) {
    if (!CreditingKinds.glyph(content.kind()).isEmpty()) {
      return content.kind().charAt(0) - '0' <= ROWS;
    }
    int year = SchoolYear.of(content.period().first()).year();
    return codes.catalogue(connection).find(content.kind()).stream()
        .anyMatch(code -> code.effect() == CodeEffect.CREDITED && code.validIn(year));
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }

  private static RefusedException refused(List<Finding> findings) {
    return new RefusedException(new Decision.Refused(findings));
  }
}
