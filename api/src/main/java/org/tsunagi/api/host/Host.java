// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.host;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The host school information system. */
@ProviderType
public interface Host {
  /** Returns the product's name, for example {@code desk}. */
  String name();

  /** Returns the product's version. */
  String version();

  /** Returns what the host can do. */
  Set<Capability> capabilities();
}
