// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.consent.domain.Consent.Purpose;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.shared.Finding;

/**
 * What has to come before an answer, and what an answer allows.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用について 4 and 5 (explaining; the concrete content shown; all sheets
 * where possible; later when understanding is gained).
 */
public final class ConsentRule {
  /** What is explained before consent, in this order. */
  public static final List<String> EXPLAINED =
      List.of("notForEvaluation", "secrecy", "personalInformation", "range");

  /** What is explained besides where it goes outside the schools. */
  public static final String RECIPIENT_SECRECY = "recipientSecrecy";

  private static final Set<String> RELATIONS =
      Set.of("self", "father", "mother", "guardian", "other");
  private static final Set<String> WAYS = Set.of("inPerson", "paper", "phone", "mail", "online");

  private ConsentRule() {}

  /**
   * An answer as somebody wants to write it down.
   *
   * @param given whether consent is given; else it is refused
   * @param shownHash the hash of what was shown
   * @param agreed the groups agreed to
   * @param note why it is not all, or why it is refused
   * @param person who answers
   * @param relation {@code self}, {@code father}, {@code mother}, {@code guardian}, {@code other}
   * @param how {@code inPerson}, {@code paper}, {@code phone}, {@code mail}, {@code online}
   * @param on the day
   * @param until the last day it holds; empty while open
   */
  public record Answer(
      boolean given,
      String shownHash,
      List<ItemGroup> agreed,
      String note,
      String person,
      String relation,
      String how,
      LocalDate on,
      Optional<LocalDate> until) {}

  /** Lists what has to be explained for a consent. */
  public static List<String> toExplain(Recipient recipient) {
    List<String> items = new ArrayList<>(EXPLAINED);
    if (recipient.outside()) {
      items.add(RECIPIENT_SECRECY);
    }
    return items;
  }

  /** Judges a range that is to be asked for; narrower than all needs a note, save for outside. */
  public static List<Finding> checkScope(
      Recipient recipient, List<ItemGroup> scope, List<ItemGroup> all, String note) {
    List<Finding> found = new ArrayList<>();
    if (scope.isEmpty() || !all.containsAll(scope)) {
      found.add(error("SCOPE", "シートの項目を一つ以上選んでください。まだ何も書かれていない項目は選べません。"));
    } else if (!recipient.outside() && !scope.containsAll(all) && note.isBlank()) {
      found.add(error("NOTE_WHY_NOT_ALL", "学校への引継ぎは、全てのシートが望ましいとされています。一部にするわけを短く書いてください。"));
    }
    return found;
  }

  /** Judges an answer. */
  public static List<Finding> checkAnswer(
      Consent consent, Answer answer, List<SharedPart> now, LocalDate today) {
    List<Finding> found = new ArrayList<>(checkPerson(answer, today));
    if (!answer.given()) {
      return found;
    }
    if (!consent.explained().containsAll(toExplain(consent.recipient()))) {
      found.add(error("EXPLAIN_FIRST", "先に説明をして、説明した項目に印を付けてください。全部の項目の説明がすむと、同意を記録できます。"));
    }
    if (answer.until().filter(until -> until.isBefore(answer.on())).isPresent()) {
      found.add(error("UNTIL", "期限は、同意の日から後の日にしてください。"));
    }
    if (consent.purpose() == Purpose.HANDING_OVER) {
      found.addAll(checkShown(consent, answer, now));
    }
    return found;
  }

  private static List<Finding> checkShown(Consent consent, Answer answer, List<SharedPart> now) {
    Optional<ConsentEvent> shown = consent.newest(Kind.SHOWN);
    if (shown.isEmpty()) {
      return List.of(error("SHOW_FIRST", "先に「渡す内容を見せる」を押して、具体的な内容を本人や保護者と一緒に確かめてください。"));
    }
    List<ItemGroup> groups = ItemGroup.list(shown.get().items());
    boolean same = CanonicalContent.hash(SharedPart.select(now, groups)).equals(shown.get().hash());
    if (!same || !shown.get().hash().equals(answer.shownHash())) {
      return List.of(error("CONTENT_CHANGED", "見せた後で内容が変わりました。もう一度見せて、確かめてから記録してください。"));
    }
    if (!groups.containsAll(answer.agreed())) {
      return List.of(error("SCOPE", "見せた項目の中から、同意があったものを選んでください。"));
    }
    return checkScope(consent.recipient(), answer.agreed(), ItemGroup.of(now), answer.note());
  }

