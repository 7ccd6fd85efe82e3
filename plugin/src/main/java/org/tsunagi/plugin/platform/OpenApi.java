// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The OpenAPI 3.1 description of the REST interface, read from the annotations of its resources.
 */
final class OpenApi {
  private OpenApi() {}

  /** Describes the resources. */
  static ObjectNode describe(List<Class<?>> resources, String version) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("openapi", "3.1.0");
    root.putObject("info").put("title", "Tsunagi").put("version", version);
    root.putArray("servers").addObject().put("url", "/api/v1");
    root.putArray("security").addObject().putArray("bearer");
    OpenApiSchemas schemas = new OpenApiSchemas();
    ObjectNode paths = root.putObject("paths");
    resources.stream()
        .filter(resource -> resource.isAnnotationPresent(Path.class))
        .sorted(Comparator.comparing(Class::getName))
        .forEach(resource -> addResource(paths, resource, schemas));
    ObjectNode components = root.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer");
    components.set("schemas", schemas.all());
    return root;
  }

  private static void addResource(ObjectNode paths, Class<?> resource, OpenApiSchemas schemas) {
    String base = resource.getAnnotation(Path.class).value();
    Stream.of(resource.getMethods())
        .filter(method -> httpMethod(method).isPresent())
        .sorted(Comparator.comparing(Method::getName))
        .forEach(
            method -> {
              String path = path(base, method);
              ObjectNode item = paths.withObjectProperty(path);
              item.set(
                  httpMethod(method).orElseThrow().toLowerCase(java.util.Locale.ROOT),
                  operation(method, schemas));
            });
  }

  private static String path(String base, Method method) {
    String sub =
        method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
    return ("/" + base + "/" + sub)
        .replaceAll("/{2,}", "/")
        .replaceAll("(.)/$", "$1")
        .replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static ObjectNode operation(Method method, OpenApiSchemas schemas) {
    ObjectNode operation = Json.MAPPER.createObjectNode();
    operation.put(
        "operationId", method.getDeclaringClass().getSimpleName() + "." + method.getName());
    if (method.isAnnotationPresent(Summary.class)) {
      operation.put("summary", method.getAnnotation(Summary.class).value());
    }
    ArrayNode parameters = operation.putArray("parameters");
    for (Parameter parameter : method.getParameters()) {
      addParameter(parameters, operation, parameter, schemas);
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode good = responses.putObject("default").put("description", "the answer, or why not");
    ObjectNode content = good.putObject("content");
    for (String type : mediaTypes(method)) {
      content.putObject(type).set("schema", schemas.of(method.getGenericReturnType()));
    }
    return operation;
  }

  private static List<String> mediaTypes(Method method) {
    if (method.isAnnotationPresent(Produces.class)) {
      return List.of(method.getAnnotation(Produces.class).value());
    }
    Produces ofClass = method.getDeclaringClass().getAnnotation(Produces.class);
    return ofClass == null ? List.of("application/json") : List.of(ofClass.value());
  }

  private static void addParameter(
      ArrayNode parameters, ObjectNode operation, Parameter parameter, OpenApiSchemas schemas) {
    PathParam inPath = parameter.getAnnotation(PathParam.class);
    QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
    if (inPath != null) {
      ObjectNode node = parameters.addObject().put("name", inPath.value()).put("in", "path");
      node.put("required", true).set("schema", schemas.of(parameter.getParameterizedType()));
    } else if (inQuery != null) {
      ObjectNode node = parameters.addObject().put("name", inQuery.value()).put("in", "query");
      ObjectNode schema = schemas.of(parameter.getParameterizedType());
      DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
      if (otherwise != null) {
        schema.put("default", otherwise.value());
      }
      node.set("schema", schema);
    } else if (parameter.getAnnotations().length == 0) {
      ObjectNode content = operation.putObject("requestBody").putObject("content");
      content
          .putObject("application/json")
          .set("schema", schemas.of(parameter.getParameterizedType()));
    }
  }
}
