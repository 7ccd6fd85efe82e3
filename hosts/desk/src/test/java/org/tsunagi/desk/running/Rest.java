// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The REST interface of a running desk, as an integrator uses it. */
final class Rest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RunningDesk desk;
  private final String token;

  Rest(RunningDesk desk, String token) {
    this.desk = desk;
    this.token = token;
  }

  /** Starts an import and waits until it has ended. */
  JsonNode importBytes(String kind, byte[] content, boolean dryRun) throws Exception {
    return importBody(kind, HttpRequest.BodyPublishers.ofByteArray(content), dryRun);
  }

  JsonNode importFile(String kind, Path file) throws Exception {
    return importBody(kind, HttpRequest.BodyPublishers.ofFile(file), false);
  }

  private JsonNode importBody(String kind, HttpRequest.BodyPublisher body, boolean dryRun)
      throws Exception {
    URI uri =
        URI.create(desk.url() + "/api/v1/imports?kind=" + kind + (dryRun ? "&dryRun=true" : ""));
    HttpResponse<String> answer =
        desk.send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/octet-stream")
                .POST(body),
            token);
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return await(read(answer).get("id").asText());
  }

  private JsonNode await(String job) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(15));
    while (Instant.now().isBefore(end)) {
      JsonNode state = get("/api/v1/jobs/" + job);
      String name = state.get("state").asText();
      if (!name.equals("queued") && !name.equals("running")) {
        return state;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("the job did not end");
  }

  /** Gets JSON; fails on any other answer than 200. */
  JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = desk.get(path, token);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
    }
    return read(answer);
  }

  /** Sends JSON and gives the whole answer. */
  HttpResponse<String> send(String method, String path, String json) throws Exception {
    return desk.send(
        HttpRequest.newBuilder(URI.create(desk.url() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)),
        token);
  }

  static JsonNode read(HttpResponse<String> answer) throws IOException {
    return MAPPER.readTree(answer.body());
  }
}
