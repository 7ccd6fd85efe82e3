// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.host.Host;

/** The desk as a host: everything is kept here except timetables. */
@Component(service = Host.class)
public final class DeskHost implements Host {
  private static final Set<Capability> CAPABILITIES =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(Capability.TIMETABLE, Capability.PUBLISH_TIMETABLE)));

  private final String version;

  /** Takes the version of the bundle. */
  @Activate
  public DeskHost(BundleContext context) {
    this(context.getBundle().getVersion().toString());
  }

  /** Names a version. */
  public DeskHost(String version) {
    this.version = version;
  }

  @Override
  public String name() {
    return "desk";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }
}
