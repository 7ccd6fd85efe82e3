// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.start;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.operation.Readiness;
import org.tsunagi.api.operation.ServiceAccounts;

/** Says on the console when the service is ready; the last line is {@code READY}. */
@Component(service = StartUp.class, immediate = true)
public final class StartUp {
  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

  private final BundleContext context;
  private final Readiness readiness;
  private final ServiceAccounts accounts;
  private final PrintStream out = System.out;
  private final Thread thread;

  /** Begins to wait on a thread of its own. */
  @Activate
  public StartUp(
      BundleContext context, @Reference Readiness readiness, @Reference ServiceAccounts accounts) {
    this.context = context;
    this.readiness = readiness;
    this.accounts = accounts;
    this.thread = new Thread(this::run, "start-up");
    thread.setDaemon(true);
    thread.start();
  }

  @Deactivate
  void stop() {
    thread.interrupt();
  }

  private void run() {
    try {
      for (int i = 0; i < 600 && !ready(); i++) {
        Thread.sleep(100);
      }
      writeToken();
      warmUp();
      out.println(ready() ? "READY" : "足りない部品があります / Missing: " + readiness.missing());
      out.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.error("start-up stopped", e);
    }
  }

  private boolean ready() {
    List<String> missing = readiness.missing();
    return missing.isEmpty() || missing.equals(List.of(StartUp.class.getName()));
  }

  // The REST interface is built with its first request, which takes longer than the PHP face waits.
  private void warmUp() throws InterruptedException {
    URI first =
        URI.create("http://127.0.0.1:" + property("org.osgi.service.http.port") + "/api/v1/codes");
    try {
      HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(first).build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      LOG.warn("the service could not ask itself: {}", e.getClass().getSimpleName());
    }
  }

  private String property(String name) {
    return Optional.ofNullable(context.getProperty(name)).orElse("");
  }

  private void writeToken() throws IOException {
    String file = property("tsunagi.serviceTokenFile");
    if (file.isBlank()) {
      return;
    }
    Path path = Path.of(file);
    Files.deleteIfExists(path);
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(path, accounts.issue("integrator", Set.of()) + "\n");
  }
}
