// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Security headers on every answer of the desk and of the extensions.
 *
 * <p>No inline script and no inline style. Everything but style sheets and scripts is kept out of
 * caches.
 */
@Component(
    service = Filter.class,
    property = {"osgi.http.whiteboard.filter.pattern=/*", "service.ranking:Integer=1000"})
public final class SecurityHeadersFilter implements Filter {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

  private final boolean timing;
  private final boolean behindProxy;

  /** Reads whether times are to be told, and whether a reverse proxy stands before the desk. */
  @Activate
  public SecurityHeadersFilter(BundleContext context) {
    this(
        Boolean.parseBoolean(context.getProperty("tsunagi.timing")),
        Boolean.parseBoolean(context.getProperty("tsunagi.behindProxy")));
  }

  SecurityHeadersFilter(boolean timing, boolean behindProxy) {
    this.timing = timing;
    this.behindProxy = behindProxy;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest sent
        && response instanceof HttpServletResponse answer) {
      HttpServletRequest asked = behindProxy ? new ForwardedRequest(sent) : sent;
      setHeaders(asked, answer);
      chain.doFilter(asked, timing ? new TimedResponse(answer) : answer);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void setHeaders(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    String path = request.getRequestURI();
    if (!path.startsWith("/assets/") && !path.startsWith("/desk-assets/")) {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