  private static List<Finding> checkPerson(Answer answer, LocalDate today) {
    List<Finding> found = new ArrayList<>();
    if (answer.person().isBlank()) {
      found.add(error("PERSON", "だれから聞いたか、名前を入れてください。"));
    }
    if (!RELATIONS.contains(answer.relation())) {
      found.add(error("RELATION", "本人・父・母などを選んでください。"));
    }
    if (!WAYS.contains(answer.how())) {
      found.add(error("HOW", "どうやって聞いたか（会って・書面・電話など）を選んでください。"));
    }
    if (answer.on().isAfter(today)) {
      found.add(error("DAY", "日付は今日までにしてください。"));
    }
    return found;
  }

  /** Judges a withdrawal: there has to be something to withdraw. */
  public static List<Finding> checkWithdrawal(Consent consent, Answer by, LocalDate today) {
    List<Finding> found = new ArrayList<>(checkPerson(by, today));
    if (consent.answer().filter(event -> event.kind() == Kind.GIVEN).isEmpty()) {
      found.add(error("NOT_GIVEN", "いま有効な同意がないので、取り消すものがありません。画面を開き直してください。"));
    }
    return found;
  }

  /** Tells what a consent allows on a day, with what is written now. */
  public static Standing standing(Consent consent, List<SharedPart> now, LocalDate today) {
    Standing byConsent = byConsent(consent, now, today);
    boolean law = byConsent != Standing.ALLOW && consent.basis().isPresent();
    return law ? Standing.ALLOW_BY_LAW : byConsent;
  }

  private static Standing byConsent(Consent consent, List<SharedPart> now, LocalDate today) {
    Optional<ConsentEvent> answer = consent.answer();
    if (answer.isEmpty() || answer.get().kind() == Kind.REFUSED) {
      return Standing.PENDING_CONSENT;
    }
    ConsentEvent event = answer.get();
    if (event.kind() == Kind.WITHDRAWN) {
      return Standing.WITHDRAWN;
    }
    if (event.until().filter(today::isAfter).isPresent()) {
      return Standing.EXPIRED;
    }
    List<ItemGroup> agreed = ItemGroup.list(event.items());
    boolean same =
        consent.purpose() == Purpose.MAKING
            || CanonicalContent.hash(SharedPart.select(now, agreed)).equals(event.hash());
    return same ? Standing.ALLOW : Standing.SHOW_AGAIN;
  }

  /** Says that there is nothing to show. */
  public static List<Finding> nothingToShow() {
    return List.of(error("NOTHING_WRITTEN", "この範囲には、まだ何も書かれていません。シートを書いてから見せてください。"));
  }

  /** Judges the words about a talk. */
  public static List<Finding> checkTalk(String note, int most) {
    return note.isBlank()
        ? List.of(error("NOTE", "話したこと、したことを短く書いてください。"))
        : checkLength(note, most);
  }

  /** Judges the day of something that happened. */
  public static List<Finding> checkDay(LocalDate day, LocalDate today) {
    return day.isAfter(today) ? List.of(error("DAY", "日付は今日までにしてください。")) : List.of();
  }

  /** Judges the length of a text. */
  public static List<Finding> checkLength(String text, int most) {
    return text.length() <= most
        ? List.of()
        : List.of(error("TOO_LONG", "文字が多すぎます。" + most + "字までにしてください。"));
  }

  /**
   * Tells why a consent is on the list of what is open: {@code notAnswered}, {@code refused},
   * {@code expired}, {@code arriving}; empty where it is not.
   *
   * @param arriving whether something was handed over of which no arrival is known
   */
  public static String open(Consent consent, LocalDate today, boolean arriving) {
    Optional<ConsentEvent> answer = consent.answer();
    if (arriving) {
      return "arriving";
    }
    if (consent.basis().isPresent()) {
      return "";
    }
    if (answer.isEmpty()) {
      return "notAnswered";
    }
    if (answer.get().kind() == Kind.REFUSED) {
      return "refused";
    }
    return answer.get().until().filter(today::isAfter).isPresent() ? "expired" : "";
  }

  static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
