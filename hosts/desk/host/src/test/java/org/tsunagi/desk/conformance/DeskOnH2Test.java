// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.conformance;

import org.tsunagi.api.conformance.HostConformance;
import org.tsunagi.api.conformance.HostUnderTest;
import org.tsunagi.testing.TestDatabases;

class DeskOnH2Test extends HostConformance {
  @Override
  protected HostUnderTest open() {
    return DeskUnderTest.open(new TestDatabases.Named("h2", TestDatabases.h2()));
  }
}
