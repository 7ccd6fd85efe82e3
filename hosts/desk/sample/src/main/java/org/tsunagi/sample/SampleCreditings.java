// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Facilities, decisions and evidence of the sample school. */
final class SampleCreditings {
  static final String FACILITIES =
      "facilityId,name,kind,prefecture,municipality,publicBody,address,phone,contact";
  static final String EVIDENCE = "studentSourcedId,date,kind,facilityId,minutes,who,role,content";
  static final String ICT_RULES =
      "level,schoolSourcedId,prefecture,municipality,firstOn,basis,visitsPerMonth,minutesPerDay,"
          + "span,rounding,name,wording";
  private static final String STORY_ROOM = "-J2-2";
  private static final Map<String, String> KINDS =
      Map.of(
          "CREDITED_SUPPORT_CENTER", "1",
          "CREDITED_BOARD_FACILITY", "2",
          "CREDITED_CHILD_GUIDANCE", "3",
          "CREDITED_HEALTH_CENTER", "4",
          "CREDITED_HOSPITAL", "5",
          "CREDITED_PRIVATE", "6",
          "CREDITED_OTHER_FACILITY", "7",
          "CREDITED_ICT", "8");

  private final Town town;
  private final Register register;
  private final LocalDate today;

  SampleCreditings(Town town, Register register, LocalDate today) {
    this.town = town;
    this.register = register;
    this.today = today;
  }

  static void facilities(CsvSheet.Sink sink) throws IOException {
    facility(sink, LongAbsence.CENTER, "こかげ教室", "1", "みなも市", true);
    facility(sink, "F-KENKYU", "みなも市教育研究所", "2", "みなも市", true);
    facility(sink, "F-JISO", "中央児童相談所", "3", "栃木市", true);
    facility(sink, "F-HOKEN", "みなも保健所", "4", "みなも市", true);
    facility(sink, "F-BYOIN", "みなも総合病院", "5", "みなも市", false);
    facility(sink, "F-SORAIRO", "フリースクール「そらいろ」", "6", "みなも市", false);
    facility(sink, "F-TOSHOKAN", "みなも市立図書館", "7", "みなも市", true);
  }

  private static void facility(
      CsvSheet.Sink sink, String id, String name, String kind, String city, boolean publicBody)
      throws IOException {
    sink.row(id, name, kind, "栃木県", city, publicBody, "", "", "");
  }

  void ictRules(CsvSheet.Sink sink) throws IOException {
    sink.row(
        "municipality",
        "",
        "栃木県",
        "みなも市",
        LocalDate.of(town.plan().year(), 4, 1),
        "visits",
        2,
        "",
        "",
        "",
        "みなも市規程",
        "対面指導が月2回以上ある月の学習日を1日とする。");
  }

  /** Gives the visits, reports and meetings about the story's child up to yesterday. */
  void evidence(CsvSheet.Sink sink) throws IOException {
    for (Stay stay : town.stays()) {
      if (isStory(stay)) {
        visit(sink, stay, 9, 10, "辻 まこと", "socialWorker", "学習の進みぐあいと、つぎの予定を話しました。");
        visit(sink, stay, 9, 25, "佐々木 遥", "teacher", "数学のプリントを一緒に見直しました。");
        visit(sink, stay, 10, 7, "辻 まこと", "socialWorker", "オンライン学習室の使い方を確かめました。");
        visit(sink, stay, 10, 21, "佐々木 遥", "teacher", "国語の学習計画を話しました。");
        entry(sink, stay, 9, 30, "report", "オンライン学習室", "", "9月の報告");
        entry(sink, stay, 10, 30, "report", "オンライン学習室", "", "10月の報告");
        entry(sink, stay, 11, 12, "meeting", "校長・担任・SSW・保護者", "", "連絡会");
      }
    }
  }

  private void visit(
      CsvSheet.Sink sink, Stay stay, int month, int day, String who, String role, String content)
      throws IOException {
    entry(sink, stay, month, day, "visit", who, role, content);
  }

  private void entry(
      CsvSheet.Sink sink,
      Stay stay,
      int month,
      int day,
      String kind,
      String who,
      String role,
      String content)
      throws IOException {
    LocalDate date = LocalDate.of(town.plan().year(), month, day);
    if (date.isBefore(today)) {
      sink.row(stay.pupil().id(), date, kind, "", "", who, role, content);
    }
  }

  static boolean isStory(Stay stay) {
    return stay.pupil().name().family().equals(StoryClass.CHILD)
        && stay.room().id().endsWith(STORY_ROOM);
  }

