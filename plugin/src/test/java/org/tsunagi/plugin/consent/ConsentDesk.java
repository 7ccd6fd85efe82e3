// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.consent.domain.SharedContent;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.persistence.ConsentTable;
import org.tsunagi.plugin.consent.persistence.DisclosureTable;
import org.tsunagi.plugin.crediting.CreditingDesk;
import org.tsunagi.plugin.crediting.FacilityCommand;
import org.tsunagi.plugin.imports.persistence.SqlSchoolProfiles;

/** The services of 同意と提供 put together, with one student whose sheet a test writes. */
final class ConsentDesk {
  static final SchoolId SCHOOL = new SchoolId("S1");
  static final StudentId STUDENT = new StudentId("s1");
  static final Actor TEACHER = actor("t1", HostRole.HOMEROOM_TEACHER, "S1");
  static final Actor PRINCIPAL = actor("p1", HostRole.PRINCIPAL, "S1");
  static final Actor COLLEAGUE = actor("t3", HostRole.TEACHER, "S1");
  static final Actor STRANGER = actor("p2", HostRole.PRINCIPAL, "S2");
  static final Actor BOARD = board();

  final StudentDirectory directory = mock(StudentDirectory.class);
  final List<SharedPart> sheet = new ArrayList<>();

  /** Whether nothing more than a password is asked for. */
  boolean strong = true;

  /** What hands the sheet over; null for what a test writes into {@link #sheet}. */
  @Nullable SharedContent content;

  final ConsentService consents;
  final ConsentStepService steps;
  final DisclosureService disclosures;
  final Recipients recipients;
  private final CreditingDesk crediting;

  ConsentDesk(Ground ground) throws Exception {
    stays(stay("S1", LocalDate.of(2026, 4, 1), Optional.empty()));
    TableGate gate = new TableGate(ground);
    AuditTrail audit = new SqlAuditTrail(ground);
    crediting = new CreditingDesk(gate, ground, audit, ground, directory, null);
    recipients = new Recipients(crediting.facilities);
    ConsentPlaces places = new ConsentPlaces(directory, ground);
    ConsentTable table = new ConsentTable();
    DisclosureTable ledger = new DisclosureTable();
    LegalBases bases = new LegalBases();
    SqlSchoolProfiles profiles = new SqlSchoolProfiles();
    consents =
        new ConsentService(
            gate,
            ground,
            audit,
            ground,
            places,
            recipients,
            this::shared,
            profiles,
            table,
            ledger,
            bases,
            actor -> strong);
    steps =
        new ConsentStepService(
            gate, ground, audit, ground, places, this::shared, profiles, table, bases);
    disclosures =
        new DisclosureService(
            gate,
            ground,
            audit,
            ground,
            places,
            recipients,
            this::shared,
            table,
            ledger,
            actor -> strong);
    ground.execute("INSERT INTO school_profile VALUES ('S1', '', '', 'public', '')");
    facility(0, false);
  }

  private List<SharedPart> shared(Connection connection, SchoolId school, StudentId student) {
    return content == null ? List.copyOf(sheet) : content.list(connection, school, student);
  }

  /** Writes the sheet: a general and a sensitive section of the common sheet. */
  void write(String general, String sensitive) {
    sheet.clear();
    sheet.add(
        new SharedPart(
            "common",
            "共通シート",
            List.of(
                section("basic", "general", general), section("family", "sensitive", sensitive))));
  }

  private static SharedPart.Section section(String id, String sectionClass, String text) {
    return new SharedPart.Section(
        id, id, sectionClass, List.of(new SharedPart.Field(id + "Notes", "特記事項", text)));
  }

  /** Writes the facility f1, with its duty of secrecy confirmed or not. */
  void facility(int version, boolean secrecy) {
    crediting.facilities.save(
        BOARD,
        "f1",
        new FacilityCommand(
            version,
            "ひだまりの家",
            "6",
            "",
            "",
            false,
            false,
            false,
            "",
            "",
            "",
            secrecy,
            secrecy ? Ground.TODAY : null));
  }

  void stays(Enrolment... stays) {
    when(directory.listEnrolments(any())).thenReturn(List.of());
    when(directory.listEnrolments(STUDENT)).thenReturn(List.of(stays));
  }

  static Enrolment stay(String school, LocalDate first, Optional<LocalDate> last) {
    return new Enrolment(
        "e-" + school,
        STUDENT,
        new SchoolId(school),
        2026,
        Grade.J2,
        Optional.of(new HomeroomId("c-" + school)),
        1,
        first,
        last);
  }

  static Actor actor(String id, HostRole role, String school) {
    Optional<HomeroomId> room =
        role == HostRole.HOMEROOM_TEACHER
            ? Optional.of(new HomeroomId("c-" + school))
            : Optional.empty();
    Post post =
        new Post(
            role,
            Optional.of(new SchoolId(school)),
            room,
            LocalDate.of(2026, 4, 1),
            Optional.empty());
    return new Actor(id, id, List.of(post), Set.of(), false);
  }

  private static Actor board() {
    Post post =
        new Post(
            HostRole.BOARD_OFFICER,
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2026, 4, 1),
            Optional.empty());
    return new Actor("b1", "b1", List.of(post), Set.of(), false);
  }
}
