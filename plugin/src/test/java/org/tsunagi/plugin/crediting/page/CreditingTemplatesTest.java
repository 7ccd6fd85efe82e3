// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.ApplicationView.ConditionState;
import org.tsunagi.plugin.crediting.ApplicationView.Days;
import org.tsunagi.plugin.crediting.ApplicationView.Decided;
import org.tsunagi.plugin.platform.Fragment;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.Messages;

class CreditingTemplatesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");
  private static final FreeMarkerPages PAGES = new FreeMarkerPages();
  private static final Messages MESSAGES = Messages.load();

  private static PageRequest request(Locale locale, Map<String, List<String>> parameters) {
    return new PageRequest(
        new Actor("ohno", "大野　隆", List.of(), Set.of(), false),
        locale,
        parameters,
        new PageRequest.Base("/self", "/pages", "/students", "/api/v1", "/assets", "token"));
  }

  private static ApplicationView.Row row(String id, String state, String lastOn, String... open) {
    return new ApplicationView.Row(
        id,
        "sc",
        "s-" + id,
        "水野　" + id,
        "8",
        "⑧",
        "出席扱い（自宅におけるICT等）",
        "",
        "",
        "オンライン学習室",
        LocalDate.of(2026, 9, 7),
        LocalDate.parse(lastOn),
        state,
        6,
        7,
        List.of(),
        1,
        state.equals("applied") ? 0 : 1,
        LocalDate.of(2026, 11, 16),
        List.of(open));
  }

  private static ConditionState condition(String id, String number, String state, boolean grading) {
    boolean met = state.equals("met");
    return new ConditionState(
        id,
        number,
        number + "の文",
        !grading,
        grading,
        "手がかり" + number,
        state,
        "",
        List.of(),
        met ? 1 : 0,
        met ? "佐々木" : "",
        met ? "学級担任" : "",
        met ? Optional.of(TODAY) : Optional.empty());
  }

  private static Decided decided(String outcome, String reason) {
    List<Days> ranges =
        outcome.equals("granted")
            ? List.of(new Days(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 10, 31)))
            : List.of();
    return new Decided(
        1,
        outcome,
        ranges,
        reason,
        "月に1回、ひだまりを試す。",
        Optional.empty(),
        List.of(),
        "大野　隆",
        "校長",
        Optional.of(TODAY),
        NOW);
  }

  private static ApplicationView view(
      String state, boolean write, boolean decide, List<Decided> decisions) {
    return new ApplicationView(
        row("a", state, "2026-12-24"),
        "辻 まこと",
        "",
        "数学",
        "",
        false,
        Optional.of(new ApplicationView.ListHead("ict", "別記2", "元文科初第698号 別記2 2")),
        List.of(
            condition("B2-1", "(1)", "met", false),
            condition("B2-3", "(3)", "open", false),
            condition("B2-7", "(7)", "open", true)),
        List.of(
            new ApplicationView.Confirmed("(1)", true, "家庭訪問で確かめた", "佐々木　遥", "学級担任", TODAY, NOW)),
        List.of(),
        decisions,
        List.of(),
        List.of(
            new ApplicationView.VisitMonth("2026-09", 2, 4),
            new ApplicationView.VisitMonth("2026-11", 0, 3)),
        Optional.empty(),
        "佐々木　遥",
        "学級担任",
        NOW,
        List.of(),
        write,
        decide);
  }

  private static Fragment tab(ApplicationView view, Locale locale) {
    PageRequest request = request(locale, Map.of());
    Texts texts = new Texts(MESSAGES, locale);
    Map<String, Object> model =
        new HashMap<>(
            new TabModel(texts, request, TODAY, List.of(view.row()), Optional.of("a")).toMap());
    ApplicationModel app = new ApplicationModel(texts, view, request.base(), TODAY, "大野　隆");
    model.put("app", app.toMap());
    model.put("data", app.data());
    model.put("version", "1");
    model.put("mayApply", view.mayWrite());
    model.put("isNew", false);
    model.put("results", List.of());
    return new Fragment(PAGES.render("crediting/tab.ftlh", locale, model)).isSelfContained();
  }

  @Test
  void aPrincipalFindsThreeChoicesAndNoneIsChosen() {
    tab(view("applied", true, true, List.of()), Locale.JAPANESE)
        .hasTimes(3, "name=\"tn-outcome\"")
        .lacks(
            "name=\"tn-outcome\" value=\"granted\" checked",
            "name=\"tn-outcome\" value=\"waiting\" checked",
            "name=\"tn-outcome\" value=\"refused\" checked")
        .has("「前例がない」", "この内容で決定する", "教育委員会との連携", "学習の成果（成績評価のための記録）")
        .hasInOrder("申請<span", "要件の確認", "校長の判断", "期間中の記録", "終了・見直し");
  }

  @Test
  void onlyMonthsWithVisitsAreReadyWhileTheVisitsAreOpen() {
    tab(view("applied", true, true, List.of()), Locale.JAPANESE)
        .has(
            "data-month=\"2026-09\" data-first=\"2026-09-07\" data-last=\"2026-09-30\" data-ready=\"true\" checked")
        .has(
            "data-month=\"2026-11\" data-first=\"2026-11-01\" data-last=\"2026-11-30\" data-ready=\"false\">")
        .has("data-last=\"2026-12-24\"", "9月 2回、11月 0回", "訪問の記録を書く");
  }

  @Test
  void historyTellsWhoConfirmedWhichCondition() {
    tab(view("applied", true, true, List.of()), Locale.JAPANESE)
        .hasInOrder("経過", "要件 (1) を確認", "家庭訪問で確かめた", "佐々木　遥（学級担任）");
  }

  @Test
  void whoCannotDecideReadsWhoDoes() {
    tab(view("applied", true, false, List.of()), Locale.JAPANESE)
        .has("決定は校長（大野　隆）が行います。")
        .lacks("tn-outcome", "この内容で決定する");
  }

  @Test
  void whoReadsOnlyFindsNoFields() {
    tab(view("applied", false, false, List.of()), Locale.JAPANESE)
        .lacks("<input", "<textarea", "data-act=\"confirm\"")
        .has("(1)の文", "手がかり(3)", "要件ではない事項");
  }

  @Test
  void aDecisionStandsWithItsSealAndIsAmendedByANewOne() {
    tab(view("granted", true, true, List.of(decided("granted", "有効と判断します。"))), Locale.JAPANESE)
        .has("tn-seal--on", "有効と判断します。", "令和8年9月7日〜10月31日", "新しい決定として残す")
        .has("/api/v1/creditings/a/letter", "/api/v1/creditings/a/letter?decision=1")
        .hasTimes(4, "name=\"tn-outcome\"");
  }

  @Test
  void englishPagesHaveTheSameParts() {
    tab(view("applied", true, true, List.of()), Locale.ENGLISH)
        .has("Credit the months whose conditions are met", "Keep the talk")
        .hasTimes(3, "name=\"tn-outcome\"");
  }

  private static Fragment board(boolean decides) {
    HomeroomId room = new HomeroomId("J2-2");
    SchoolId school = new SchoolId("sc");
    BoardModel model =
        new BoardModel(
            new Texts(MESSAGES, Locale.JAPANESE),
            request(Locale.JAPANESE, Map.of()),
            TODAY,
            List.of(
                row("ready", "applied", "2027-03-24"),
                row("needs", "waiting", "2027-03-24", "(1)", "(5)"),
                row("soon", "granted", "2026-12-01"),
                row("force", "granted", "2027-03-24"),
                row("past", "granted", "2026-10-31"),
                row("no", "refused", "2027-03-24")),
            Map.of(new StudentId("s-ready"), room),
            Map.of(room, new Homeroom(room, school, 2026, Grade.J2, "2年2組", false)),
            decides);
    return new Fragment(PAGES.render("crediting/board.ftlh", Locale.JAPANESE, model.toMap()))
        .isSelfContained();
  }

  @Test
  void theListSaysWhatIsReadyWhatIsLackingAndWhatEnds() {
    board(true)
        .hasInOrder(
            "校長の判断を待っています",
            "data-application=\"ready\"",
            "確認が残っています",
            "data-application=\"needs\"",
            "残り：(1) (5)",
            "もうすぐ",
            "data-application=\"soon\"",
            "出席扱いの期間中です",
            "data-application=\"force\"",
            "data-application=\"past\"",
            "data-application=\"no\"")
        .has("/students/s-ready/crediting?application=ready#tn-decision", "開いて判断する")
        .lacks("<button", "type=\"checkbox\"");
  }

  @Test
  void whoCannotDecideIsNotAskedTo() {
    board(false).lacks("開いて判断する", "#tn-decision").has("決定は校長が行います。");
  }

  @Test
  void theLetterOfARefusalGivesReasonNextSupportAndTheWayBack() {
    LetterModel letter =
        new LetterModel(
            new Texts(MESSAGES, Locale.JAPANESE),
            view("refused", true, true, List.of()),
            decided("refused", "対面の支援がまだ始まっていないためです。"),
            LetterStudent.record());
    String html = PAGES.render("crediting/letter.ftlh", Locale.JAPANESE, letter.toMap("出力の行"));
    new Fragment(html)
        .has(
            "水野　由美　様",
            "今回は、出席扱いとしないことにしました。",
            "対面の支援がまだ始まっていないためです。",
            "月に1回、ひだまりを試す。",
            "いつでもあらためて申請できます",
            "かえで中学校",
            "校長　大野　隆",
            "出力の行")
        .lacks("出席扱いの期間</th>", "取扱注意", "問題", "前例");
  }

  @Test
  void bothLanguagesHaveEveryMessage() {
    assertEquals(MESSAGES.keys("ja"), MESSAGES.keys("en"));
    assertTrue(MESSAGES.keys("ja").contains("letter.meaning.withdrawn"));
  }
}
