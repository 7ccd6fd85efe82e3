// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.sql.Connection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.attachment.AttachmentDesk.Owner;
import org.tsunagi.plugin.attachment.AttachmentDesk.Taken;
import org.tsunagi.plugin.attachment.domain.Attachment;
import org.tsunagi.plugin.attachment.persistence.AttachmentTable;
import org.tsunagi.plugin.crediting.EvidencePlaces;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;

/** Files on entries of evidence: reports, photographs of work, letters of a place of learning. */
@Component(service = EvidenceFileService.class)
public final class EvidenceFileService {
  private static final String KIND = "evidence";

  private final Gate gate;
  private final Transactions transactions;
  private final EvidencePlaces places;
  private final AttachmentDesk desk;

  /** Makes the service. */
  @Activate
  public EvidenceFileService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference EvidencePlaces places,
      @Reference AttachmentDesk desk) {
    this.gate = gate;
    this.transactions = transactions;
    this.places = places;
    this.desk = desk;
  }

  /** Lists the files of an entry, voided ones included. */
  public List<AttachmentView> list(Actor actor, String entry) {
    EvidencePlaces.Place place = place(entry);
    gate.require(actor, Privilege.CREDITING_READ, place.target());
    return transactions.runSql(
        connection ->
            new AttachmentTable(connection)
                .list(place.school(), place.target().student(), KIND, entry).stream()
                    .map(AttachmentView::of)
                    .toList());
  }

  /** Attaches a file to an entry that holds. */
  public AttachmentView add(Actor actor, String entry, FileUpload upload) {
    EvidencePlaces.Place place = place(entry);
    gate.require(actor, Privilege.CREDITING_WRITE, place.target());
    Taken taken = desk.take(upload);
    return transactions.runSql(
        connection -> {
          boolean voided = places.find(connection, entry).orElseThrow(Missing::new).voided();
          AttachmentDesk.refuse(voided ? List.of(gone()) : List.of());
          Attachment.Place at = Attachment.Place.ofEvidence(entry);
          return desk.keep(connection, actor, owner(place), at, taken);
        });
  }

  /** Hands a file out; the reading is noted. */
  public FileDownload read(Actor actor, String entry, String id) {
    EvidencePlaces.Place place = place(entry);
    gate.require(actor, Privilege.CREDITING_READ, place.target());
    return transactions.runSql(
        connection ->
            desk.handOut(connection, actor, owner(place), find(connection, place, entry, id)));
  }

  /** Voids a file with a reason; it stays in the list. */
  public AttachmentView voidFile(Actor actor, String entry, String id, String reason) {
    EvidencePlaces.Place place = place(entry);
    gate.require(actor, Privilege.CREDITING_WRITE, place.target());
    return transactions.runSql(
        connection ->
            desk.voidFile(
                connection, actor, owner(place), find(connection, place, entry, id), reason));
  }

  private EvidencePlaces.Place place(String entry) {
    return transactions
        .runSql(connection -> places.find(connection, entry))
        .orElseThrow(Missing::new);
  }

  private static Attachment find(
      Connection connection, EvidencePlaces.Place place, String entry, String id) {
    return new AttachmentTable(connection)
        .find(place.school(), place.target().student(), id)
        .filter(one -> one.place().kind().equals(KIND) && one.place().key().equals(entry))
        .orElseThrow(Missing::new);
  }

  private static Owner owner(EvidencePlaces.Place place) {
    return new Owner(place.school(), place.target().student());
  }

  private static Finding gone() {
    return new Finding("VOIDED_ENTRY", Finding.Severity.ERROR, "取り消された記録には添付できません。新しい記録に添付してください。");
  }
}
