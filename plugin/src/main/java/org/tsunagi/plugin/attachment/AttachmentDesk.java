// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.attachment.domain.Attachment;
import org.tsunagi.plugin.attachment.domain.FileContents;
import org.tsunagi.plugin.attachment.domain.FileKind;
import org.tsunagi.plugin.attachment.domain.FileName;
import org.tsunagi.plugin.attachment.domain.FileRule;
import org.tsunagi.plugin.attachment.persistence.AttachmentTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/**
 * Takes files in, hands them out and voids them, wherever they are attached. It checks no rights.
 */
@Component(service = AttachmentDesk.class)
public class AttachmentDesk {
  private final Transactions transactions;
  private final FileContents contents;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public AttachmentDesk(
      @Reference Transactions transactions,
      @Reference FileContents contents,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.transactions = transactions;
    this.contents = contents;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whose file it is. */
  record Owner(SchoolId school, StudentId student) {}

  /**
   * A file that was judged and can be kept.
   *
   * @param name the name under which it is kept
   * @param kind what it is
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Taken(String name, FileKind kind, byte[] content) {}

  /** Reads and judges what was sent, before any transaction: a slow sender holds none. */
  Taken take(FileUpload upload) {
    int megabytes =
        transactions.runSql(connection -> new AttachmentTable(connection).setting().megabytes());
    byte[] content;
    try {
      content = upload.read(megabytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    refuse(FileRule.check(upload.name(), content, megabytes));
    String name = FileName.clean(upload.name());
    return new Taken(name, FileKind.promised(name).orElseThrow(), content);
  }

  /** Keeps a file. */
  AttachmentView keep(
      Connection connection, Actor actor, Owner owner, Attachment.Place place, Taken taken) {
    AttachmentTable table = new AttachmentTable(connection);
    List<Attachment> there = table.list(owner.school(), owner.student(), place.kind(), place.key());
    refuse(FileRule.checkCount((int) there.stream().filter(one -> !one.voided()).count()));
    Attachment one =
        new Attachment(
            UUID.randomUUID().toString(),
            owner.student(),
            place,
            taken.name(),
            taken.kind(),
            taken.content().length,
            hash(taken.content()),
            actor.id(),
            actor.name(),
            PostTitle.of(actor, owner.school(), clock.today()),
            clock.now(),
            "",
            "");
    table.add(owner.school(), one);
    contents.keep(connection, owner.school(), one.id(), taken.content());
    note(connection, actor, owner, "attachment.add", one);
    return AttachmentView.of(one);
  }

  /** Hands a file out; the reading is noted. A voided one is not there any more. */
  FileDownload handOut(Connection connection, Actor actor, Owner owner, Attachment one) {
    if (one.voided()) {
      throw new Missing();
    }
    audit.recordRead(
        connection,
        actor,
        owner.school(),
        owner.student(),
        one.place().kind().equals("sheet") ? "attachment:" + one.place().key() : "attachment");
    return new FileDownload(one, contents.read(connection, owner.school(), one.id()));
  }

  /** Voids a file; it stays in the list with the reason. */
  AttachmentView voidFile(
      Connection connection, Actor actor, Owner owner, Attachment one, String reason) {
    refuse(FileRule.checkVoiding(reason, one.voided()));
    AttachmentTable table = new AttachmentTable(connection);
    boolean first =
        table.voidFile(owner.school(), one.id(), actor.name(), reason.strip(), clock.now());
    refuse(first ? List.of() : FileRule.checkVoiding(reason, true));
    note(connection, actor, owner, "attachment.void", one);
    return AttachmentView.of(
        table.find(owner.school(), owner.student(), one.id()).orElseThrow(Missing::new));
  }

  static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }

  private void note(
      Connection connection, Actor actor, Owner owner, String action, Attachment one) {
    audit.record(
        connection,
        actor,
        Optional.of(owner.school()),
        action,
        "attachment:" + one.id(),
        Map.of(
            "student", owner.student().value(),
            "place", one.place().kind() + ":" + one.place().key(),
            "section", one.place().section(),
            "sha256", one.sha256()));
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
