// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A saved version of a sheet; rows are added and never changed. */
@Entity
@Cacheable(false)
@Table(name = "sheet_version")
public class SheetVersionEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagi_id")
  @Column(name = "id", nullable = false)
  long id;

  @Column(name = "school_id", nullable = false, length = 255, updatable = false)
  String school;

  @Column(name = "sheet_id", nullable = false, updatable = false)
  long sheet;

  @Column(name = "version_number", nullable = false, updatable = false)
  int version;

  @Column(name = "content", nullable = false, length = 1000000, updatable = false)
  String content;

  @Column(name = "reflected", length = 100000, updatable = false)
  @Nullable String reflected;

  @Column(name = "saved_by", nullable = false, length = 300, updatable = false)
  String savedBy;

  @Column(name = "saved_by_name", nullable = false, length = 300, updatable = false)
  String savedByName;

  @Column(name = "saved_by_title", nullable = false, length = 50, updatable = false)
  String savedByTitle;

  @Column(name = "saved_at", nullable = false, updatable = false)
  OffsetDateTime savedAt;

  /** Is called by the persistence provider only. */
  protected SheetVersionEntity() {}

  SheetVersionEntity(SheetEntity sheet, int version, String content, String reflected) {
    this.school = sheet.school;
    this.sheet = sheet.id;
    this.version = version;
    this.content = content;
    this.reflected = reflected;
  }
}
