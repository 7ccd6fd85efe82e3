// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.access;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who is asking. */
@ProviderType
public interface ActorResolver {
  /**
   * Resolves the person behind a request to the extension's own paths.
   *
   * <p>For a method that can change something, the host also checks its protection against forged
   * requests (in the desk: the header {@code X-CSRF-Token}) and answers empty when it fails.
   *
   * @return the actor; empty when nobody is signed in
   */
  Optional<Actor> resolve(IncomingRequest request);
}
