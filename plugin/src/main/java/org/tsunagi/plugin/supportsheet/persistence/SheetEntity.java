// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetState;

/** A sheet: whose, of which kind and school year, and the number of its newest version. */
@Entity
@Cacheable(false)
@Table(name = "sheet")
public class SheetEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagi_id")
  @SequenceGenerator(name = "tsunagi_id", sequenceName = "tsunagi_id", allocationSize = 50)
  @Column(name = "id", nullable = false)
  long id;

  @Column(name = "school_id", nullable = false, length = 255)
  String school;

  @Column(name = "student_id", nullable = false, length = 255)
  String student;

  @Column(name = "kind", nullable = false, length = 20)
  String kind;

  @Column(name = "school_year", nullable = false)
  int schoolYear;

  @Column(name = "part_key", nullable = false, length = 60)
  String part;

  @Column(name = "state", nullable = false, length = 10)
  String state;

  @Column(name = "newest_version", nullable = false)
  int version;

  @Column(name = "created_at", nullable = false)
  OffsetDateTime createdAt;

  @Column(name = "created_by", nullable = false, length = 300)
  String createdBy;

  @Column(name = "created_by_name", nullable = false, length = 300)
  String createdByName;

  /** Is called by the persistence provider only. */
  protected SheetEntity() {}

  SheetEntity(String school, String student, SheetKey key, int schoolYear) {
    this.school = school;
    this.student = student;
    this.kind = key.kind().code();
    this.part = key.text();
    this.schoolYear = schoolYear;
    this.state = SheetState.DRAFT.code();
  }

  /**
   * Counts one version more. Here, because the weaver sees changes in the entity's own code only.
   */
  int advance() {
    version++;
    return version;
  }

  /** Moves it to another state of its life. */
  void moveTo(SheetState next) {
    state = next.code();
  }

  /** Returns which part of the sheet it is. */
  public SheetKey key() {
    return SheetKey.find(part).orElseThrow();
  }

  /** Returns where it stands in its life. */
  public SheetState state() {
    return SheetState.find(state).orElseThrow();
  }

  /** Returns the school year to which it belongs; 0 for what belongs to none. */
  public int schoolYear() {
    return schoolYear;
  }

  /** Returns the number of the row. */
  public long id() {
    return id;
  }

  /** Returns the number of the newest version, 0 before the first. */
  public int version() {
    return version;
  }

  /** Returns the name of who began the sheet. */
  public String createdByName() {
    return createdByName;
  }

  /** Returns when it was begun. */
  public Instant createdAt() {
    return createdAt.toInstant();
  }
}
