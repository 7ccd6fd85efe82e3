// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.conformance;

import org.tsunagi.api.conformance.HostConformance;
import org.tsunagi.api.conformance.HostUnderTest;
import org.tsunagi.testing.TestDatabases;

class DeskOnPostgresTest extends HostConformance {
  @Override
  protected HostUnderTest open() {
    return DeskUnderTest.open(new TestDatabases.Named("postgresql", TestDatabases.postgres()));
  }
}
