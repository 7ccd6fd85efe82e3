// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * {@code GET /assets/tsunagi/…}: the style sheets and scripts. With the present version in the
 * query ({@code ?v=…}) an answer may be kept for a year; without it the browser asks again, and is
 * told by the entity tag that nothing changed.
 */
@Component(
    service = Servlet.class,
    property = {"osgi.http.whiteboard.servlet.pattern=/assets/tsunagi/*"})
public final class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Optional<AssetFile> found =
        path == null ? Optional.empty() : AssetFiles.get().find(path.substring(1));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    AssetFile file = found.get();
    boolean versioned = AssetFiles.get().version().equals(request.getParameter("v"));
    response.setHeader(
        "Cache-Control", versioned ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("ETag", file.tag());
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (file.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    response.setContentLength(file.length());
    file.writeTo(response.getOutputStream());
  }
}