  /** Writes {@code creditings.json}: one decision per student and way of learning. */
  static void write(OutputStream out, List<SampleCreditings> years) throws IOException {
    var items = new ArrayList<String>();
    for (SampleCreditings year : years) {
      for (Stay stay : year.town.stays()) {
        items.addAll(year.of(stay));
      }
    }
    out.write(
        ("{\"creditings\":[\n" + String.join(",\n", items) + "\n],\"acceptances\":[]}\n")
            .getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private List<String> of(Stay stay) {
    int year = town.plan().year();
    if (isStory(stay) && register.isStoryYear()) {
      return story(stay, year);
    }
    var ways = new TreeSet<String>();
    register
        .marks(stay)
        .values()
        .forEach(
            mark -> {
              if (mark.code().startsWith("CREDITED_")) {
                ways.add(mark.code() + "|" + mark.facility());
              }
            });
    var items = new ArrayList<String>();
    for (String way : ways) {
      String code = way.substring(0, way.indexOf('|'));
      String facility = way.substring(way.indexOf('|') + 1);
      items.add(
          item(
              stay.pupil().id(),
              KINDS.getOrDefault(code, code),
              facility,
              "",
              stay.firstOn(),
              stay.lastOn(),
              List.of(),
              "\"decision\":\"granted\",\"decidedBy\":\"大野 隆\",\"decidedOn\":\""
                  + LocalDate.of(year, 4, 30)
                  + "\",\"reason\":\"本人の自立を助ける学びの場として有効と判断します。\""));
    }
    return items;
  }

  private static List<String> story(Stay stay, int year) {
    var facility = new ArrayList<String>();
    for (String id : List.of("B1-G1", "B1-G2", "B1-1", "B1-2a", "B1-3")) {
      facility.add(condition(id, "佐々木 遥", LocalDate.of(year, 6, 3), "面談の記録 6/1"));
    }
    var ict = new ArrayList<String>();
    LocalDate found = LocalDate.of(year, 11, 16);
    ict.add(condition("B2-1", "佐々木 遥", found, "面談の記録 9/4"));
    ict.add(condition("B2-2", "佐々木 遥", found, "みなも市オンライン学習室（教育委員会）"));
    ict.add(condition("B2-4", "佐々木 遥", found, "学習計画 2学期（第2版）"));
    ict.add(condition("B2-5", "大野 隆", found.plusDays(2), "月の報告 9月・10月、連絡会 11/12"));
    ict.add(condition("B2-6", "佐々木 遥", found, "火・木はこかげ教室の開室日でないため。"));
    ict.add(condition("B2-7", "教務", found.plusDays(1), "数学・国語は評価に反映。ほかの教科は文章で伝える。"));
    return List.of(
        item(
            stay.pupil().id(),
            "1",
            LongAbsence.CENTER,
            "",
            LocalDate.of(year, 6, 8),
            LocalDate.of(year + 1, 3, 24),
            facility,
            "\"decision\":\"granted\",\"decidedBy\":\"大野 隆\",\"decidedOn\":\""
                + LocalDate.of(year, 6, 5)
                + "\",\"reason\":\"こかげ教室での相談・指導が、本人の自立を助けると判断します。\""),
        item(
            stay.pupil().id(),
            "8",
            "",
            "\"provider\":\"みなも市教育委員会 オンライン学習室\",\"guide\":\"SSW 辻 まこと、担任 佐々木 遥\","
                + "\"plan\":\"学習計画 2学期（第2版）\",\"nextStep\":\"こかげ教室へ通う日を少しずつ増やします。\",",
            LocalDate.of(year, 9, 7),
            LocalDate.of(year, 12, 24),
            ict,
            "\"decision\":\"waiting\""));
  }

  private static String condition(String id, String by, LocalDate on, String evidence) {
    return "{\"id\":\"%s\",\"met\":true,\"by\":\"%s\",\"on\":\"%s\",\"evidence\":\"%s\"}"
        .formatted(id, by, on, evidence);
  }

  private static String item(
      String student,
      String kind,
      String facility,
      String more,
      LocalDate first,
      LocalDate last,
      List<String> conditions,
      String decision) {
    return "{\"studentSourcedId\":\"%s\",\"kind\":\"%s\",%s%s\"firstOn\":\"%s\",\"lastOn\":\"%s\",\"conditions\":[%s],%s}"
        .formatted(
            student,
            kind,
            facility.isEmpty() ? "" : "\"facilityId\":\"" + facility + "\",",
            more,
            first,
            last,
            String.join(",", conditions),
            decision);
  }
}
