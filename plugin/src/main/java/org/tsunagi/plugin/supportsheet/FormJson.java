// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.supportsheet.domain.FieldType;
import org.tsunagi.plugin.supportsheet.domain.FormAddition;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.SectionClass;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.Words;

/**
 * Reads forms and their sections from JSON; {@code schema/support-sheet-form.json} describes it.
 */
public final class FormJson {
  private static final int FULL_WIDTH = 12;

  private FormJson() {}

  /** Reads the parts of a form. */
  public static List<FormPart> parts(JsonNode form) {
    return list(
        form.path("parts"),
        part ->
            new FormPart(
                SheetKind.find(part.path("id").asText()).orElseThrow(),
                words(part, "label", "en"),
                list(part.path("sections"), section -> section(section, "form"))));
  }

  /** Reads a section. */
  public static FormSection section(JsonNode section, String origin) {
    return new FormSection(
        section.path("id").asText(),
        words(section, "label", "en"),
        SectionClass.find(section.path("class").asText("general")).orElseThrow(),
        section.path("extra").asBoolean() || !origin.equals("form"),
        section.path("aside").asBoolean(),
        origin,
        list(section.path("fields"), FormJson::field));
  }

  /** Reads the body of an added section; null where it is withdrawn. */
  static @Nullable JsonNode body(FormAddition addition) {
    if (addition.body().isEmpty()) {
      return null;
    }
    try {
      return Json.MAPPER.readTree(addition.body());
    } catch (JsonProcessingException e) {
      throw new Malformed("section をJSONとして読み取れません。");
    }
  }

  /** Reads an added section; its ids are its own, so that it never meets the form's. */
  static FormSection section(FormAddition addition) {
    String prefix = "o-" + addition.scope().kind().code().charAt(0) + "-" + addition.section();
    FormSection read =
        section(
            Objects.requireNonNullElse(body(addition), MissingNode.getInstance()),
            addition.origin());
    List<FormField> fields =
        read.fields().stream().map(field -> field.named(prefix + "-" + field.id())).toList();
    return new FormSection(
        prefix, read.label(), read.sharing(), true, false, read.origin(), fields);
  }

  private static FormField field(JsonNode field) {
    FieldType type = FieldType.find(field.path("type").asText("text")).orElseThrow();
    Optional<FormTable> table =
        type == FieldType.TABLE ? Optional.of(table(field.path("table"))) : Optional.empty();
    Set<Need> needs = new HashSet<>();
    field.path("needs").forEach(need -> needs.add(Need.find(need.asText()).orElseThrow()));
    return new FormField(
        field.path("id").asText(),
        words(field, "label", "en"),
        words(field, "hint", "hintEn"),
        type,
        field.path("longest").asInt(type.longest()),
        needs,
        field.path("source").asText(),
        field.path("printsZero").asBoolean(),
        field.path("fallback").asBoolean(),
        field.path("extra").asBoolean(),
        field.path("with").asText(),
        field.path("width").asInt(FULL_WIDTH),
        choices(field),
        table);
  }

  private static FormTable table(JsonNode table) {
    return new FormTable(
        words(table, "head", "headEn"),
        list(table.path("columns"), FormJson::column),
        list(table.path("lines"), FormJson::line),
        table.path("more").asBoolean(),
        table.path("blank").asInt(1));
  }

  private static FormTable.Column column(JsonNode column) {
    FieldType type = FieldType.find(column.path("type").asText("text")).orElseThrow();
    return new FormTable.Column(
        column.path("id").asText(),
        words(column, "label", "en"),
        type,
        column.path("longest").asInt(type.longest()),
        column.path("shape").asText().equals("phone"),
        choices(column));
  }

  private static FormTable.Line line(JsonNode line) {
    Map<String, String> reflected = new LinkedHashMap<>();
    line.path("reflected")
        .properties()
        .forEach(cell -> reflected.put(cell.getKey(), cell.getValue().asText()));
    return new FormTable.Line(
        line.path("id").asText(),
        words(line, "label", "en"),
        words(line, "group", "groupEn"),
        reflected,
        Set.copyOf(list(line.path("printsZero"), JsonNode::asText)),
        Set.copyOf(list(line.path("struck"), JsonNode::asText)));
  }

  private static List<FormField.Choice> choices(JsonNode of) {
    return list(
        of.path("choices"),
        one -> new FormField.Choice(one.path("id").asText(), words(one, "label", "en")));
  }

  private static Words words(JsonNode of, String ja, String en) {
    return new Words(of.path(ja).asText(), of.path(en).asText());
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    array.forEach(one -> all.add(read.apply(one)));
    return all;
  }
}
