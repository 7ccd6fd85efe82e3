// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.tsunagi.launcher.Desk;
import org.tsunagi.launcher.Options;

class BundlesIT {
  @TempDir Path data;

  private static Framework start(Path data) throws Exception {
    return Desk.start(
        Options.parse(List.of("--port", "0", "--data", data.toString()), Map.of()), Map.of());
  }

  @Test
  void everyBundleIsActiveAndEveryComponentSatisfied() throws Exception {
    Framework framework = start(data);
    try {
      List<String> idle = new ArrayList<>();
      for (Bundle bundle : framework.getBundleContext().getBundles()) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        if (bundle.getState() != (fragment ? Bundle.RESOLVED : Bundle.ACTIVE)) {
          idle.add(bundle.getSymbolicName() + " " + bundle.getState());
        }
      }
      assertEquals(List.of(), idle);
      assertEquals(List.of(), missing(framework));
    } finally {
      framework.stop();
      framework.waitForStop(20_000);
    }
  }

  /** Asks the extension itself, across class loaders, until it is ready or 80 seconds are over. */
  private static List<?> missing(Framework framework) throws Exception {
    List<?> missing = List.of("org.tsunagi.api.operation.Readiness");
    for (int i = 0; i < 400 && !missing.isEmpty(); i++) {
      Thread.sleep(200);
      // All references: the test's own class path knows another class of this name.
      ServiceReference<?>[] found =
          framework
              .getBundleContext()
              .getAllServiceReferences("org.tsunagi.api.operation.Readiness", null);
      if (found != null) {
        Object readiness = framework.getBundleContext().getService(found[0]);
        missing = (List<?>) readiness.getClass().getMethod("missing").invoke(readiness);
      }
    }
    return missing;
  }

  @Test
  void onlyTheApiIsExportedAndEveryExportHasAVersion() throws Exception {
    Framework framework = start(data);
    try {
      for (Bundle bundle : framework.getBundleContext().getBundles()) {
        String name = bundle.getSymbolicName();
        String exports = bundle.getHeaders().get(Constants.EXPORT_PACKAGE);
        if (name.equals("org.tsunagi.plugin") || name.equals("org.tsunagi.desk")) {
          assertEquals(null, exports, name);
        }
        if (name.equals("org.tsunagi.api")) {
          long packages = exports.split("org\\.tsunagi\\.api\\.[a-z]+;", -1).length - 1;
          long versions = exports.split("version=\"0\\.", -1).length - 1;
          assertTrue(packages >= 10 && versions >= packages, exports);
        }
      }
    } finally {
      framework.stop();
      framework.waitForStop(20_000);
    }
  }
}
