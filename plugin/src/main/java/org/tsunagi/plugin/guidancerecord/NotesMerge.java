// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.guidancerecord.persistence.NotesTable;

/** Joins what is sent with what is kept. */
final class NotesMerge {
  private NotesMerge() {}

  /** Keeps what the writer could not see: choices of masked remarks and a guarded school. */
  static RecordNotes withUnseen(
      RecordNotes wanted, RecordNotes known, RecordView before, boolean openly) {
    if (openly) {
      return wanted;
    }
    Set<String> seen = new HashSet<>();
    before.excerpt().items().forEach(item -> seen.add(item.key()));
    Optional<List<String>> carried =
        wanted
            .carried()
            .map(
                keys -> {
                  Set<String> all = new LinkedHashSet<>(keys);
                  known.carried().orElse(List.of()).stream()
                      .filter(key -> !seen.contains(key))
                      .forEach(all::add);
                  return List.copyOf(all);
                });
    return new RecordNotes(
        carried,
        wanted.excerptNote(),
        wanted.online(),
        known.leaving().protectedPlace() ? known.leaving() : wanted.leaving(),
        wanted.repeatReason());
  }

  /** Returns both texts, for the writer who came second. */
  static Map<String, Object> conflict(RecordNotes yours, Optional<NotesTable.Saved> newest) {
    return Map.of(
        "yours",
        yours,
        "theirs",
        newest.map(NotesTable.Saved::notes).orElse(RecordNotes.NONE),
        "version",
        newest.map(NotesTable.Saved::version).orElse(0),
        "savedBy",
        newest.map(NotesTable.Saved::savedBy).orElse(""));
  }
}
