// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.SheetVersion;

/**
 * The sheets of one command's transaction.
 *
 * @param session the transaction
 */
public record JpaSheets(Session session) {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FIND =
      "SELECT s FROM SheetEntity s WHERE s.school = :school AND s.student = :student"
          + " AND s.kind = :kind AND s.schoolYear = :year";

  /** The content travels with the newest version only. */
  private static final String KEPT =
      "SELECT s, v.version, CASE WHEN v.version = s.version THEN v.content ELSE '' END,"
          + " v.savedByName, v.savedByTitle, v.savedAt"
          + " FROM SheetEntity s, SheetVersionEntity v WHERE v.sheet = s.id"
          + " AND s.school = :school AND s.student = :student"
          + " AND s.kind = :kind AND s.schoolYear = :year ORDER BY v.version DESC";

  /** Finds a sheet. */
  public Optional<SheetEntity> find(SchoolId school, StudentId student, SheetKind kind, int year) {
    return find(school, student, kind, year, LockModeType.NONE);
  }

  /** Finds a sheet and locks it until the command ends. */
  public Optional<SheetEntity> findLocked(
      SchoolId school, StudentId student, SheetKind kind, int year) {
    return find(school, student, kind, year, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Begins a sheet, without a version yet.
   *
   * @throws SheetOvertaken where another writer has begun it meanwhile
   */
  public SheetEntity begin(
      SchoolId school, StudentId student, SheetKind kind, int year, Actor actor, Instant at) {
    SheetEntity sheet = new SheetEntity(school.value(), student.value(), kind.code(), year);
    sheet.createdAt = at.atOffset(ZoneOffset.UTC);
    sheet.createdBy = actor.id();
    sheet.createdByName = actor.name();
    try {
      session.entities().persist(sheet);
      session.entities().flush();
    } catch (PersistenceException e) {
      if (unique(e)) {
        throw new SheetOvertaken(e);
      }
      throw e;
    }
    return sheet;
  }

  /** Adds the next version of a locked or just begun sheet. */
  public void append(SheetEntity sheet, String content, Actor actor, String title, Instant at) {
    SheetVersionEntity version = new SheetVersionEntity(sheet, sheet.advance(), content);
    version.savedBy = actor.id();
    version.savedByName = actor.name();
    version.savedByTitle = title;
    version.savedAt = at.atOffset(ZoneOffset.UTC);
    session.entities().persist(version);
    session.entities().flush();
  }

  /**
   * A sheet with its newest version, and who saved it when.
   *
   * @param sheet the sheet
   * @param newest its newest version
   * @param saves every save, the newest first, without contents
   */
  public record Kept(
      SheetEntity sheet, SheetVersion<String> newest, List<SheetVersion<String>> saves) {
    /** Copies the list. */
    public Kept {
      saves = List.copyOf(saves);
    }
  }

  /** Reads a sheet as it is shown, in one statement; empty before the first save. */
  public Optional<Kept> findKept(SchoolId school, StudentId student, SheetKind kind, int year) {
    List<Object[]> rows =
        session
            .entities()
            .createQuery(KEPT, Object[].class)
            .setParameter("school", school.value())
            .setParameter("student", student.value())
            .setParameter("kind", kind.code())
            .setParameter("year", year)
            .getResultList();
    List<SheetVersion<String>> saves = rows.stream().map(JpaSheets::save).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kept((SheetEntity) rows.get(0)[0], saves.get(0), saves));
  }

  private static SheetVersion<String> save(Object[] row) {
    return new SheetVersion<>(
        (Integer) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        ((OffsetDateTime) row[5]).toInstant());
  }

  /** Finds the newest version of a sheet. */
  public Optional<SheetVersion<String>> findNewest(SheetEntity sheet) {
    return listVersions(sheet, 0, 1).stream().findFirst();
  }

  /** Lists the versions of a sheet, newest first. */
  public List<SheetVersion<String>> listVersions(SheetEntity sheet, int offset, int limit) {
    String query =
        "SELECT v FROM SheetVersionEntity v WHERE v.sheet = :sheet ORDER BY v.version DESC";
    return session
        .entities()
        .createQuery(query, SheetVersionEntity.class)
        .setParameter("sheet", sheet.id)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(
            v ->
                new SheetVersion<>(
                    v.version, v.content, v.savedByName, v.savedByTitle, v.savedAt.toInstant()))
        .toList();
  }

  private Optional<SheetEntity> find(
      SchoolId school, StudentId student, SheetKind kind, int year, LockModeType lock) {
    return session
        .entities()
        .createQuery(FIND, SheetEntity.class)
        .setParameter("school", school.value())
        .setParameter("student", student.value())
        .setParameter("kind", kind.code())
        .setParameter("year", year)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  private static boolean unique(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
