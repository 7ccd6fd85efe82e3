// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis;

import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.host.Host;
import org.tsunagi.rosariosis.RosarioSettings.Field;
import org.tsunagi.rosariosis.store.RosarioStore;

/** RosarioSIS as a host: read here, written only by its own PHP. */
@Component(service = Host.class)
public final class RosarioHost implements Host {
  private final String version;
  private final boolean kana;

  /** Takes the version that the host's database names. */
  @Activate
  public RosarioHost(@Reference RosarioStore store, @Reference RosarioSettings settings) {
    this.version = store.hostVersion();
    this.kana = !settings.column(Field.FAMILY_KANA).isEmpty();
  }

  @Override
  public String name() {
    return "rosariosis";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Set<Capability> capabilities() {
    return kana ? EnumSet.of(Capability.KANA) : EnumSet.noneOf(Capability.class);
  }
}
