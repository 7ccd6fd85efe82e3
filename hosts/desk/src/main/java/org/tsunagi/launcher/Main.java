// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.launcher;

import java.io.IOException;
import java.util.List;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/** Starts the desk and stops it cleanly on SIGTERM. */
public final class Main {
  private Main() {}

  /** Runs until the framework stops. */
  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(List.of(arguments), System.getenv());
    } catch (BadOption e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    if (options.help()) {
      System.out.print(Options.helpText());
      return;
    }
    try {
      Framework framework = Desk.start(options, System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "stop"));
      framework.waitForStop(0);
    } catch (IOException | BundleException e) {
      System.err.println("つなぎを始められませんでした: " + e.getMessage() + " / The desk could not start.");
      System.exit(1);
    }
  }

  private static void stop(Framework framework) {
    try {
      framework.stop();
      framework.waitForStop(20_000);
    } catch (BundleException e) {
      System.err.println("止めるときに問題がありました: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
