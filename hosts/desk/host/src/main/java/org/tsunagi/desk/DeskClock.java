// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Today in Asia/Tokyo, and now; today is fixed by the framework property {@code tsunagi.today}. */
@Component(service = DeskClock.class)
public final class DeskClock {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final String fixed;

  /** Reads the framework property. */
  @Activate
  public DeskClock(BundleContext context) {
    this(textOf(context));
  }

  /** Fixes today; the empty text leaves it to the system's clock. */
  public DeskClock(String today) {
    this.fixed = today.strip();
  }

  /** Returns today's school date. */
  public LocalDate today() {
    return fixed.isEmpty() ? LocalDate.now(TOKYO) : LocalDate.parse(fixed);
  }

  /** Returns the instant; on a fixed day it is that day with the running time of day. */
  public Instant now() {
    Instant now = Clock.systemUTC().instant();
    return fixed.isEmpty()
        ? now
        : today().atTime(now.atZone(TOKYO).toLocalTime()).atZone(TOKYO).toInstant();
  }

  private static String textOf(BundleContext context) {
    String value = context.getProperty("tsunagi.today");
    return value == null ? "" : value;
  }
}
