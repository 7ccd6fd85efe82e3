// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.CatalogueJson;
import org.tsunagi.plugin.code.CodeDiff;
import org.tsunagi.plugin.code.CodeIntake;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeDraftRule;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.CodeEffects;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/**
 * Shows what a change of codes would do, and puts it in force, in the caller's transaction.
 *
 * <p>It checks no rights; the caller has done so.
 */
@Component(service = CodeDrafts.class)
public class CodeDrafts {
  private static final String BACKWARDS =
      "この記号は、きょうより前の日にもう使われています。数字が変わってよいことを確かめて、理由を書いてください。前の日を変えないときは、きょうからにしてください。";

  private final Codes codes;
  private final CodeIntake intake;
  private final CodeEffects effects;
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public CodeDrafts(
      @Reference Codes codes,
      @Reference CodeIntake intake,
      @Reference CodeEffects effects,
      @Reference StudentDirectory directory,
      @Reference SchoolClock clock) {
    this.codes = codes;
    this.intake = intake;
    this.effects = effects;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Shows what a draft would do.
   *
   * @param readable tells the schools whose figures the asker may see
   */
  public DraftPreview preview(
      Connection connection, Actor actor, CodeDraft draft, Predicate<SchoolId> readable) {
    CodesInForce now = codes.inForce(connection);
    List<Finding> findings = new ArrayList<>(findings(now, draft));
    boolean refused = findings.stream().anyMatch(CodeDrafts::refuses);
    EffectSum sum = new EffectSum(effects, clock.today());
    List<AttendanceCode> changed = CodeDraftRule.changed(now, draft.codes(), draft.first());
    if (!refused) {
      sum = effect(connection, now, intake.versions(now, actor, changed, order(draft)), readable);
    }
    return new DraftPreview(
        refused ? "" : draft.fingerprint(now.changes(), clock.today()),
        draft.first(),
        findings,
        changed.stream().map(code -> changed(now, code, draft)).toList(),
        sum.marks,
        sum.backwards,
        sum.students,
        sum.remarkStudents,
        sum.figures(),
        sum.schools,
        List.copyOf(sum.months),
        List.copyOf(sum.locked),
        List.copyOf(sum.earlierYears),
        sum.notShown);
  }

  private static List<Finding> findings(CodesInForce now, CodeDraft draft) {
    List<AttendanceCode> changed = CodeDraftRule.changed(now, draft.codes(), draft.first());
    if (changed.isEmpty()) {
      return List.of(
          new Finding("NOTHING_CHANGES", Finding.Severity.NOTICE, "いまの一覧と同じです。変わるところはありません。"));
    }
    boolean twice =
        draft.codes().stream().map(AttendanceCode::id).distinct().count() < draft.codes().size();
    return CodeDraftRule.check(now, twice ? draft.codes() : changed, draft.first());
  }

  private EffectSum effect(
      Connection connection,
      CodesInForce now,
      List<CodeVersion> versions,
      Predicate<SchoolId> readable) {
    EffectSum sum = new EffectSum(effects, clock.today());
    if (!versions.isEmpty()) {
      Set<String> ids = versions.stream().map(one -> one.code().id()).collect(Collectors.toSet());
      EffectSum.Change change =
          new EffectSum.Change(now, now.with(versions), ids, versions.get(0).first());
      for (School school : directory.listSchools()) {
        sum.add(connection, school, change, readable);
      }
    }
    return sum;
  }

  private static DraftPreview.ChangedCode changed(
      CodesInForce now, AttendanceCode code, CodeDraft draft) {
    Optional<AttendanceCode> before = now.catalogue().find(code.id(), draft.first());
    return new DraftPreview.ChangedCode(
        code.id(), code.label(), before.isEmpty(), CodeDiff.list(before, code));
  }

  private static CodeIntake.Order order(CodeDraft draft) {
    return new CodeIntake.Order(
        draft.first(), CodeVersion.OWN, draft.note(), draft.backwardReason());
  }

  private static boolean refuses(Finding finding) {
    return finding.severity() == Finding.Severity.ERROR;
  }

  /**
   * What was put in force.
   *
   * @param added codes that are new
   * @param changed codes that have another version now
   * @param unchanged codes that are as before
   */
  public record Activated(int added, int changed, int unchanged) {}

  /**
   * Puts a draft in force.
   *
   * @param fingerprint what its preview was shown under; empty where an import shows none
   * @throws Stale where the codes were changed since the preview
   * @throws RefusedException where there is an error, or counted days would change unasked
   */
  public Activated activate(
      Connection connection, Actor actor, CodeDraft draft, Optional<String> fingerprint) {
    Judged judged = judge(connection, actor, draft, fingerprint);
    if (!judged.versions().isEmpty()) {
      intake.activate(connection, actor, judged.versions());
    }
    return judged.counts();
  }

  /** Tells what an import of a draft would do, or throws as it would; writes nothing. */
  public Activated tryOut(Connection connection, Actor actor, CodeDraft draft) {
    return judge(connection, actor, draft, Optional.empty()).counts();
  }

  private record Judged(List<CodeVersion> versions, Activated counts) {}

  private Judged judge(
      Connection connection, Actor actor, CodeDraft draft, Optional<String> fingerprint) {
    CodesInForce now = intake.hold(connection);
    refuse(findings(now, draft).stream().filter(CodeDrafts::refuses).toList());
    if (fingerprint.isPresent()) {
      checkFingerprint(now, draft, fingerprint.get());
    }
    List<AttendanceCode> changed = CodeDraftRule.changed(now, draft.codes(), draft.first());
    List<CodeVersion> versions = intake.versions(now, actor, changed, order(draft));
    boolean backwards = effect(connection, now, versions, school -> false).backwards;
    if (backwards && draft.backwardReason().isEmpty()) {
      refuse(List.of(new Finding("CODE_IN_USE_BACKWARDS", Finding.Severity.ERROR, BACKWARDS)));
    }
    int added =
        (int) changed.stream().filter(code -> now.catalogue().find(code.id()).isEmpty()).count();
    return new Judged(
        versions,
        new Activated(added, changed.size() - added, draft.codes().size() - changed.size()));
  }

  private void checkFingerprint(CodesInForce now, CodeDraft draft, String fingerprint) {
    if (fingerprint.equals(draft.fingerprint(now.changes(), clock.today()))) {
      return;
    }
    boolean seen = false;
    for (long before = now.changes() - 1; before >= 0 && !seen; before--) {
      seen = fingerprint.equals(draft.fingerprint(before, clock.today()));
    }
    if (!seen) {
      refuse(
          List.of(
              new Finding("PREVIEW_NEEDED", Finding.Severity.ERROR, "先に「影響を見る」で、変わる数字を確かめてください。")));
    }
    List<Object> theirs = new ArrayList<>();
    draft.codes().stream()
        .flatMap(code -> now.catalogue().find(code.id(), draft.first()).stream())
        .forEach(code -> theirs.add(CatalogueJson.write(code)));
    throw new Stale(
        Map.of(
            "error",
            "STALE",
            "message",
            "影響を見たあとで、ほかの人が記号を変えました。もう一度「影響を見る」からやり直してください。",
            "yours",
            draft.codes().stream().map(CatalogueJson::write).toList(),
            "theirs",
            theirs));
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
