// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The finished jar, running as a process of its own on a free port. */
final class RunningDesk implements AutoCloseable {
  static {
    // A server may close a kept connection at the moment it is used again; then the request is sent
    // anew.
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
  }

  private static final String READY = "READY ";

  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningDesk(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "desk-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the jar with a fixed "today" and waits until it says that it is ready. */
  static RunningDesk start(Path data, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                System.getProperty("tsunagi.jar"),
                "--port",
                "0",
                "--timing",
                "--data",
                data.toString()));
    command.addAll(Arrays.asList(options));
    if (!command.contains("--today")) {
      command.addAll(List.of("--today", "2026-11-20"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    RunningDesk desk = new RunningDesk(process);
    try {
      desk.address.get(240, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
      throw new IllegalStateException("the desk did not get ready:\n" + desk.output(), e);
    }
    return desk;
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(line);
        if (line.startsWith(READY)) {
          address.complete(line.substring(READY.length()).strip());
        }
      }
    } catch (IOException e) {
      lines.add(e.toString());
    }
    address.completeExceptionally(new IllegalStateException("the desk stopped"));
  }

  /** Returns the address without a slash at its end. */
  String url() {
    return address.join();
  }

  /** Returns everything it printed. */
  String output() {
    return String.join("\n", lines);
  }

  long pid() {
    return process.pid();
  }

  HttpResponse<String> get(String path, String token) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).GET(), token);
  }

  HttpResponse<String> send(HttpRequest.Builder request, String token) throws Exception {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(
        request.timeout(Duration.ofSeconds(120)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Reads the token that {@code --service-token-file} wrote. */
  static String token(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  /** Stops by SIGTERM and returns the exit status. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  /** Kills the process at once, as a power cut does: nothing is flushed, nothing is told. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
