// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.consent.domain.Consent.Purpose;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.shared.Finding;

/**
 * When something may be handed over, and when what was handed over may be opened again.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用について 5 and 6 (the content gone through again at the time of
 * provision; the duty of secrecy of a facility made sure of first).
 */
public final class DisclosureRule {
  private DisclosureRule() {}

  /** Finds the range that may go now: what was agreed, or what the basis by law names. */
  public static List<ItemGroup> scope(Consent consent, Standing standing) {
    Optional<ConsentEvent> says =
        standing == Standing.ALLOW_BY_LAW ? consent.basis() : consent.newest(Kind.GIVEN);
    return says.map(event -> ItemGroup.list(event.items())).orElse(List.of());
  }

  /**
   * Judges handing over.
   *
   * @param seenHash the hash of what was gone through at the time of provision
   * @param secrecy whether the recipient's duty of secrecy is confirmed, where it has to be
   */
  public static List<Finding> check(
      Consent consent, List<SharedPart> now, LocalDate today, String seenHash, boolean secrecy) {
    List<Finding> found = new ArrayList<>();
    Standing standing = ConsentRule.standing(consent, now, today);
    if (consent.purpose() != Purpose.HANDING_OVER) {
      found.add(error("NOT_FOR_HANDING_OVER", "これはシートを作ることへの同意です。渡すには、引継ぎの同意を別にもらってください。"));
    } else if (standing != Standing.ALLOW && standing != Standing.ALLOW_BY_LAW) {
      found.add(refusal(standing));
    }
    if (consent.recipient().outside() && !secrecy) {
      found.add(secrecyFirst());
    }
    if (found.isEmpty()) {
      List<SharedPart> content = SharedPart.select(now, scope(consent, standing));
      if (content.isEmpty()) {
        found.add(error("NOTHING_WRITTEN", "渡す項目に、まだ何も書かれていません。"));
      } else if (!CanonicalContent.hash(content).equals(seenHash)) {
        found.add(error("CONTENT_CHANGED", "確かめた後で内容が変わりました。画面を開き直して、もう一度確かめてください。"));
      }
    }
    return found;
  }

  /** Finds why a copy that was handed over may not be opened any more; empty where it may. */
  public static Optional<Finding> closed(
      Disclosure disclosure, Consent consent, LocalDate today, boolean secrecy) {
    if (disclosure.recipient().outside() && !secrecy) {
      return Optional.of(secrecyFirst());
    }
    if (disclosure.ground().byLaw()) {
      return consent.basis().isPresent()
          ? Optional.empty()
          : Optional.of(error("BASIS_OVER", "その後に返事が変わったので、この写しはもう出せません。いまの返事を確かめてください。"));
    }
    Optional<ConsentEvent> answer = consent.answer();
    if (answer.filter(event -> event.kind() == Kind.GIVEN).isEmpty()) {
      return Optional.of(refusal(Standing.WITHDRAWN));
    }
    if (answer.get().until().filter(today::isAfter).isPresent()) {
      return Optional.of(refusal(Standing.EXPIRED));
    }
    return ItemGroup.list(answer.get().items()).containsAll(disclosure.scope())
        ? Optional.empty()
        : Optional.of(error("SCOPE_NARROWED", "同意の範囲が狭くなったので、この写しはもう出せません。いまの範囲で作り直してください。"));
  }

  private static Finding refusal(Standing standing) {
    return switch (standing) {
      case WITHDRAWN -> error("CONSENT_WITHDRAWN", "同意が取り消されたので、出せません。");
      case EXPIRED -> error("CONSENT_EXPIRED", "同意の期限が過ぎたので、出せません。もう一度内容を見せて、同意を確かめてください。");
      case SHOW_AGAIN -> error("SHOW_AGAIN", "同意の後で内容が変わりました。もう一度見せて、同意を確かめてください。");
      default -> error("PENDING_CONSENT", "まだ同意がありません。同意は進学や転学の後でも記録できます。");
    };
  }

  private static Finding secrecyFirst() {
    return error("SECRECY_FIRST", "相手に守秘義務があることを先に確かめて、「学校外の施設」の画面に、確かめた日を入れてください。");
  }

  private static Finding error(String code, String message) {
    return ConsentRule.error(code, message);
  }
}
