// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.shared.Finding;

/**
 * What has to be on record before something is handed over without consent.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用について 5 (not lightly and not without efforts; never where somebody's
 * rights may be harmed unjustly); 個人情報の保護に関する法律 69条2項ただし書.
 */
public final class BasisRule {
  /** Why consent can't be had. */
  public static final Set<String> OBSTACLES = Set.of("noContact", "refused", "other");

  /** The kinds of talk. */
  public static final Set<String> TALKS =
      Set.of("reasonHeard", "benefitExplained", "rangeDiscussed", "contactTried");

  private static final Set<String> AFTER_REFUSAL =
      Set.of("reasonHeard", "benefitExplained", "rangeDiscussed");

  private BasisRule() {}

  /**
   * A basis as somebody wants to write it down.
   *
   * @param obstacle why consent can't be had
   * @param reason why this range is needed
   * @param scope the range, no more than what is indispensable
   * @param harmless whether it was found that nobody's rights are harmed unjustly
   * @param harmNote how that was found
   * @param boardOn when the board was asked
   * @param boardWith whom at the board
   */
  public record Wanted(
      String obstacle,
      String reason,
      List<ItemGroup> scope,
      boolean harmless,
      String harmNote,
      Optional<LocalDate> boardOn,
      String boardWith) {}

  /** Tells whether efforts to get consent are on record, as the obstacle asks for them. */
  public static boolean effortMade(Consent consent, String obstacle) {
    Set<String> talked = consent.talked();
    return switch (obstacle) {
      case "refused" -> talked.containsAll(AFTER_REFUSAL);
      case "noContact" -> talked.contains("contactTried");
      default -> !talked.isEmpty();
    };
  }

  /** Judges a basis. */
  public static List<Finding> check(
      LegalBasis basis,
      Consent consent,
      String ownBody,
      Wanted wanted,
      List<ItemGroup> all,
      LocalDate today) {
    List<Finding> found = new ArrayList<>();
    if (!basis.suits(ownBody, consent.recipient(), today)) {
      found.add(error("RULE_NOT_HERE", "この条文は、この学校からこの相手への提供には使えません。ほかの条文を選んでください。"));
    }
    if (!OBSTACLES.contains(wanted.obstacle())) {
      found.add(error("OBSTACLE", "同意を得られないわけ（連絡がとれない・断られた・その他）を選んでください。"));
    } else if (basis.effort() && !effortMade(consent, wanted.obstacle())) {
      found.add(
          error(
              "EFFORT_FIRST",
              wanted.obstacle().equals("refused")
                  ? "同意を得る努力の記録が先です。断るわけを聞いたこと、引き継ぐ利点を話したこと、どこまでならよいかを話し合ったことを「話し合い」に残してください。"
                  : "同意を得る努力の記録が先です。連絡をとろうとした日と、したことを「話し合い」に残してください。"));
    }
    if (wanted.reason().isBlank()) {
      found.add(error("REASON", "なぜこの範囲を渡す必要があるかを書いてください。"));
    }
    if (wanted.scope().isEmpty() || !all.containsAll(wanted.scope())) {
      found.add(error("SCOPE", "どうしても必要な項目だけを選んでください。まだ何も書かれていない項目は選べません。"));
    }
    found.addAll(checkHarm(basis, wanted, today));
    return found;
  }

  private static List<Finding> checkHarm(LegalBasis basis, Wanted wanted, LocalDate today) {
    List<Finding> found = new ArrayList<>();
    if (!wanted.harmless()) {
      found.add(error("HARM", "本人やほかの人の権利や利益を不当に害するおそれがあるときは、同意なしに渡せません。"));
    } else if (wanted.harmNote().isBlank()) {
      found.add(error("HARM_NOTE", "だれかの権利や利益を害さないと、どう確かめたかを書いてください。"));
    }
    boolean asked =
        wanted.boardOn().filter(on -> !on.isAfter(today)).isPresent()
            && !wanted.boardWith().isBlank();
    if (basis.board() && !asked) {
      found.add(error("BOARD_FIRST", "先に教育委員会に確かめて、確かめた日（今日まで）と相手を入れてください。"));
    }
    return found;
  }

  private static Finding error(String code, String message) {
    return ConsentRule.error(code, message);
  }
}
