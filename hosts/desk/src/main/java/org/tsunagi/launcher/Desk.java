// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The OSGi framework with every bundle of the desk. */
public final class Desk {
  private Desk() {}

  /**
   * Starts the framework; returns when every bundle is started (components may still be coming up).
   */
  public static Framework start(Options options, Map<String, String> environment)
      throws IOException, BundleException, BadOption {
    Path data = options.data();
    makePrivate(data);
    Path run = data.resolve("run");
    Files.createDirectories(run);
    Map<String, String> configuration = configuration(options, environment, run);
    configureLogging(data);
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow(() -> new BundleException("no OSGi framework"))
            .newFramework(configuration);
    framework.init();
    List<Bundle> bundles = new ArrayList<>();
    for (BundleFile file : BundleFile.unpack(run.resolve("bundles"))) {
      Bundle bundle =
          framework.getBundleContext().installBundle("reference:" + file.path().toUri().toString());
      bundle.adapt(BundleStartLevel.class).setStartLevel(file.startLevel());
      bundles.add(bundle);
    }
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
    framework.start();
    return framework;
  }

  private static void makePrivate(Path data) throws IOException {
    if (Files.isDirectory(data)) {
      return;
    }
    Files.createDirectories(data);
    if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static Map<String, String> configuration(
      Options options, Map<String, String> environment, Path run) throws BadOption {
    Map<String, String> map = new HashMap<>();
    map.put(Constants.FRAMEWORK_STORAGE, run.resolve("felix-cache").toString());
    map.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    map.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "10");
    map.put("org.osgi.service.http.port", String.valueOf(options.port()));
    map.put("org.apache.felix.http.host", options.bind());
    map.put("org.apache.felix.http.session.timeout", "0");
    map.put("org.apache.felix.http.jetty.sendServerHeader", "false");
    map.put("tsunagi.bind", options.bind());
    map.put("tsunagi.data", options.data().toString());
    map.put("tsunagi.database", options.find("database").orElse(""));
    map.put("tsunagi.database.user", environment.getOrDefault("TSUNAGI_DATABASE_USER", ""));
    map.put("tsunagi.database.password", environment.getOrDefault("TSUNAGI_DATABASE_PASSWORD", ""));
    map.put("tsunagi.key", environment.getOrDefault("TSUNAGI_KEY", ""));
    map.put("tsunagi.keyFile", options.find("key-file").orElse(""));
    map.put("tsunagi.today", options.find("today").orElse(""));
    map.put("tsunagi.sample", String.valueOf(options.on("sample")));
    map.put("tsunagi.behindProxy", String.valueOf(options.on("behind-proxy")));
    map.put("tsunagi.timing", String.valueOf(options.on("timing")));
    map.put("tsunagi.import", String.join("\n", options.imports()));
    map.put("tsunagi.serviceTokenFile", options.find("service-token-file").orElse(""));
    map.put("tsunagi.smtp.host", options.find("smtp-host").orElse(""));
    map.put("tsunagi.smtp.port", options.find("smtp-port").orElse(""));
    map.put("tsunagi.smtp.from", options.find("smtp-from").orElse(""));
    map.put("tsunagi.smtp.startTls", options.find("smtp-starttls").orElse(""));
    map.put("tsunagi.smtp.user", environment.getOrDefault("TSUNAGI_SMTP_USER", ""));
    map.put("tsunagi.smtp.password", environment.getOrDefault("TSUNAGI_SMTP_PASSWORD", ""));
    map.put("tsunagi.baseUrl", options.find("base-url").orElse(""));
    map.put("tsunagi.watch.times", options.find("watch-times").orElse(""));
    addRosario(map, options);
    map.put("ds.loglevel", "warn");
    return map;
  }

  private static void addRosario(Map<String, String> map, Options options) {
    map.put("tsunagi.rosariosis.secretFile", options.find("secret-file").orElse(""));
    map.put("tsunagi.rosariosis.fields", options.find("rosario-fields").orElse(""));
    map.put("tsunagi.rosariosis.roles", options.find("rosario-roles").orElse(""));
    map.put("tsunagi.rosariosis.terms", options.find("rosario-terms").orElse(""));
  }

  private static void configureLogging(Path data) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty(
          "logback.configurationFile", String.valueOf(Desk.class.getResource("/logback-desk.xml")));
    }
    System.setProperty("tsunagi.data", data.toString());
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
  }
}
