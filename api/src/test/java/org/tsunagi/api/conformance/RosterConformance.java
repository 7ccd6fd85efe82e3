// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentQuery;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;

/** What every host does as a directory of schools, students and staff. */
interface RosterConformance {
  HostUnderTest host();

  private StudentDirectory students() {
    return host().students();
  }

  private static StudentQuery query(String text) {
    return new StudentQuery(
        Set.of(KitSchool.NORTH), HostUnderTest.TODAY, text, Optional.empty(), Set.of(), 0, 100);
  }

  private List<String> found(StudentQuery query) {
    List<String> ids =
        students().list(query).stream().map(one -> one.student().id().value()).toList();
    assertEquals(
        ids.size(), Math.min(students().count(query), query.limit()), "count and list agree");
    return ids;
  }

  @Test
  default void hostNamesItself() {
    assertFalse(host().host().name().isBlank());
    assertFalse(host().host().version().isBlank());
  }

  @Test
  default void schoolsAreListedByName() {
    List<School> listed = students().listSchools();
    assertEquals(
        List.of(KitSchool.NORTH, KitSchool.SOUTH), listed.stream().map(School::id).toList());
    assertEquals("A北小学校", listed.get(0).name());
  }

  @Test
  default void homeroomsAreListedByGradeAndTheNumberInTheirName() {
    List<Homeroom> listed = students().listHomerooms(KitSchool.NORTH, KitSchool.YEAR);
    assertEquals(
        List.of(KitSchool.FIVE_TWO, KitSchool.FIVE_TEN, KitSchool.SIX_ONE),
        listed.stream().map(Homeroom::id).toList());
    assertTrue(students().listHomerooms(KitSchool.NORTH, 2025).isEmpty());
    assertTrue(students().listHomerooms(KitSchool.SOUTH, KitSchool.YEAR).isEmpty());
    boolean told = host().host().capabilities().contains(Capability.SPECIAL_NEEDS);
    assertEquals(told, listed.get(2).specialNeeds());
  }

  @Test
  default void unknownIdsAreNotFoundAndNotListed() {
    StudentId nobody = new StudentId("nobody");
    assertEquals(Optional.empty(), students().find(nobody));
    assertEquals(
        1, students().listStudents(Set.of(nobody, KitSchool.SAKI)).size(), "unknown left out");
    assertEquals(List.of(), students().listStudents(Set.of()));
    assertEquals(List.of(), students().listEnrolments(nobody));
    assertEquals(Optional.empty(), students().findHomeroom(new HomeroomId("none")));
    assertEquals(Optional.empty(), host().staff().find(new StaffId("nobody")));
  }

  @Test
  default void rareKanjiAreKeptAsWritten() {
    assertEquals("山﨑　花", students().find(KitSchool.SAKI).orElseThrow().name());
    assertEquals("髙橋", students().find(KitSchool.TAKA).orElseThrow().familyName());
    assertEquals("𠮷田", students().find(KitSchool.YOSHI).orElseThrow().familyName());
  }

  @Test
  default void studentHasGuardiansInOrder() {
    Student student = students().find(KitSchool.SAKI).orElseThrow();
    assertEquals(KitSchool.students().get(0).guardians(), student.guardians());
    assertEquals(Optional.of(LocalDate.of(2015, 5, 5)), student.birthDate());
    if (host().host().capabilities().contains(Capability.KANA)) {
      assertEquals("ヤマザキ　ハナ", student.kana());
    }
  }

  @Test
  default void recordHoldsTheStudentWithStaysAndTheirPlaces() {
    StudentRecord record = students().findRecord(KitSchool.SAKI).orElseThrow();
    assertEquals(students().find(KitSchool.SAKI).orElseThrow(), record.student());
    assertEquals(students().listEnrolments(KitSchool.SAKI), record.stays());
    Enrolment stay = record.stays().get(0);
    assertEquals("A北小学校", record.school(stay.school()).orElseThrow().name());
    assertEquals(students().findHomeroom(KitSchool.FIVE_TWO), record.homeroom(KitSchool.FIVE_TWO));
    assertEquals(1, record.schools().size());
    assertEquals(1, record.homerooms().size());
    assertEquals(Optional.empty(), students().findRecord(new StudentId("nobody")));
  }

  @Test
  default void listIsByGradeHomeroomAndNumber() {
    assertEquals(List.of("101", "102", "103", "105"), found(query("")));
    assertEquals("5年2組", students().list(query("")).get(0).homeroomName());
  }

