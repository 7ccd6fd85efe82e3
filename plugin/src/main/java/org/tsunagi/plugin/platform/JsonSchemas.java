// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds documents against the published schemas and says in plain Japanese where they differ. */
public final class JsonSchemas {
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private JsonSchemas() {}

  /**
   * A place at which a document differs from its schema.
   *
   * @param pointer the place as a JSON pointer, for example {@code /codes/3/glyph}; empty for the
   *     whole
   * @param line the line on which it begins, from 1 on; 0 where there is no text
   * @param message what, and how to mend it
   */
  public record Problem(String pointer, int line, String message) {}

  /**
   * Checks a text.
   *
   * @param schema the schema's file, for example {@code attendance-codes.json}
   * @return the problems by line; empty when it is as it should be
   */
  public static List<Problem> check(String schema, byte[] text) {
    Map<String, Integer> lines = new HashMap<>();
    JsonNode document;
    try {
      readLines(text, lines);
      document = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      return List.of(new Problem("", line, "JSONとして読み取れません。かっこ、コンマ、引用符、同じ名前の項目を確かめてください。"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return check(schema, document, lines);
  }

  /** Checks a document without its text. */
  public static List<Problem> check(String schema, JsonNode document) {
    return check(schema, document, Map.of());
  }

  private static List<Problem> check(String name, JsonNode document, Map<String, Integer> lines) {
    if (document.isMissingNode()) {
      return List.of(new Problem("", 1, "中身がありません。ファイルを確かめてください。"));
    }
    List<Problem> problems = new ArrayList<>();
    for (ValidationMessage message : schema(name).validate(document)) {
      String pointer = message.getInstanceLocation().toString();
      problems.add(
          new Problem(
              pointer.equals("/") ? "" : pointer, line(lines, pointer), SchemaWords.say(message)));
    }
    problems.sort(Comparator.comparingInt(Problem::line).thenComparing(Problem::pointer));
    return problems;
  }

  private static JsonSchema schema(String name) {
    return SCHEMAS.computeIfAbsent(name, JsonSchemas::load);
  }

  private static JsonSchema load(String name) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    try (InputStream in = BundleFiles.open("schema/" + name).orElseThrow()) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Json.MAPPER.readTree(in), config);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Notes the line of each place; two items of one name in an object are refused. */
  private static void readLines(byte[] text, Map<String, Integer> lines) throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      while (parser.nextToken() != null) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
      }
    }
  }

  private static int line(Map<String, Integer> lines, String pointer) {
    String place = pointer.equals("/") ? "" : pointer;
    while (!place.isEmpty() && !lines.containsKey(place)) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault(place, lines.isEmpty() ? 0 : 1);
  }

  /** The words for what a schema says. */
  private static final class SchemaWords {
    private static String say(ValidationMessage message) {
      return switch (message.getType()) {
        case "required" -> "「" + message.getProperty() + "」がありません。書き足してください。";
        case "additionalProperties" -> "「" + message.getProperty() + "」という項目はありません。名前を確かめてください。";
        case "type" -> "値の種類が違います。" + values(message) + " にしてください。";
        case "enum" -> "値は " + values(message) + " のどれかにしてください。";
        case "pattern" -> "書き方が違います。空でないか、使える文字だけかを確かめてください。";
        case "maxLength" -> values(message) + "字までにしてください。";
        case "minLength" -> "空にできません。値を書いてください。";
        case "minimum" -> values(message) + "以上にしてください。";
        case "maximum" -> values(message) + "以下にしてください。";
        case "uniqueItems" -> "同じ値が2つあります。1つにしてください。";
        case "minItems", "maxItems" ->
            "数が合いません。" + message.getType() + " は " + values(message) + " です。増やすか減らしてください。";
        case "const" -> "ほかの項目と合いません。" + values(message) + " にしてください。";
        case "not" -> "ほかの項目と合いません。この値は使えません。ほかの値にしてください。";
        default -> message.getMessage();
      };
    }

    /** Returns what the schema allows, without the brackets of a list. */
    private static String values(ValidationMessage message) {
      JsonNode allowed = message.getSchemaNode();
      if (allowed == null) {
        return "";
      }
      if (allowed.isArray()) {
        List<String> words = new ArrayList<>();
        allowed.forEach(one -> words.add(one.asText()));
        return words.stream().collect(Collectors.joining("・"));
      }
      return allowed.asText();
    }
  }
}
