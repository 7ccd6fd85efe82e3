// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.restrictednote.domain.RestrictedNote;
import org.tsunagi.plugin.shared.JapaneseDates;

/** Notes as the template is given them: never with their content. */
final class NoteRows {
  private NoteRows() {}

  static Map<String, Object> row(NoteView.Line line, Locale locale) {
    RestrictedNote note = line.note();
    List<String> audience =
        Stream.concat(
                note.roles().stream().sorted().map(PostTitle::of),
                note.readers().stream().map(RestrictedNote.Reader::name))
            .toList();
    Map<String, Object> row = new HashMap<>();
    row.put("id", note.id());
    row.put("on", JapaneseDates.full(note.on(), locale));
    row.put("kind", note.kind());
    row.put("audience", String.join("、", audience));
    row.put("writtenBy", note.writtenBy());
    row.put("writtenTitle", note.writtenTitle());
    row.put("reported", note.reported());
    row.put("canOpen", line.canOpen());
    row.put("voidReason", note.voidReason().orElse(""));
    return row;
  }
}
