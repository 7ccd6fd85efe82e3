// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.tsunagi.plugin.access.Privilege.CREDITING_READ;
import static org.tsunagi.plugin.access.Privilege.CREDITING_WRITE;
import static org.tsunagi.plugin.access.Privilege.SETTING_WRITE;
import static org.tsunagi.plugin.access.Privilege.SHEET_READ;
import static org.tsunagi.plugin.access.Privilege.SHEET_WRITE;
import static org.tsunagi.plugin.access.Privilege.STUDENT_MERGE;
import static org.tsunagi.plugin.register.GuardedFile.DRAFT;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.attachment.AttachmentService;
import org.tsunagi.plugin.attachment.AttachmentSettingService;
import org.tsunagi.plugin.attachment.EvidenceFileService;
import org.tsunagi.plugin.attachment.FileUpload;
import org.tsunagi.plugin.duplicate.MergeService;
import org.tsunagi.plugin.register.GuardedCalls.About;
import org.tsunagi.plugin.register.GuardedCalls.Call;
import org.tsunagi.plugin.register.GuardedCalls.Guard;
import org.tsunagi.plugin.register.GuardedCalls.Work;

/** The operations on attached files, for {@link GuardedCalls}. */
final class GuardedAttachments {
  private static final Map<String, String> OF_EVIDENCE = new HashMap<>();

  private final List<Call> calls = new ArrayList<>();

  private GuardedAttachments() {
    attachments();
  }

  static List<Call> all() {
    return new GuardedAttachments().calls;
  }

  private void add(Class<?> service, String method, int parameters, Privilege needed, Work work) {
    add(service, method, parameters, needed, About.STUDENT, work);
  }

  private void add(
      Class<?> service, String method, int parameters, Privilege needed, About about, Work work) {
    Guard guard = new Guard(needed, about);
    calls.add(new Call(service.getSimpleName(), method, parameters, List.of(guard), work));
  }

  private static FileUpload file() {
    byte[] text = "面談のまとめ".getBytes(StandardCharsets.UTF_8);
    return new FileUpload("面談.txt", "", new ByteArrayInputStream(text));
  }

  /** Attaches a file to a part of the sheet and returns its id. */
  static String lay(Assembly services, Actor by, StudentId student) {
    return services.get(AttachmentService.class).add(by, student, DRAFT, "remarks", file()).id();
  }

  /** Attaches a file to an entry of evidence. */
  static void layEvidence(Assembly services, Actor by, String entry) {
    OF_EVIDENCE.put(entry, services.get(EvidenceFileService.class).add(by, entry, file()).id());
  }

  private static String ofEvidence(GuardedPlace at) {
    return OF_EVIDENCE.getOrDefault(at.evidence(), "");
  }

  private void attachments() {
    add(
        AttachmentService.class,
        "list",
        3,
        SHEET_READ,
        (s, who, at) -> s.get(AttachmentService.class).list(who, at.student(), DRAFT));
    add(
        AttachmentService.class,
        "add",
        5,
        SHEET_WRITE,
        (s, who, at) ->
            s.get(AttachmentService.class).add(who, at.student(), DRAFT, "remarks", file()));
    add(
        AttachmentService.class,
        "read",
        4,
        SHEET_READ,
        (s, who, at) ->
            s.get(AttachmentService.class).read(who, at.student(), DRAFT, at.file().attachment()));
    add(
        AttachmentService.class,
        "voidFile",
        5,
        SHEET_WRITE,
        (s, who, at) ->
            s.get(AttachmentService.class)
                .voidFile(who, at.student(), DRAFT, at.file().attachment(), "誤り"));
    add(
        EvidenceFileService.class,
        "list",
        2,
        CREDITING_READ,
        (s, who, at) -> s.get(EvidenceFileService.class).list(who, at.evidence()));
    add(
        EvidenceFileService.class,
        "add",
        3,
        CREDITING_WRITE,
        (s, who, at) -> s.get(EvidenceFileService.class).add(who, at.evidence(), file()));
    add(
        EvidenceFileService.class,
        "read",
        3,
        CREDITING_READ,
        (s, who, at) -> s.get(EvidenceFileService.class).read(who, at.evidence(), ofEvidence(at)));
    add(
        EvidenceFileService.class,
        "voidFile",
        4,
        CREDITING_WRITE,
        (s, who, at) ->
            s.get(EvidenceFileService.class).voidFile(who, at.evidence(), ofEvidence(at), "誤り"));
    add(
        AttachmentSettingService.class,
        "inForce",
        1,
        SETTING_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(AttachmentSettingService.class).inForce(who));
    add(
        AttachmentSettingService.class,
        "set",
        3,
        SETTING_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(AttachmentSettingService.class).set(who, 0, 20));
    add(
        MergeService.class,
        "list",
        2,
        STUDENT_MERGE,
        About.SCHOOL,
        (s, who, at) -> s.get(MergeService.class).list(who, at.school()));
    add(
        MergeService.class,
        "preview",
        4,
        STUDENT_MERGE,
        About.SCHOOL,
        (s, who, at) ->
            s.get(MergeService.class).preview(who, at.school(), at.student(), at.student()));
  }
}
