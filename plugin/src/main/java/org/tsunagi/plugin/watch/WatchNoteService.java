// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.watch.WatchPlaces.Place;
import org.tsunagi.plugin.watch.domain.BullyingAnswer;
import org.tsunagi.plugin.watch.domain.ContactNote;
import org.tsunagi.plugin.watch.persistence.NoteTable;

/** Tries to reach a home, and answers to the question of bullying. */
@Component(service = WatchNoteService.class)
public final class WatchNoteService {
  private static final Set<String> WAYS =
      Set.of("phone", "visit", "message", "met", "municipality", "guidanceCenter", "police");
  private static final Set<String> OUTCOMES = Set.of("notHeard", "heard", "resting", "asking");
  private static final int MOST = 1000;

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final WatchPlaces places;
  private final NoteTable notes;
  private final ScanQueue scans;

  /** Makes the service. */
  @Activate
  public WatchNoteService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference WatchPlaces places,
      @Reference NoteTable notes,
      @Reference ScanQueue scans) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.notes = notes;
    this.scans = scans;
  }

  /** Lists a student's tries, newest first; the reading is noted. */
  public List<ContactNote> listContacts(Actor actor, StudentId student) {
    Place place = places.student(student);
    gate.require(actor, Privilege.WATCH_READ, place.target());
    return transactions.runSql(
        connection -> {
          audit.recordRead(connection, actor, place.school(), student, "watch.contacts");
          return notes.listContacts(connection, place.school(), student);
        });
  }

  /**
   * Writes a try down. One without a sign of safety has the school looked at again at once.
   *
   * @return its id
   */
  public String addContact(Actor actor, StudentId student, ContactCommand command) {
    Place place = places.student(student);
    gate.require(actor, Privilege.WATCH_WRITE, place.target());
    ContactNote row = contact(actor, place, command);
    return transactions.runSql(
        connection -> {
          notes.addContact(connection, place.school(), row);
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "watch.contact",
              "watchContact:" + row.id(),
              Map.of(
                  "student", student.value(),
                  "on", row.on().toString(),
                  "how", row.how(),
                  "safetyConfirmed", Boolean.toString(row.safe())));
          if (!row.safe()) {
            scans.queue(connection, actor, Optional.of(place.school()));
          }
          return row.id();
        });
  }

  private ContactNote contact(Actor actor, Place place, ContactCommand command) {
    String how = ContactCommand.text(command.how());
    if (!WAYS.contains(how)) {
      throw WatchPlaces.refusal("HOW", "どうやって連絡したか（電話・家庭訪問など）を選んでください。");
    }
    String aim = ContactCommand.text(command.aim());
    String method = ContactCommand.text(command.method());
    String result = ContactCommand.text(command.result());
    if (how.equals("visit") && Stream.of(aim, method, result).anyMatch(String::isEmpty)) {
      throw WatchPlaces.refusal("VISIT", "家庭訪問のときは、目的・方法・成果をどれも入れてください。");
    }
    if (Stream.of(aim, method, result).anyMatch(text -> text.length() > MOST)) {
      throw WatchPlaces.refusal("TOO_LONG", "どの欄も1000字までです。");
    }
    return new ContactNote(
        UUID.randomUUID().toString(),
        place.student(),
        day(command.on()),
        how,
        command.reached(),
        command.safetyConfirmed(),
        aim,
        method,
        result,
        actor.id(),
        actor.name(),
        places.title(actor, place.school()),
        clock.now(),
        Optional.empty());
  }

  private LocalDate day(@Nullable LocalDate wanted) {
    LocalDate day = wanted == null ? clock.today() : wanted;
    if (day.isAfter(clock.today())) {
      throw WatchPlaces.refusal("DAY", "日付は今日までにしてください。");
    }
    return day;
  }

  /** Voids a try that was written down wrongly. */
  public void voidContact(Actor actor, StudentId student, String contact, String reason) {
    Place place = places.student(student);
    gate.require(actor, Privilege.WATCH_WRITE, place.target());
    if (reason.isBlank() || reason.length() > MOST) {
      throw WatchPlaces.refusal("REASON_NEEDED", "取り消す理由を、1000字までで入れてください。");
    }
    transactions.runSql(
        connection -> {
          boolean done =
              notes.voidContact(
                  connection,
                  place.school(),
                  student,
                  contact,
                  actor.id(),
                  reason.strip(),
                  clock.now());
          if (!done) {
            throw new Missing();
          }
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "watch.contactVoid",
              "watchContact:" + contact,
              Map.of("student", student.value()));
          return true;
        });
  }

  /** Lists a student's answers, newest first; the reading is noted. */
  public List<BullyingAnswer> listAnswers(Actor actor, StudentId student) {
    Place place = places.student(student);
    gate.require(actor, Privilege.WATCH_READ, place.target());
    return transactions.runSql(
        connection -> {
          audit.recordRead(connection, actor, place.school(), student, "watch.answers");
          return notes.listAnswers(connection, place.school(), student);
        });
  }

  /**
   * Writes an answer down.
   *
   * @return its id
   */
  public String addAnswer(Actor actor, StudentId student, AnswerCommand command) {
    Place place = places.student(student);
    gate.require(actor, Privilege.WATCH_WRITE, place.target());
    String outcome = ContactCommand.text(command.outcome());
    String note = ContactCommand.text(command.note());
    if (!OUTCOMES.contains(outcome)) {
      throw WatchPlaces.refusal("OUTCOME", "確かめた結果を選んでください。");
    }
    if (note.length() > MOST) {
      throw WatchPlaces.refusal("TOO_LONG", "聞き取ったことは1000字までです。");
    }
    BullyingAnswer row =
        new BullyingAnswer(
            UUID.randomUUID().toString(),
            student,
            day(command.on()),
            outcome,
            note,
            actor.id(),
            actor.name(),
            places.title(actor, place.school()),
            clock.now());
    return transactions.runSql(
        connection -> {
          notes.addAnswer(connection, place.school(), row);
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "watch.answer",
              "watchAnswer:" + row.id(),
              Map.of("student", student.value(), "on", row.on().toString()));
          return row.id();
        });
  }
}
