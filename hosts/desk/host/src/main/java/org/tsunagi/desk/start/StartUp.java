// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.start;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.operation.ImportDesk;
import org.tsunagi.api.operation.Readiness;
import org.tsunagi.api.operation.ServiceAccounts;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.desk.account.FirstStart;
import org.tsunagi.desk.account.KeyCheck;

/**
 * Carries out what the launcher was asked for, in the background, and says on the console when the
 * desk is ready.
 *
 * <p>The last line is {@code READY} and the address; whatever reads the console can wait for it.
 */
@Component(service = StartUp.class, immediate = true)
public final class StartUp {
  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

  private final BundleContext context;
  private final HttpServiceRuntime http;
  private final Readiness readiness;
  private final ServiceAccounts serviceAccounts;
  private final FirstStart firstStart;
  private final KeyCheck key;
  private final StartImports imports;
  private final PrintStream out = System.out;
  private final Thread thread;

  /** Begins the work on a thread of its own. */
  @Activate
  public StartUp(
      BundleContext context,
      @Reference HttpServiceRuntime http,
      @Reference Readiness readiness,
      @Reference ServiceAccounts serviceAccounts,
      @Reference ImportDesk importDesk,
      @Reference StudentDirectory directory,
      @Reference FirstStart firstStart,
      @Reference KeyCheck key) {
    this.context = context;
    this.http = http;
    this.readiness = readiness;
    this.serviceAccounts = serviceAccounts;
    this.firstStart = firstStart;
    this.key = key;
    this.imports = new StartImports(importDesk, directory, out);
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
      waitUntilReady();
      checkKey();
      writeToken();
      boolean sample = Boolean.parseBoolean(property("tsunagi.sample"));
      if (sample) {
        out.println("つなぎ  " + address() + "  （見本の学校を用意しています… / preparing the sample school…）");
        imports.sample(property("tsunagi.today"));
      }
      imports.files(property("tsunagi.import").lines().filter(line -> !line.isBlank()).toList());
      greet(sample);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.error("start-up stopped", e);
      out.println(
          "始めるときの処理が止まりました。記録ファイル log/tsunagi.log をご覧ください。 / Start-up stopped; see the log.");
    }
  }

  private String property(String name) {
    return Optional.ofNullable(context.getProperty(name)).orElse("");
  }

  private void waitUntilReady() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      List<String> missing = readiness.missing();
      if (missing.isEmpty() || missing.equals(List.of(StartUp.class.getName()))) {
        return;
      }
      Thread.sleep(Duration.ofMillis(100).toMillis());
    }
    throw new IllegalStateException("components are missing: " + readiness.missing());
  }

  private void checkKey() {
    if (!key.passes()) {
      LOG.error("the desk's key is not the one of this database; second factors can't be checked");
      out.println(
          "鍵がこのデータベースのものと違います。二つめの確認が通りません。TSUNAGI_KEY_FILE を確かめてください。"
              + " / The key is not this database's; check TSUNAGI_KEY_FILE.");
    }
  }

  private void writeToken() throws IOException {
    String file = property("tsunagi.serviceTokenFile");
    if (!file.isBlank()) {
      TokenFile.write(
          java.nio.file.Path.of(file), serviceAccounts.issue("integrator", java.util.Set.of()));
    }
  }

  private void greet(boolean sample) {
    if (sample) {
      SampleAccounts.print(firstStart, out);
    } else if (firstStart.needed()) {
      out.println("はじめに管理者を登録してください。 / Sign up the first administrator:");
      out.println("  " + address() + "/setup");
      out.println("  確認番号 / setup code: " + firstStart.code());
    }
    out.println("READY " + address());
    out.flush();
  }

  private String address() {
    Object endpoints = http.getRuntimeDTO().serviceDTO.properties.get("osgi.http.endpoint");
    String bind = property("tsunagi.bind");
    if (endpoints instanceof String[] list) {
      for (String endpoint : list) {
        if (endpoint.startsWith("http://") && endpoint.contains(bind)) {
          return endpoint.replaceAll("/$", "");
        }
      }
      if (list.length > 0) {
        return list[0].replaceAll("/$", "");
      }
    }
    return "http://" + bind;
  }
}
