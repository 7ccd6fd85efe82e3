// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The schemas of the records that the REST interface takes and gives. */
final class OpenApiSchemas {
  private final ObjectNode all = Json.MAPPER.createObjectNode();

  /** Returns the schemas met so far, by name. */
  ObjectNode all() {
    return all;
  }

  /** Returns the schema of a type; a record becomes a reference. */
  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      return ofGeneric(raw, generic.getActualTypeArguments());
    }
    if (type instanceof Class<?> plain) {
      return ofClass(plain);
    }
    return node();
  }

  private ObjectNode ofGeneric(Class<?> raw, Type[] arguments) {
    if (Collection.class.isAssignableFrom(raw)) {
      ObjectNode array = node().put("type", "array");
      array.set("items", of(arguments[0]));
      return array;
    }
    if (Map.class.isAssignableFrom(raw)) {
      ObjectNode map = node().put("type", "object");
      map.set("additionalProperties", of(arguments[1]));
      return map;
    }
    return raw == Optional.class ? of(arguments[0]) : ofClass(raw);
  }

  private ObjectNode ofClass(Class<?> type) {
    if (type == String.class) {
      return node().put("type", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return node().put("type", "boolean");
    }
    if (type == int.class
        || type == long.class
        || type == Integer.class
        || type == Long.class
        || type == OptionalInt.class) {
      return node().put("type", "integer");
    }
    if (type == LocalDate.class) {
      return node().put("type", "string").put("format", "date");
    }
    if (type == Instant.class || type == OffsetDateTime.class) {
      return node().put("type", "string").put("format", "date-time");
    }
    if (type == YearMonth.class) {
      return node().put("type", "string").put("pattern", "^\\d{4}-\\d{2}$");
    }
    if (type.isEnum()) {
      ObjectNode values = node().put("type", "string");
      var names = values.putArray("enum");
      for (Object constant : type.getEnumConstants()) {
        names.add(constant.toString());
      }
      return values;
    }
    return type.isRecord() ? ofRecord(type) : node();
  }

  private ObjectNode ofRecord(Class<?> type) {
    String name = nameOf(type);
    if (!all.has(name)) {
      ObjectNode schema = all.putObject(name).put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      for (RecordComponent component : type.getRecordComponents()) {
        properties.set(component.getName(), of(component.getGenericType()));
      }
    }
    return node().put("$ref", "#/components/schemas/" + name);
  }

  private static String nameOf(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : nameOf(outer) + "." + type.getSimpleName();
  }

  private static ObjectNode node() {
    return Json.MAPPER.createObjectNode();
  }
}
