// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.SecondFactors;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.restrictednote.domain.NoteRule;
import org.tsunagi.plugin.restrictednote.domain.RestrictedNote;
import org.tsunagi.plugin.restrictednote.persistence.RestrictedNotes;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.team.ChildPlaces;
import org.tsunagi.plugin.team.ChildPlaces.Place;
import org.tsunagi.plugin.team.Telling;

/** Keeps restricted notes, shows that they exist, and opens them one by one with a reason. */
@Component(service = NoteService.class)
public final class NoteService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ChildPlaces places;
  private final StaffDirectory staff;
  private final SecondFactors secondFactors;

  /** Makes the service. */
  @Activate
  public NoteService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ChildPlaces places,
      @Reference StaffDirectory staff,
      @Reference SecondFactors secondFactors) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.staff = staff;
    this.secondFactors = secondFactors;
  }

  /** Shows which notes of a child exist, without any content. */
  public NoteView view(Actor actor, StudentId student) {
    return view(actor, places.of(student));
  }

  /** Shows which notes exist of a child whose record was read before. */
  public NoteView view(Actor actor, StudentRecord student) {
    return view(actor, places.of(student));
  }

  private NoteView view(Actor actor, Place place) {
    gate.require(actor, Privilege.NOTE_READ, place.target());
    List<RestrictedNote> notes =
        transactions.runSql(
            connection -> new RestrictedNotes(connection).list(place.school(), place.student()));
    return new NoteView(
        notes.stream().map(note -> new NoteView.Line(note, opens(note, actor, place))).toList(),
        gate.permits(actor, Privilege.NOTE_WRITE, place.target()));
  }

  /**
   * Opens a note; the opening and its reason stand in the read log.
   *
   * @throws NotPermitted where the actor is not among those who may open it
   * @throws RefusedException where the reason or a second factor is missing
   */
  public NoteView.Opened open(Actor actor, StudentId student, String id, String reason) {
    Place place = places.of(student);
    gate.require(actor, Privilege.NOTE_READ, place.target());
    String why = ChildPlaces.reason(reason);
    return transactions.runSql(
        connection -> {
          RestrictedNotes notes = new RestrictedNotes(connection);
          RestrictedNote note = find(notes, place, id);
          if (!opens(note, actor, place)) {
            throw new NotPermitted(Privilege.NOTE_READ.code());
          }
          if (!secondFactors.suffices(actor)) {
            throw ChildPlaces.refusal(
                "SECOND_FACTOR",
                "このメモは、ワンタイムコードを使ってサインインしたときだけ開けます。いちどサインアウトし、コードを入れてサインインし直してください。");
          }
          String content = notes.findContent(place.school(), student, id).orElseThrow(Missing::new);
          audit.recordOpening(
              connection, actor, place.school(), student, "note:" + note.kind(), why);
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "note.open",
              "restrictedNote:" + id,
              Map.of("student", student.value()));
          return new NoteView.Opened(note, content);
        });
  }

  /**
   * Writes a note.
   *
   * @return its id
   */
  public String write(Actor actor, StudentId student, NoteCommand command) {
    Place place = places.of(student);
    gate.require(actor, Privilege.NOTE_WRITE, place.target());
    RestrictedNote note =
        note(actor, place, text(command.kind()), command.on(), roles(command), false)
            .with(readers(command));
    add(actor, place, note, text(command.content()), "note.write", Set.of());
    return note.id();
  }

  /** Hands in a concern; whoever does so gets no note to read, not even the own one. */
  public void report(Actor actor, StudentId student, NoteCommand.Concern concern) {
    Place place = places.of(student);
    gate.require(actor, Privilege.NOTE_REPORT, place.target());
    RestrictedNote note =
        note(actor, place, "concern", concern.on(), NoteRule.CONCERN_READERS, true);
    Set<String> told =
        staff.listInCharge(place.school(), place.stay().homeroom(), clock.today()).stream()
            .map(one -> one.id().value())
            .collect(Collectors.toCollection(TreeSet::new));
    add(actor, place, note, text(concern.content()), "note.report", told);
  }

  private void add(
      Actor actor,
      Place place,
      RestrictedNote note,
      String content,
      String action,
      Set<String> told) {
    if (NoteRule.write(note, content, clock.today()) instanceof Decision.Refused refused) {
      throw new RefusedException(refused);
    }
    transactions.runSql(
        connection -> {
          new RestrictedNotes(connection).add(place.school(), note, content);
          Telling.tell(connection, told, place, "concern", "note:" + note.id(), actor, clock.now());
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              action,
              "restrictedNote:" + note.id(),
              Map.of(
                  "student", note.student().value(),
                  "kind", note.kind(),
                  "on", note.on().toString()));
          return true;
        });
  }

  /** Voids a note; it stays in the list with the reason. */
  public void voidNote(Actor actor, StudentId student, String id, String reason) {
    Place place = places.of(student);
    gate.require(actor, Privilege.NOTE_WRITE, place.target());
    String why = ChildPlaces.reason(reason);
    transactions.runSql(
        connection -> {
          RestrictedNotes notes = new RestrictedNotes(connection);
          if (!opens(find(notes, place, id), actor, place)) {
            throw new NotPermitted(Privilege.NOTE_WRITE.code());
          }
          if (!notes.voidNote(place.school(), student, id, actor, why, clock.now())) {
            throw new Missing();
          }
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "note.void",
              "restrictedNote:" + id,
              Map.of("student", student.value()));
          return true;
        });
  }

  private boolean opens(RestrictedNote note, Actor actor, Place place) {
    return NoteRule.opens(note, actor, place.school(), clock.today());
  }

  private static RestrictedNote find(RestrictedNotes notes, Place place, String id) {
    return notes.list(place.school(), place.student()).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(Missing::new);
  }

  private RestrictedNote note(
      Actor actor,
      Place place,
      String kind,
      @Nullable LocalDate on,
      Set<HostRole> roles,
      boolean reported) {
    return new RestrictedNote(
        UUID.randomUUID().toString(),
        place.student(),
        kind,
        on == null ? clock.today() : on,
        roles,
        List.of(),
        reported,
        actor.id(),
        actor.name(),
        places.title(actor, place.school()),
        clock.now(),
        Optional.empty());
  }

  private static Set<HostRole> roles(NoteCommand command) {
    List<String> codes = command.roles() == null ? List.of() : command.roles();
    return codes.stream()
        .map(
            code ->
                HostRole.find(code)
                    .orElseThrow(() -> ChildPlaces.refusal("ROLES", "開ける人の役割を、一覧から選んでください。")))
        .collect(Collectors.toSet());
  }

  private List<RestrictedNote.Reader> readers(NoteCommand command) {
    List<String> wanted = command.staff() == null ? List.of() : command.staff();
    Set<StaffId> ids =
        wanted.stream()
            .filter(id -> !id.isBlank() && id.length() <= 255)
            .map(StaffId::new)
            .collect(Collectors.toSet());
    List<RestrictedNote.Reader> found =
        ids.isEmpty()
            ? List.of()
            : staff.list(ids).stream()
                .map(one -> new RestrictedNote.Reader(one.id().value(), one.name()))
                .toList();
    if (found.size() != wanted.stream().distinct().count()) {
      throw ChildPlaces.refusal("STAFF", "開ける人に、見つからない教職員がいます。一覧から選び直してください。");
    }
    return found;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
