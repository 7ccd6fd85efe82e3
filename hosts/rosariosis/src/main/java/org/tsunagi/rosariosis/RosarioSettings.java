// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.SchoolYear;

/**
 * What the installation says about its RosarioSIS.
 *
 * <p>Framework properties: {@code tsunagi.rosariosis.fields} ({@code number=custom_1,…}), {@code
 * tsunagi.rosariosis.roles} ({@code 校長=principal,…}), {@code tsunagi.rosariosis.terms} ({@code QTR}
 * or {@code SEM}), {@code tsunagi.today}.
 */
@Component(service = RosarioSettings.class)
public final class RosarioSettings {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final Map<String, String> fields;
  private final Map<String, String> roles;
  private final String terms;
  private final Clock clock;
  private final Optional<LocalDate> fixed;

  /** A column of ours that a school may have made as a custom field. */
  public enum Field {
    NUMBER("number", ""),
    REGISTER_NUMBER("registerNumber", ""),
    FAMILY_KANA("familyKana", ""),
    GIVEN_KANA("givenKana", ""),
    GUARDIAN_KANA("guardianKana", ""),
    SEX("sex", "custom_200000000"),
    BIRTH_DATE("birthDate", "custom_200000004");

    private final String key;
    private final String stock;

    Field(String key, String stock) {
      this.key = key;
      this.stock = stock;
    }
  }

  /** Reads the framework's properties. */
  @Activate
  public RosarioSettings(BundleContext context) {
    this(name -> Optional.ofNullable(context.getProperty(name)).orElse(""), Clock.system(TOKYO));
  }

  /** Reads properties; a missing one is the empty text. */
  public RosarioSettings(UnaryOperator<String> property, Clock clock) {
    this.fields = pairs(property.apply("tsunagi.rosariosis.fields"));
    this.roles = pairs(property.apply("tsunagi.rosariosis.roles"));
    this.terms = property.apply("tsunagi.rosariosis.terms");
    this.clock = clock;
    this.fixed =
        Optional.of(property.apply("tsunagi.today"))
            .filter(text -> !text.isBlank())
            .map(LocalDate::parse);
  }

  /** Returns the host's column that holds a field; empty when the school has none. */
  public String column(Field field) {
    return fields.getOrDefault(field.key, field.stock);
  }

  /** Returns the roles given to profiles, by the profile's title or number. */
  public Map<String, String> roles() {
    return roles;
  }

  /** Returns the kind of marking period that is a term: {@code QTR} or {@code SEM}. */
  public String terms() {
    return terms.isBlank() ? "QTR" : terms;
  }

  /** Returns today in Japan. */
  public LocalDate today() {
    return fixed.orElseGet(() -> LocalDate.now(clock.withZone(TOKYO)));
  }

  /** Returns the running school year. */
  public int schoolYear() {
    return SchoolYear.of(today()).year();
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return Map.copyOf(pairs);
  }
}
