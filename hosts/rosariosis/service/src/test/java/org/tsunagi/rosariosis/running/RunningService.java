// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tsunagi.rosariosis.HostDatabase;

/** The finished jar beside the host's tables, asked as the PHP face asks. */
final class RunningService implements AutoCloseable {
  private static final String SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private RunningService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static RunningService start(HostDatabase host) throws IOException {
    Path folder = Files.createTempDirectory("tsunagi-rosariosis");
    Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            System.getProperty("tsunagi.jar"),
            "--port=" + port,
            "--data=" + folder.resolve("data"),
            "--database=" + host.url().replaceFirst("\\?.*", ""),
            "--secret-file=" + secret,
            "--rosario-fields=number=custom_1,registerNumber=custom_2",
            "--today=2026-11-20");
    builder.environment().put("TSUNAGI_DATABASE_USER", "tsunagi");
    builder.environment().put("TSUNAGI_DATABASE_PASSWORD", HostDatabase.PASSWORD);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    BufferedReader console = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("READY")) {
        return new RunningService(process, port);
      }
    }
    throw new IllegalStateException("the service did not start:\n" + said);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Returns a ticket for a request, good for a minute from a moment on. */
  String ticket(String user, String student, String path, Instant from) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("v", "1");
    fields.put("jti", UUID.randomUUID().toString());
    fields.put("iat", String.valueOf(from.getEpochSecond()));
    fields.put("exp", String.valueOf(from.getEpochSecond() + 60));
    fields.put("user", user);
    fields.put("profile", "teacher");
    fields.put("school", "1");
    fields.put("year", "2026");
    fields.put("student", student);
    fields.put("method", "GET");
    fields.put("path", path);
    fields.put("locale", "ja_JP.utf8");
    fields.put("csrf", "c");
    String query =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String body = encoder.encodeToString(query.getBytes(StandardCharsets.UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] sign = mac.doFinal(body.getBytes(StandardCharsets.US_ASCII));
      return body + "." + encoder.encodeToString(sign);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks with a new ticket. */
  HttpResponse<String> ask(String user, String student, String path, String query)
      throws IOException, InterruptedException {
    return send(path + query, ticket(user, student, path, Instant.now()));
  }

  /** Asks with a given ticket. */
  HttpResponse<String> send(String target, String ticket) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .header("X-Tsunagi-Ticket", ticket)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
