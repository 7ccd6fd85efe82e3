// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.access;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The parts of an HTTP request that say who is asking. */
@ProviderType
public interface IncomingRequest {
  /** Returns the method in upper case. */
  String method();

  /** Returns the path without the query. */
  String path();

  /** Finds a header, whatever the case of its name. */
  Optional<String> header(String name);

  /** Finds a cookie. */
  Optional<String> cookie(String name);
}
