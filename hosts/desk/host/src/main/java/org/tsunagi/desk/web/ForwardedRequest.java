// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request as the browser sent it to the reverse proxy in front of the desk.
 *
 * <p>Only used with {@code --behind-proxy}: anybody can write these headers, so they are believed
 * only where every request comes through a proxy that sets them. Of several addresses the last one
 * counts, which the proxy itself appended.
 */
final class ForwardedRequest extends HttpServletRequestWrapper {
  ForwardedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public boolean isSecure() {
    String scheme = getHeader("X-Forwarded-Proto");
    return scheme == null ? super.isSecure() : scheme.strip().equalsIgnoreCase("https");
  }

  @Override
  public String getScheme() {
    return isSecure() ? "https" : super.getScheme();
  }

  @Override
  public String getRemoteAddr() {
    String addresses = getHeader("X-Forwarded-For");
    if (addresses == null || addresses.isBlank()) {
      return super.getRemoteAddr();
    }
    return addresses.substring(addresses.lastIndexOf(',') + 1).strip();
  }
}
