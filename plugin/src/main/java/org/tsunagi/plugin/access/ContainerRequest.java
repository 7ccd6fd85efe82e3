// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.tsunagi.api.access.IncomingRequest;

/**
 * A REST request as a host's resolver sees it.
 *
 * @param request the request in the REST container
 */
record ContainerRequest(ContainerRequestContext request) implements IncomingRequest {
  @Override
  public String method() {
    return request.getMethod().toUpperCase(Locale.ROOT);
  }

  @Override
  public String path() {
    return request.getUriInfo().getRequestUri().getPath();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaderString(name));
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(request.getCookies().get(name)).map(Cookie::getValue);
  }
}
