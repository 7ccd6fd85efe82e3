// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.conformance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.tsunagi.api.conformance.HostConformance;
import org.tsunagi.api.conformance.HostUnderTest;
import org.tsunagi.testing.TestDatabases;

class DeskOnH2Test extends HostConformance {
  private @Nullable DeskUnderTest desk;

  @Override
  protected HostUnderTest open() {
    desk = DeskUnderTest.open(new TestDatabases.Named("h2", TestDatabases.h2()));
    return desk;
  }

  @AfterEach
  void close() {
    if (desk != null) {
      desk.store().close();
    }
  }
}
