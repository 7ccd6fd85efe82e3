// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.access.HostRole;

/**
 * Which roles a profile of the host stands for.
 *
 * <p>A setting for the profile's title or number wins; then the title itself, in Japanese or as the
 * role's code; then the base type: teachers are teachers, and the stock administrator (number 1)
 * looks after the installation. Guardians and students have no role, whatever their profile says.
 */
final class RoleRule {
  private static final Map<String, HostRole> TITLES =
      Map.ofEntries(
          Map.entry("校長", HostRole.PRINCIPAL),
          Map.entry("副校長", HostRole.VICE_PRINCIPAL),
          Map.entry("教頭", HostRole.VICE_PRINCIPAL),
          Map.entry("養護教諭", HostRole.YOGO_TEACHER),
          Map.entry("スクールカウンセラー", HostRole.COUNSELOR),
          Map.entry("スクールソーシャルワーカー", HostRole.SOCIAL_WORKER),
          Map.entry("特別支援教育コーディネーター", HostRole.COORDINATOR),
          Map.entry("事務", HostRole.OFFICE),
          Map.entry("事務職員", HostRole.OFFICE),
          Map.entry("教育委員会", HostRole.BOARD_OFFICER),
          Map.entry("監査", HostRole.AUDITOR));

  private final Map<String, String> settings;

  RoleRule(Map<String, String> settings) {
    this.settings = settings;
  }

  /**
   * A profile as the host keeps it.
   *
   * @param base {@code admin}, {@code teacher}, {@code parent} or {@code student}
   * @param number the profile's number as a text; empty for rights given one by one
   * @param title its title; several languages may stand in it, {@code A|ja_JP.utf8:B}
   */
  record Profile(String base, String number, String title) {}

  List<HostRole> roles(Profile profile) {
    if (!profile.base().equals("admin") && !profile.base().equals("teacher")) {
      return List.of();
    }
    List<HostRole> roles = new ArrayList<>(named(profile));
    if (roles.isEmpty() && profile.base().equals("admin") && profile.number().equals("1")) {
      roles.add(HostRole.INTEGRATOR);
    }
    if (profile.base().equals("teacher") && roles.isEmpty()) {
      roles.add(HostRole.TEACHER);
    }
    return List.copyOf(roles);
  }

  private List<HostRole> named(Profile profile) {
    List<String> texts = texts(profile.title());
    String set = settings.getOrDefault(profile.number(), "");
    for (String text : texts) {
      set = set.isEmpty() ? settings.getOrDefault(text, "") : set;
    }
    if (!set.isEmpty()) {
      return List.of(set.split("\\+", -1)).stream()
          .flatMap(code -> HostRole.find(code.strip()).stream())
          .toList();
    }
    return texts.stream().flatMap(text -> titled(text).stream()).limit(1).toList();
  }

  private static Optional<HostRole> titled(String text) {
    return Optional.ofNullable(TITLES.get(text)).or(() -> HostRole.find(text));
  }

  private static List<String> texts(String title) {
    List<String> texts = new ArrayList<>();
    for (String part : title.split("\\|", -1)) {
      int colon = part.indexOf(':');
      boolean language =
          colon > 0 && part.substring(0, colon).toLowerCase(Locale.ROOT).contains("utf");
      texts.add((language ? part.substring(colon + 1) : part).strip());
    }
    return texts;
  }
}
