// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Short names of browsers for the list of sessions. */
final class Browsers {
  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    PROGRAMS.put("Edg/", "Edge");
    PROGRAMS.put("Firefox/", "Firefox");
    PROGRAMS.put("Chrome/", "Chrome");
    PROGRAMS.put("Safari/", "Safari");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("Mac OS", "Mac");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Linux", "Linux");
  }

  private Browsers() {}

  /** Returns program and system, for example {@code Edge / Windows}. */
  static String name(String userAgent) {
    return first(PROGRAMS, userAgent) + " / " + first(SYSTEMS, userAgent);
  }

  private static String first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(entry -> userAgent.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("?");
  }
}
