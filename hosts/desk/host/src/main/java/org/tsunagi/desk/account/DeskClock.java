// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Today at the school, and now.
 *
 * <p>The framework property {@code tsunagi.today} fixes the school's day for demonstrations; the
 * instant, which sessions and codes hang on, is always the true one.
 */
@Component(service = DeskClock.class)
public final class DeskClock {
  /** The zone of school dates. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final Clock clock;
  private final Optional<LocalDate> fixed;

  /** Reads the framework's property. */
  @Activate
  public DeskClock(BundleContext context) {
    this(Clock.systemUTC(), Optional.ofNullable(context.getProperty("tsunagi.today")));
  }

  /** Takes a clock, and a fixed day as ISO text where there is one. */
  public DeskClock(Clock clock, Optional<String> fixedToday) {
    this.clock = clock;
    this.fixed = fixedToday.filter(text -> !text.isBlank()).map(LocalDate::parse);
  }

  /** Returns now. */
  public Instant now() {
    return clock.instant();
  }

  /** Returns the school's day. */
  public LocalDate today() {
    return fixed.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZONE));
  }
}
