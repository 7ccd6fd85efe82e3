// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The clock of the machine in Asia/Tokyo; the framework property {@code tsunagi.today} fixes the
 * day.
 */
@Component(service = SchoolClock.class)
public final class SystemSchoolClock implements SchoolClock {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final Optional<LocalDate> fixed;

  /** Reads the property. */
  @Activate
  public SystemSchoolClock(BundleContext context) {
    this.fixed =
        Optional.ofNullable(context.getProperty("tsunagi.today"))
            .filter(text -> !text.isBlank())
            .map(LocalDate::parse);
  }

  @Override
  public LocalDate today() {
    return fixed.orElseGet(() -> LocalDate.now(Clock.system(TOKYO)));
  }

  @Override
  public Instant now() {
    Instant real = Instant.now();
    return fixed
        .map(day -> day.atTime(real.atZone(TOKYO).toLocalTime()).atZone(TOKYO).toInstant())
        .orElse(real);
  }
}
