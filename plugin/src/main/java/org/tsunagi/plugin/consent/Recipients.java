// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.consent.domain.Consent.Purpose;
import org.tsunagi.plugin.consent.domain.Recipient;
import org.tsunagi.plugin.crediting.FacilityService;
import org.tsunagi.plugin.crediting.FacilityView;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;

/** To whom something may go: a school by its name, or a place of the list of facilities. */
@Component(service = Recipients.class)
public class Recipients {
  private static final Set<String> BODIES = Set.of("public", "national", "private", "corporate");

  private final FacilityService facilities;

  /** Makes it. */
  @Activate
  public Recipients(@Reference FacilityService facilities) {
    this.facilities = facilities;
  }

  /** Lists the facilities in use. */
  public List<FacilityView> list(Actor actor) {
    return facilities.list(actor).stream().filter(one -> one.voidReason().isEmpty()).toList();
  }

  /** Tells whether a recipient's duty of secrecy is confirmed now; schools have it by law. */
  public boolean secrecy(Actor actor, Recipient recipient) {
    return !recipient.outside() || secrecy(list(actor), recipient);
  }

  /** Tells the same from a list that was read before. */
  static boolean secrecy(List<FacilityView> list, Recipient recipient) {
    return !recipient.outside()
        || list.stream()
            .filter(one -> one.id().equals(recipient.id()))
            .anyMatch(one -> one.secrecyConfirmed() && one.secrecyConfirmedOn().isPresent());
  }

  /** Makes the recipient somebody asks for. */
  Recipient wanted(Actor actor, Purpose purpose, ConsentCommand.Ask ask) {
    if (purpose == Purpose.MAKING) {
      return Recipient.OWN;
    }
    String kind = ConsentCommand.text(ask.recipientKind());
    String id = ConsentCommand.text(ask.recipientId());
    if (kind.equals("facility")) {
      return list(actor).stream()
          .filter(one -> one.id().equals(id))
          .map(one -> new Recipient(kind, id, one.name(), body(one)))
          .findFirst()
          .orElseThrow(() -> refusal("RECIPIENT", "渡す相手を「学校外の施設」の一覧から選んでください。"));
    }
    String name = ConsentCommand.text(ask.recipientName());
    String body = ConsentCommand.text(ask.recipientBody());
    if (!kind.equals("school") || name.isEmpty() || name.length() > 300) {
      throw refusal("RECIPIENT", "渡す相手の学校の名前を入れてください。");
    }
    return new Recipient(kind, "", name, Optional.of(body).filter(BODIES::contains).orElse(""));
  }

  private static String body(FacilityView one) {
    return one.publicBody() ? "public" : "private";
  }

  private static RefusedException refusal(String code, String message) {
    return new RefusedException(
        new Decision.Refused(List.of(new Finding(code, Finding.Severity.ERROR, message))));
  }
}
