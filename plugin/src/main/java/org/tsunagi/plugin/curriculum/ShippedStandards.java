// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.curriculum.domain.Pattern;
import org.tsunagi.plugin.curriculum.domain.Stage;
import org.tsunagi.plugin.curriculum.domain.StandardHours;
import org.tsunagi.plugin.curriculum.domain.Standards;
import org.tsunagi.plugin.curriculum.domain.SubjectName;
import org.tsunagi.plugin.platform.Json;

/** The law's standard hours and the guide's patterns, as the extension ships them. */
@Component(service = ShippedStandards.class)
public final class ShippedStandards {
  private final Standards standards;

  /** Reads them from the bundle. */
  @Activate
  public ShippedStandards() {
    JsonNode hours = read("/curriculum/standard-hours.json");
    standards =
        new Standards(
            versions(hours), subjects(hours), patterns(read("/curriculum/patterns.json")));
  }

  /** Returns them. */
  public Standards standards() {
    return standards;
  }

  private static List<StandardHours> versions(JsonNode file) {
    List<StandardHours> versions = new ArrayList<>();
    for (JsonNode one : file.path("versions")) {
      Map<Integer, Map<String, BigDecimal>> grades = new TreeMap<>();
      one.path("hours")
          .properties()
          .forEach(
              grade -> {
                Map<String, BigDecimal> subjects = new LinkedHashMap<>();
                grade
                    .getValue()
                    .properties()
                    .forEach(cell -> subjects.put(cell.getKey(), cell.getValue().decimalValue()));
                grades.put(Integer.valueOf(grade.getKey()), subjects);
              });
      versions.add(
          new StandardHours(
              one.path("id").asText(),
              Stage.valueOf(one.path("stage").asText()),
              one.path("firstYear").asInt(),
              one.path("basis").asText(),
              grades));
    }
    return versions;
  }

  private static List<SubjectName> subjects(JsonNode file) {
    List<SubjectName> subjects = new ArrayList<>();
    for (JsonNode one : file.path("subjects")) {
      Set<Stage> stages = new HashSet<>();
      texts(one.path("stages")).forEach(stage -> stages.add(Stage.valueOf(stage)));
      subjects.add(
          new SubjectName(
              one.path("name").asText(),
              stages,
              texts(one.path("names")),
              texts(one.path("aliases"))));
    }
    return subjects;
  }

  private static List<Pattern> patterns(JsonNode file) {
    List<Pattern> patterns = new ArrayList<>();
    for (JsonNode one : file.path("patterns")) {
      patterns.add(
          new Pattern(
              one.path("code").asText(),
              one.path("name").asText(),
              Pattern.Category.valueOf(one.path("category").asText()),
              one.path("derived").asBoolean()));
    }
    return patterns;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static JsonNode read(String path) {
    try (InputStream in = ShippedStandards.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the bundle");
      }
      return Json.MAPPER.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(path + " can't be read", broken);
    }
  }
}
