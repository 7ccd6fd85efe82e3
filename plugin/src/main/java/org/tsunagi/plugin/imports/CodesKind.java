// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.draft.CodeDraft;
import org.tsunagi.plugin.code.draft.CodeDrafts;
import org.tsunagi.plugin.code.draft.DraftPreview;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;

/** The catalogue of attendance codes as a JSON file; a trial tells its effect on figures. */
final class CodesKind implements ImportKind {
  private static final String FILE = "attendance-codes.json";
  private static final int LARGEST = 2 << 20;

  private final CodeDrafts drafts;
  private final SchoolClock clock;

  CodesKind(CodeDrafts drafts, SchoolClock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "codes";
  }

  @Override
  public Optional<Privilege> alsoNeeded() {
    return Optional.of(Privilege.CODE_WRITE);
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    byte[] text;
    try (InputStream in = run.open()) {
      text = in.readNBytes(LARGEST + 1);
    }
    if (text.length > LARGEST) {
      say(run, Finding.Severity.ERROR, "TOO_LARGE", 0, "ファイルが大きすぎます。2MBまでにしてください。");
      return JobCounts.NONE;
    }
    try {
      return take(run, CodeDraft.read(text, clock.today()));
    } catch (CodeDraft.Unreadable unreadable) {
      for (JsonSchemas.Problem problem : unreadable.problems()) {
        run.findings()
            .add(
                Complaints.error(
                    "SCHEMA", FILE, problem.line(), problem.pointer(), problem.message(), ""));
      }
      return JobCounts.NONE;
    }
  }

  private JobCounts take(JobRun run, CodeDraft draft) {
    boolean trial = run.job().dryRun();
    if (trial) {
      tell(run, drafts.preview(run.connection(), run.actor(), draft, school -> true));
    }
    try {
      CodeDrafts.Activated done =
          trial
              ? drafts.tryOut(run.connection(), run.actor(), draft)
              : drafts.activate(run.connection(), run.actor(), draft, Optional.empty());
      return new JobCounts(done.added(), done.changed(), done.unchanged(), 0, 0);
    } catch (RefusedException refused) {
      refused
          .refusal()
          .findings()
          .forEach(
              one ->
                  run.findings()
                      .add(
                          Complaints.error(
                              one.code(), FILE, 0, pointer(draft, one), one.message(), "")));
      return JobCounts.NONE;
    }
  }

  /** Points at the code that a finding names; at the last one where several have its id. */
  private static String pointer(CodeDraft draft, Finding finding) {
    List<AttendanceCode> codes = draft.codes();
    for (int i = codes.size() - 1; i >= 0; i--) {
      if (finding.message().startsWith(codes.get(i).id() + "：")) {
        return "/codes/" + i;
      }
    }
    return "";
  }

  private static void tell(JobRun run, DraftPreview preview) {
    preview.findings().stream()
        .filter(one -> one.severity() != Finding.Severity.ERROR)
        .forEach(one -> say(run, one.severity(), one.code(), 0, one.message()));
    if (preview.marks() == 0) {
      say(run, Finding.Severity.NOTICE, "EFFECT_NONE", 0, "変わる記号は、この日からきょうまで使われていません。数字は変わりません。");
      return;
    }
    say(
        run,
        Finding.Severity.NOTICE,
        "EFFECT",
        0,
        "数字が変わる児童生徒は"
            + preview.students()
            + "人、備考だけが変わる児童生徒は"
            + preview.remarkStudents()
            + "人です（"
            + preview.schools().size()
            + "校、"
            + preview.marks()
            + "日分の記号）。");
    tellFigures(run, preview);
  }

  private static void tellFigures(JobRun run, DraftPreview preview) {
    for (DraftPreview.ChangedFigure one : preview.figures()) {
      say(
          run,
          Finding.Severity.NOTICE,
          "EFFECT_FIGURE",
          0,
          one.label() + "：" + one.before() + "日 → " + one.after() + "日");
    }
    if (!preview.lockedMonths().isEmpty() || !preview.earlierSchoolYears().isEmpty()) {
      say(run, Finding.Severity.WARNING, "EFFECT_LOCKED", 0, "締めた月や前の年度の数字も変わります。");
    }
  }

  private static void say(
      JobRun run, Finding.Severity severity, String code, int line, String message) {
    run.findings().add(new JobFinding(severity, code, FILE, line, "", message, ""));
  }
}