  @ParameterizedTest
  @CsvSource({
    "山﨑,101",
    "山崎,101",
    "高橋,102",
    "髙,102",
    "吉田,103",
    "𠮷,103",
    "A-0001,101",
    "a-0002,102",
    "山崎 花,101",
    "_,105"
  })
  default void searchFindsNamesAndNumbersInAnySpelling(String text, String student) {
    assertEquals(List.of(student), found(query(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"やまざき", "ヤマザキ", "ﾔﾏｻﾞｷ", "ヤマザキ　ハナ"})
  default void searchFindsReadingsInAnyKana(String text) {
    boolean kana = host().host().capabilities().contains(Capability.KANA);
    assertEquals(kana ? List.of("101") : List.of(), found(query(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "該当なし", "!"})
  default void searchTakesSignsLiterally(String text) {
    assertEquals(List.of(), found(query(text)));
  }

  @Test
  default void noSchoolsMeansNobody() {
    assertEquals(
        List.of(),
        found(
            new StudentQuery(
                Set.of(), HostUnderTest.TODAY, "", Optional.empty(), Set.of(), 0, 10)));
  }

  @Test
  default void listTakesTheStaysOfTheDay() {
    Set<SchoolId> schools = Set.of(KitSchool.NORTH);
    StudentQuery last =
        new StudentQuery(schools, KitSchool.LEFT_ON, "", Optional.empty(), Set.of(), 0, 10);
    StudentQuery after =
        new StudentQuery(
            schools, KitSchool.LEFT_ON.plusDays(1), "", Optional.empty(), Set.of(), 0, 10);
    assertTrue(found(last).contains("104"));
    assertFalse(found(after).contains("104"));
  }

  @Test
  default void listIsRestrictedByGradeAndHomeroomAndPaged() {
    Set<SchoolId> schools = Set.of(KitSchool.NORTH);
    LocalDate today = HostUnderTest.TODAY;
    assertEquals(
        List.of("105"),
        found(new StudentQuery(schools, today, "", Optional.of(Grade.P6), Set.of(), 0, 10)));
    assertEquals(
        List.of("103"),
        found(
            new StudentQuery(
                schools, today, "", Optional.empty(), Set.of(KitSchool.FIVE_TEN), 0, 10)));
    StudentQuery page = new StudentQuery(schools, today, "", Optional.empty(), Set.of(), 1, 2);
    assertEquals(
        List.of("102", "103"),
        students().list(page).stream().map(one -> one.student().id().value()).toList());
    assertEquals(4, students().count(page));
  }

  @Test
  default void staysOfAHomeroomAreThoseWithADayInTheRange() {
    List<Enrolment> year =
        students().listHomeroomEnrolments(KitSchool.FIVE_TWO, KitSchool.APRIL, KitSchool.MARCH);
    assertEquals(List.of("11.1", "12.1", "14.1"), year.stream().map(Enrolment::id).toList());
    LocalDate after = KitSchool.LEFT_ON.plusDays(1);
    assertEquals(2, students().listHomeroomEnrolments(KitSchool.FIVE_TWO, after, after).size());
    LocalDate before = KitSchool.APRIL.minusDays(1);
    assertEquals(List.of(), students().listHomeroomEnrolments(KitSchool.FIVE_TWO, before, before));
  }

  @Test
  default void everyStayOfASchoolYearIsStreamed() {
    List<Enrolment> streamed = new ArrayList<>();
    students().streamEnrolments(KitSchool.NORTH, KitSchool.YEAR, streamed::add);
    assertEquals(Set.copyOf(KitSchool.stays()), Set.copyOf(streamed));
    assertEquals(5, streamed.size());
    students().streamEnrolments(KitSchool.NORTH, 2025, stay -> streamed.clear());
    assertEquals(5, streamed.size());
  }

  @Test
  default void homeroomTeachersAreListedInTheOrderNamed() {
    List<StaffMember> teachers =
        host().staff().listHomeroomTeachers(KitSchool.FIVE_TWO, HostUnderTest.TODAY);
    assertEquals(
        List.of(KitSchool.SECOND_TEACHER, KitSchool.TEACHER),
        teachers.stream().map(StaffMember::id).toList());
    assertEquals(
        List.of(),
        host().staff().listHomeroomTeachers(KitSchool.FIVE_TWO, KitSchool.APRIL.minusDays(1)));
  }

  @Test
  default void thoseInChargeAreTheTeachersOfTheClassAndThePrincipal() {
    List<StaffMember> charged =
        host()
            .staff()
            .listInCharge(KitSchool.NORTH, Optional.of(KitSchool.FIVE_TWO), HostUnderTest.TODAY);
    List<StaffId> ids = charged.stream().map(StaffMember::id).toList();
    assertEquals(
        Set.of(KitSchool.SECOND_TEACHER, KitSchool.TEACHER, KitSchool.PRINCIPAL), Set.copyOf(ids));
    assertEquals(3, ids.size());
    assertTrue(ids.indexOf(KitSchool.SECOND_TEACHER) < ids.indexOf(KitSchool.TEACHER));
    assertEquals(Set.copyOf(host().staff().list(Set.copyOf(ids))), Set.copyOf(charged));
    assertEquals(
        List.of(KitSchool.PRINCIPAL),
        host().staff().listInCharge(KitSchool.NORTH, Optional.empty(), HostUnderTest.TODAY).stream()
            .map(StaffMember::id)
            .toList());
  }

  @Test
  default void staffHaveTheirPosts() {
    assertEquals(
        List.of(KitSchool.PRINCIPAL),
        host().staff().listByRole(KitSchool.NORTH, HostRole.PRINCIPAL, HostUnderTest.TODAY).stream()
            .map(StaffMember::id)
            .toList());
    assertEquals(
        List.of(),
        host().staff().listByRole(KitSchool.SOUTH, HostRole.PRINCIPAL, HostUnderTest.TODAY));
    StaffMember officer = host().staff().find(KitSchool.OFFICER).orElseThrow();
    assertEquals(Optional.empty(), officer.posts().get(0).school());
    assertEquals(
        2,
        host()
            .staff()
            .list(Set.of(KitSchool.TEACHER, KitSchool.PRINCIPAL, new StaffId("nobody")))
            .size());
  }
}
