// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import java.io.InputStream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.tsunagi.api.extension.AttendanceCodeProvider;

/** A third party's whole bundle: it registers one provider whose catalogue lies beside it. */
public final class ExampleCodes implements BundleActivator, AttendanceCodeProvider {
  @Override
  public void start(BundleContext context) {
    context.registerService(AttendanceCodeProvider.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {
    // The framework takes the service back.
  }

  @Override
  public String name() {
    return "EXAMPLE";
  }

  @Override
  public InputStream open() {
    InputStream in = ExampleCodes.class.getResourceAsStream("/example-codes.json");
    if (in == null) {
      throw new IllegalStateException("the bundle lacks its catalogue");
    }
    return in;
  }
}
