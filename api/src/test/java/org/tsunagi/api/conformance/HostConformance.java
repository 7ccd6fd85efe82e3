// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import org.junit.jupiter.api.BeforeEach;

/** Every test of the kit, on a fresh host each. */
public abstract class HostConformance
    implements RosterConformance,
        CalendarConformance,
        AttendanceConformance,
        MarkListConformance,
        IntakeConformance {
  private HostUnderTest host;

  /** Opens a fresh host that holds the kit's school, on {@link HostUnderTest#TODAY}. */
  protected abstract HostUnderTest open();

  @BeforeEach
  void openHost() {
    host = open();
  }

  @Override
  public final HostUnderTest host() {
    return host;
  }
}
