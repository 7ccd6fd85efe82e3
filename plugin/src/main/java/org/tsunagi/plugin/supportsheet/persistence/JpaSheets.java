// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetState;
import org.tsunagi.plugin.supportsheet.domain.SheetVersion;

/**
 * The parts of sheets of one command's transaction.
 *
 * @param session the transaction
 */
public record JpaSheets(Session session) {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String ONE =
      " s.school = :school AND s.student = :student AND s.part = :part";
  private static final String FIND = "SELECT s FROM SheetEntity s WHERE" + ONE;

  /** The content travels with the newest version only. */
  private static final String KEPT =
      "SELECT s, v.version, CASE WHEN v.version = s.version THEN v.content ELSE '' END,"
          + " CASE WHEN v.version = s.version THEN v.reflected ELSE '' END,"
          + " v.savedByName, v.savedByTitle, v.savedAt"
          + " FROM SheetEntity s, SheetVersionEntity v WHERE v.sheet = s.id"
          + " AND"
          + ONE
          + " ORDER BY v.version DESC";

  private static final String NEWEST =
      "SELECT s, v FROM SheetEntity s, SheetVersionEntity v WHERE v.sheet = s.id"
          + " AND v.version = s.version AND s.school = :school AND s.student = :student"
          + " ORDER BY s.schoolYear, s.id";

  /** Finds a part. */
  public Optional<SheetEntity> find(SchoolId school, StudentId student, SheetKey key) {
    return find(school, student, key, LockModeType.NONE);
  }

  /** Finds a part and locks it until the command ends. */
  public Optional<SheetEntity> findLocked(SchoolId school, StudentId student, SheetKey key) {
    return find(school, student, key, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Begins a part, without a version yet.
   *
   * @param schoolYear the school year to which it belongs; 0 for what belongs to none
   * @throws SheetOvertaken where another writer has begun it meanwhile
   */
  public SheetEntity begin(
      SchoolId school, StudentId student, SheetKey key, int schoolYear, Actor actor, Instant at) {
    SheetEntity sheet = new SheetEntity(school.value(), student.value(), key, schoolYear);
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

  /** Adds the next version of a locked or just begun part. */
  public void append(SheetEntity sheet, SheetVersion next, Actor actor) {
    SheetVersionEntity version =
        new SheetVersionEntity(
            sheet,
            sheet.advance(),
            SheetJson.write(next.content()),
            SheetJson.writeValues(next.reflected()));
    version.savedBy = actor.id();
    version.savedByName = actor.name();
    version.savedByTitle = next.savedTitle();
    version.savedAt = next.savedAt().atOffset(ZoneOffset.UTC);
    session.entities().persist(version);
    session.entities().flush();
  }

  /** Moves a locked part to another state of its life. */
  public void move(SheetEntity sheet, SheetState next) {
    sheet.moveTo(next);
    session.entities().flush();
  }

  /**
   * A part with its newest version, and who saved it when.
   *
   * @param sheet the part
   * @param newest its newest version
   * @param saves every save, the newest first, without contents
   */
  public record Kept(SheetEntity sheet, SheetVersion newest, List<SheetVersion> saves) {
    /** Copies the list. */
    public Kept {
      saves = List.copyOf(saves);
    }
  }

  /** Reads a part as it is shown, in one statement; empty before the first save. */
  public Optional<Kept> findKept(SchoolId school, StudentId student, SheetKey key) {
    List<Object[]> rows =
        of(session.entities().createQuery(KEPT, Object[].class), school, student)
            .setParameter("part", key.text())
            .getResultList();
    List<SheetVersion> saves = rows.stream().map(JpaSheets::save).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kept((SheetEntity) rows.get(0)[0], saves.get(0), saves));
  }

  /**
   * A part with its newest version.
   *
   * @param sheet the part
   * @param newest its newest version
   */
  public record Current(SheetEntity sheet, SheetVersion newest) {}

  /** Lists all parts of a child's sheet with their newest versions, in one statement. */
  public List<Current> listNewest(SchoolId school, StudentId student) {
    return of(session.entities().createQuery(NEWEST, Object[].class), school, student)
        .getResultStream()
        .map(row -> new Current((SheetEntity) row[0], version((SheetVersionEntity) row[1])))
        .toList();
  }

  /** Finds a version of a part. */
  public Optional<SheetVersion> findVersion(SheetEntity sheet, int number) {
    String query =
        "SELECT v FROM SheetVersionEntity v WHERE v.sheet = :sheet AND v.version = :number";
    return session
        .entities()
        .createQuery(query, SheetVersionEntity.class)
        .setParameter("sheet", sheet.id)
        .setParameter("number", number)
        .getResultStream()
        .map(JpaSheets::version)
        .findFirst();
  }

  /** Lists the versions of a part, newest first. */
  public List<SheetVersion> listVersions(SheetEntity sheet, int offset, int limit) {
    String query =
        "SELECT v FROM SheetVersionEntity v WHERE v.sheet = :sheet ORDER BY v.version DESC";
    return session
        .entities()
        .createQuery(query, SheetVersionEntity.class)
        .setParameter("sheet", sheet.id)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(JpaSheets::version)
        .toList();
  }

  private Optional<SheetEntity> find(
      SchoolId school, StudentId student, SheetKey key, LockModeType lock) {
    return of(session.entities().createQuery(FIND, SheetEntity.class), school, student)
        .setParameter("part", key.text())
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  private static <T> TypedQuery<T> of(TypedQuery<T> query, SchoolId school, StudentId student) {
    return query.setParameter("school", school.value()).setParameter("student", student.value());
  }

  private static SheetVersion save(Object[] row) {
    @Nullable String content = (String) row[2];
    return new SheetVersion(
        (Integer) row[1],
        content == null || content.isEmpty() ? SheetContent.EMPTY : SheetJson.read(content),
        SheetJson.readValues((String) row[3]),
        (String) row[4],
        (String) row[5],
        ((OffsetDateTime) row[6]).toInstant());
  }

  private static SheetVersion version(SheetVersionEntity row) {
    return new SheetVersion(
        row.version,
        SheetJson.read(row.content),
        SheetJson.readValues(row.reflected),
        row.savedByName,
        row.savedByTitle,
        row.savedAt.toInstant());
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
