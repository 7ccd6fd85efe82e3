// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.tsunagi.launcher.Desk;
import org.tsunagi.launcher.Options;

/** A third party's bundle of codes, built here and put into the running product. */
class CodeBundleIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CODE =
      """
      {"codes":[{"id":"EXAMPLE.CLUB_CAMP","label":"合宿","shortLabel":"合宿","glyph":"宿","family":"off",
      "key":"","effect":"%s","sheetRow":0,"kind":"","counts":[],"remarkOrder":2,
      "remarkTemplate":"出席停止等{n}日（合宿のため）","defaultDetail":"","decisionNeeded":"none","roles":[],
      "firstSchoolYear":2026,"lastSchoolYear":null,"restricted":false,"basis":"例"}]}
      """;

  @TempDir Path data;
  private int port;
  private String token = "";

  private Path bundle(String version, String catalogue) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, "example.codes");
    main.putValue(Constants.BUNDLE_VERSION, version);
    main.putValue(Constants.BUNDLE_ACTIVATOR, ExampleCodes.class.getName());
    main.putValue(
        Constants.IMPORT_PACKAGE,
        "org.osgi.framework,org.tsunagi.api.extension;version=\"[0.1,1)\"");
    Path jar = data.resolve("example-" + version + ".jar");
    String path = ExampleCodes.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream type = ExampleCodes.class.getResourceAsStream("/" + path)) {
      out.putNextEntry(new JarEntry(path));
      type.transferTo(out);
      out.putNextEntry(new JarEntry("example-codes.json"));
      out.write(catalogue.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private JsonNode send(HttpRequest.Builder request, String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                request
                    .uri(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private boolean known(String code) throws Exception {
    for (JsonNode one : send(HttpRequest.newBuilder().GET(), "/codes").get("codes")) {
      if (one.get("id").asText().equals(code)) {
        return true;
      }
    }
    return false;
  }

  private boolean appears(String code) throws Exception {
    for (int i = 0; i < 100; i++) {
      if (known(code)) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  private void awaitToken(Path file) throws Exception {
    for (int i = 0; i < 600 && (!Files.exists(file) || Files.size(file) == 0); i++) {
      Thread.sleep(100);
    }
    token = Files.readString(file).strip();
  }

  @Test
  void bundlesCodeIsInTheCatalogueIsCountedAndStaysWhenTheBundleGoes() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path tokenFile = data.resolve("token");
    Framework framework =
        Desk.start(
            Options.parse(
                List.of(
                    "--port", String.valueOf(port),
                    "--data", data.resolve("desk").toString(),
                    "--today", "2026-11-20",
                    "--service-token-file", tokenFile.toString()),
                Map.of()),
            Map.of());
    try {
      awaitToken(tokenFile);
      assertFalse(known("EXAMPLE.CLUB_CAMP"));
      Bundle broken =
          framework
              .getBundleContext()
              .installBundle(bundle("1.0.0", CODE.formatted("maybe")).toUri().toString());
      broken.start();
      assertEquals(Bundle.ACTIVE, broken.getState());
      assertFalse(known("EXAMPLE.CLUB_CAMP"));
      broken.uninstall();
      Bundle good =
          framework
              .getBundleContext()
              .installBundle(bundle("1.0.1", CODE.formatted("exempt")).toUri().toString());
      good.start();
      assertEquals(true, appears("EXAMPLE.CLUB_CAMP"));
      String request =
          "{\"schoolYear\":2026,\"grade\":\"J1\",\"plannedDays\":[\"2026-06-01\",\"2026-06-02\"],"
              + "\"students\":[{\"id\":\"A\",\"marks\":[{\"date\":\"2026-06-01\","
              + "\"code\":\"EXAMPLE.CLUB_CAMP\"}]}]}";
      JsonNode student =
          send(
                  HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(request)),
                  "/simulations/attendance")
              .at("/students/0");
      assertEquals(1, student.get("exemptDays").asInt());
      assertEquals("出席停止等1日（合宿のため）", student.at("/remarks/0").asText());
      good.uninstall();
      assertEquals(true, known("EXAMPLE.CLUB_CAMP"));
    } finally {
      framework.stop();
      framework.waitForStop(20_000);
    }
  }
}
