// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.consent.domain.SharedContent;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.supportsheet.FormCatalogue;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.Remark;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/**
 * Shared content read from the newest version of every sheet of a child that is not void; sections
 * and their classes come from the form as the school has it today, own sections included.
 */
@Component(service = SharedContent.class)
public final class SheetRowsContent implements SharedContent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> FIRST_NAMES =
      Map.of("handoverNotesToNextYear", "handoverNotes", "monthAppendedOn", "monthNotes");

  /** Cells that say where a row stands and hold no word of anybody. */
  private static final Set<String> PLACES = Set.of("kind", "below");

  private final FormCatalogue forms;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public SheetRowsContent(@Reference FormCatalogue forms, @Reference SchoolClock clock) {
    this.forms = forms;
    this.clock = clock;
  }

  private record Stored(String key, String kind, int schoolYear, String content) {}

  @Override
  public List<SharedPart> list(Connection connection, SchoolId school, StudentId student) {
    return Sql.list(
            connection,
            "SELECT s.part_key, s.kind, s.school_year, v.content FROM sheet s JOIN sheet_version v"
                + " ON v.sheet_id = s.id AND v.version_number = s.newest_version"
                + " WHERE s.school_id = ? AND s.student_id = ? AND s.state <> 'void'"
                + " ORDER BY s.kind, s.school_year, s.part_key",
            row -> new Stored(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)),
            school.value(),
            student.value())
        .stream()
        .flatMap(stored -> part(connection, school, stored).stream())
        .toList();
  }

  private Optional<SharedPart> part(Connection connection, SchoolId school, Stored stored) {
    FormPart form =
        forms.part(connection, school, SheetKind.find(stored.kind()).orElseThrow(), clock.today());
    JsonNode content = tree(stored.content());
    List<SharedPart.Section> sections =
        form.sections().stream().flatMap(one -> section(one, content).stream()).toList();
    String year = stored.schoolYear() == 0 ? "" : "（" + stored.schoolYear() + "年度）";
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(new SharedPart(stored.key(), form.label().ja() + year, sections));
  }

  private static Optional<SharedPart.Section> section(FormSection section, JsonNode content) {
    List<SharedPart.Field> fields = new ArrayList<>();
    for (FormField field : section.fields()) {
      String label = field.label().ja();
      add(fields, field.id(), label, text(field.id(), content));
      String remark = Remark.id(field.id());
      add(fields, remark, label + "の注", content.path("texts").path(remark).asText());
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SharedPart.Section(
                section.id(), section.label().ja(), section.sharing().code(), fields));
  }

  private static void add(List<SharedPart.Field> fields, String id, String label, String text) {
    if (!text.isBlank()) {
      fields.add(new SharedPart.Field(id, label, text));
    }
  }

  /** Returns a field's text: a text, or a table with one line for each row. */
  private static String text(String id, JsonNode content) {
    JsonNode texts = content.path("texts").path(id);
    if (texts.isTextual()) {
      return texts.asText();
    }
    JsonNode table = content.path("tables").path(id);
    JsonNode value =
        table.isMissingNode()
            ? content.path(content.has(id) ? id : FIRST_NAMES.getOrDefault(id, id))
            : table;
    return value.isTextual() ? value.asText() : lines(value);
  }

  private static String lines(JsonNode rows) {
    StringJoiner lines = new StringJoiner("\n");
    if (rows.isArray()) {
      rows.forEach(row -> add(lines, row.has("cells") ? row.path("cells") : row));
    } else {
      rows.properties()
          .forEach(entry -> lines.add(entry.getKey() + "　" + entry.getValue().asText()));
    }
    return lines.toString();
  }

  private static void add(StringJoiner lines, JsonNode cells) {
    StringJoiner line = new StringJoiner("　");
    cells
        .properties()
        .forEach(
            entry -> {
              String cell = entry.getValue().asText();
              if (!PLACES.contains(entry.getKey()) && !cell.isBlank()) {
                line.add(cell);
              }
            });
    if (line.length() > 0) {
      lines.add(line.toString());
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("a stored sheet can't be read", e);
    }
  }
}
