// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.conformance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.tsunagi.api.conformance.HostConformance;
import org.tsunagi.api.conformance.HostUnderTest;

class RosarioConformanceTest extends HostConformance {
  private @Nullable RosarioUnderTest rosario;

  @Override
  protected HostUnderTest open() {
    rosario = RosarioUnderTest.open();
    return rosario;
  }

  @AfterEach
  void close() {
    if (rosario != null) {
      rosario.store().close();
    }
  }
}
