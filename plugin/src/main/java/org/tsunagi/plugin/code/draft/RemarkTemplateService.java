// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.CodeIntake;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.code.domain.RemarkSetting;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.CodeEffects;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.RefusedException;

/** Sets the words of 備考 for the installation, a municipality or a school, from a day on. */
@Component(service = RemarkTemplateService.class)
public final class RemarkTemplateService {
  private static final String WORDS = "([^{}]|\\{(n|detail|place|facility)\\})*";
  private static final int LONGEST = 200;
  private static final int LONGEST_NOTE = 1000;

  private final Gate gate;
  private final Transactions transactions;
  private final Codes codes;
  private final CodeIntake intake;
  private final CodeEffects effects;
  private final StudentDirectory directory;
  private final SchoolProfiles profiles;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public RemarkTemplateService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference Codes codes,
      @Reference CodeIntake intake,
      @Reference CodeEffects effects,
      @Reference StudentDirectory directory,
      @Reference SchoolProfiles profiles,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.codes = codes;
    this.intake = intake;
    this.effects = effects;
    this.directory = directory;
    this.profiles = profiles;
    this.clock = clock;
  }

  /**
   * Words of 備考 to set.
   *
   * @param school the school; null where it is not for one school
   * @param municipality the municipality; null where it is not for one
   * @param code the code
   * @param firstOn the first day; today where it is left out
   * @param template the words; null or empty to set nothing from that day on
   * @param note what for
   * @param backwardReason why 備考 of counted days is written anew
   */
  public record Command(
      @Nullable String school,
      @Nullable String municipality,
      @Nullable String code,
      @Nullable LocalDate firstOn,
      @Nullable String template,
      @Nullable String note,
      @Nullable String backwardReason) {}

  /**
   * What setting words would do, or did.
   *
   * @param set whether they are set now
   * @param marks how many marks of the code lie between the first day and today
   * @param backwards whether some of them lie before today, so that it has to be confirmed
   * @param students the students whose 備考 changes
   * @param schools the schools that are touched
   */
  public record Outcome(
      boolean set,
      int marks,
      boolean backwards,
      int students,
      List<DraftPreview.TouchedSchool> schools) {}

  /** Lists what was set, in the order in which it was set. */
  public List<RemarkSetting> list(Actor actor) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    return transactions.runSql(connection -> codes.inForce(connection).remarks());
  }

  /** Shows what setting words would do; nothing is written. */
  public Outcome preview(Actor actor, Command command) {
    gate.require(actor, Privilege.CODE_WRITE, new Target.Installation());
    return transactions.runSql(
        connection -> {
          CodesInForce now = codes.inForce(connection);
          RemarkSetting setting = setting(connection, actor, now, command);
          return outcome(false, effect(connection, now, setting, readable(actor)));
        });
  }

  /**
   * Sets words.
   *
   * @throws RefusedException where they make no sense, or would change 備考 of counted days unasked
   */
  public Outcome set(Actor actor, Command command) {
    gate.require(actor, Privilege.CODE_WRITE, new Target.Installation());
    return transactions.runSql(
        connection -> {
          CodesInForce now = intake.hold(connection);
          RemarkSetting setting = setting(connection, actor, now, command);
          EffectSum sum = effect(connection, now, setting, readable(actor));
          if (sum.backwards && text(command.backwardReason()).isEmpty()) {
            refuse(
                "CODE_IN_USE_BACKWARDS", "この記号は、きょうより前の日にもう使われています。備考が変わってよいことを確かめて、理由を書いてください。");
          }
          intake.set(connection, actor, setting);
          return outcome(true, sum);
        });
  }

  private Predicate<SchoolId> readable(Actor actor) {
    return school -> gate.permits(actor, Privilege.TALLY_READ, new Target.OfSchool(school));
  }

  private static Outcome outcome(boolean set, EffectSum sum) {
    return new Outcome(set, sum.marks, sum.backwards, sum.remarkStudents, sum.schools);
  }

  private EffectSum effect(
      Connection connection,
      CodesInForce now,
      RemarkSetting setting,
      Predicate<SchoolId> readable) {
    EffectSum sum = new EffectSum(effects, clock.today());
    EffectSum.Change change =
        new EffectSum.Change(now, now.with(setting), Set.of(setting.codeId()), setting.first());
    for (School school : directory.listSchools()) {
      if (setting.scope().covers(municipality(connection, school), school.id().value())) {
        sum.add(connection, school, change, readable);
      }
    }
    return sum;
  }

  private String municipality(Connection connection, School school) {
    return profiles.find(connection, school.id()).map(one -> one.municipality()).orElse("");
  }

  private RemarkSetting setting(
      Connection connection, Actor actor, CodesInForce now, Command command) {
    LocalScope scope = scope(connection, text(command.school()), text(command.municipality()));
    String code = text(command.code());
    String template = text(command.template());
    LocalDate first = command.firstOn() == null ? clock.today() : command.firstOn();
    if (now.catalogue().find(code).isEmpty()) {
      throw new Malformed("code は出欠の記号の番号（CREDITED_ICT など）にしてください。");
    }
    if (template.length() > LONGEST || !template.matches(WORDS)) {
      refuse("TEMPLATE", "備考の言葉は200字までで、かっこ { } の中は n・detail・place・facility だけが使えます。");
    }
    List<String> why = new ArrayList<>(List.of(text(command.note())));
    why.add(text(command.backwardReason()));
    why.removeIf(String::isEmpty);
    String note = String.join("／", why);
    if (note.length() > LONGEST_NOTE) {
      refuse("TOO_LONG", "覚え書きと理由は、合わせて1000字までにしてください。");
    }
    return new RemarkSetting(
        scope,
        code,
        now.nextNumber(scope, code),
        first,
        template.isEmpty() ? Optional.empty() : Optional.of(template),
        note,
        actor.name(),
        clock.now());
  }

  private LocalScope scope(Connection connection, String school, String municipality) {
    if (!school.isEmpty() && !municipality.isEmpty()) {
      throw new Malformed("school と municipality は、どちらか一つにしてください。");
    }
    List<School> schools = directory.listSchools();
    if (!school.isEmpty()) {
      if (schools.stream().noneMatch(one -> one.id().value().equals(school))) {
        throw new Malformed("school は名簿にある学校の番号にしてください。");
      }
      return LocalScope.ofSchool(school);
    }
    if (municipality.isEmpty()) {
      return LocalScope.INSTALLATION;
    }
    if (schools.stream().noneMatch(one -> municipality(connection, one).equals(municipality))) {
      refuse("SCOPE_UNKNOWN", "この市区町村の学校がありません。学校の基本情報に書かれた市区町村名と同じにしてください。");
    }
    return LocalScope.ofMunicipality(municipality);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  private static void refuse(String code, String message) {
    throw new RefusedException(
        new Decision.Refused(List.of(new Finding(code, Finding.Severity.ERROR, message))));
  }
}
