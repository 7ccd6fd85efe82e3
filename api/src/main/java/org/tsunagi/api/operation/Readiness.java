// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.operation;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Says whether the extension is ready: tables migrated, REST interface answering. */
@ProviderType
public interface Readiness {
  /** Lists what is still missing; empty when ready. */
  List<String> missing();
}
