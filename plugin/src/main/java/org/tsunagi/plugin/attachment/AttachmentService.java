// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.attachment.AttachmentDesk.Owner;
import org.tsunagi.plugin.attachment.AttachmentDesk.Taken;
import org.tsunagi.plugin.attachment.domain.Attachment;
import org.tsunagi.plugin.attachment.persistence.AttachmentTable;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.SheetPlace;
import org.tsunagi.plugin.supportsheet.SheetPlaces;
import org.tsunagi.plugin.supportsheet.SheetReader;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.LifeRule;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/**
 * Files on the sections of a child's sheet. A file has the class of its section: who may not read
 * the section finds no such file at any door.
 */
@Component(service = AttachmentService.class)
public final class AttachmentService {
  private final Gate gate;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetReader reader;
  private final AttachmentDesk desk;

  /** Makes the service. */
  @Activate
  public AttachmentService(
      @Reference Gate gate,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SheetPlaces places,
      @Reference SheetReader reader,
      @Reference AttachmentDesk desk) {
    this.gate = gate;
    this.audit = audit;
    this.transactions = transactions;
    this.places = places;
    this.reader = reader;
    this.desk = desk;
  }

  /** Lists the files of a part that the actor may know of, voided ones included. */
  public List<AttachmentView> list(Actor actor, StudentId student, SheetKey key) {
    SheetPlace place = places.get(actor, Privilege.SHEET_READ, student, key);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(
        session -> {
          OpenPart open = reader.open(session, actor, place);
          audit.recordRead(
              session.connection(), actor, place.school(), student, "attachment:" + key.text());
          return new AttachmentTable(session.connection())
              .list(place.school(), student, "sheet", key.text()).stream()
                  .filter(one -> readable(open, one))
                  .map(AttachmentView::of)
                  .toList();
        });
  }

  /**
   * Attaches a file to a section.
   *
   * @throws RefusedException where the file can't be kept, or the part is locked
   */
  public AttachmentView add(
      Actor actor, StudentId student, SheetKey key, String section, FileUpload upload) {
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, key);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    transactions.run(session -> writable(session, actor, place, section));
    Taken taken = desk.take(upload);
    return transactions.run(
        session -> {
          String sharing = writable(session, actor, place, section).sharing().code();
          Attachment.Place at = Attachment.Place.ofSheet(key.text(), section, sharing);
          return desk.keep(session.connection(), actor, owner(place), at, taken);
        });
  }

  /** Hands a file out; the reading is noted. */
  public FileDownload read(Actor actor, StudentId student, SheetKey key, String id) {
    SheetPlace place = places.get(actor, Privilege.SHEET_READ, student, key);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(
        session -> {
          OpenPart open = reader.open(session, actor, place);
          return desk.handOut(session.connection(), actor, owner(place), find(session, open, id));
        });
  }

  /** Voids a file with a reason; it stays in the list. */
  public AttachmentView voidFile(
      Actor actor, StudentId student, SheetKey key, String id, String reason) {
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, key);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    return transactions.run(
        session -> {
          OpenPart open = reader.open(session, actor, place);
          Attachment one = find(session, open, id);
          refuse(locked(open));
          boolean withdrawn = section(open.whole().sections(), one).isEmpty();
          if (!withdrawn && section(open.writable().sections(), one).isEmpty()) {
            throw new Missing();
          }
          return desk.voidFile(session.connection(), actor, owner(place), one, reason);
        });
  }

  /** Tells whether a file may be known; one of a withdrawn section goes by the class it had. */
  static boolean readable(OpenPart open, Attachment one) {
    boolean there = !section(open.whole().sections(), one).isEmpty();
    return there
        ? !section(open.form().sections(), one).isEmpty()
        : open.form().sections().stream()
            .anyMatch(section -> section.sharing().code().equals(one.place().sharing()));
  }

  private static List<FormSection> section(List<FormSection> sections, Attachment one) {
    return sections.stream().filter(s -> s.id().equals(one.place().section())).toList();
  }

  private static Attachment find(Session session, OpenPart open, String id) {
    SheetPlace place = open.place();
    return new AttachmentTable(session.connection())
        .find(place.school(), place.student(), id)
        .filter(one -> one.place().kind().equals("sheet"))
        .filter(one -> one.place().key().equals(place.key().text()))
        .filter(one -> readable(open, one))
        .orElseThrow(Missing::new);
  }

  private FormSection writable(Session session, Actor actor, SheetPlace place, String section) {
    OpenPart open = reader.open(session, actor, place);
    refuse(locked(open));
    return open.writable().sections().stream()
        .filter(one -> one.id().equals(section))
        .findFirst()
        .orElseThrow(AttachmentService::unknown);
  }

  private static Decision locked(OpenPart open) {
    boolean closed = open.stage() == org.tsunagi.plugin.access.domain.SheetStage.CLOSED;
    return LifeRule.write(open.state(), closed, open.view().canWrite());
  }

  private static Owner owner(SheetPlace place) {
    return new Owner(place.school(), place.student());
  }

  private static RefusedException unknown() {
    return new RefusedException(
        new Decision.Refused(
            List.of(
                new Finding("SECTION", Finding.Severity.ERROR, "どの欄の資料かを、書き込める欄の中から選んでください。"))));
  }

  private static void refuse(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      throw new RefusedException(refused);
    }
  }
}
