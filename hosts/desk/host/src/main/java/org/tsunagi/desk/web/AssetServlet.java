// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.desk.account.Secrets;

/** Style sheet, script and icon of the frame. */
@Component(
    service = Servlet.class,
    property = "osgi.http.whiteboard.servlet.pattern=/desk-assets/*")
public final class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Map<String, String> TYPES =
      Map.of(
          "frame.css", "text/css",
          "frame.js", "text/javascript",
          "icon.svg", "image/svg+xml");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<String> content = TYPES.containsKey(name) ? Optional.of(read(name)) : Optional.empty();
    if (content.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = "\"" + Secrets.hash(content.get()).substring(0, 20) + "\"";
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(TYPES.get(name));
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(content.get().getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String name) throws IOException {
    try (InputStream in = AssetServlet.class.getResourceAsStream("/desk/assets/" + name)) {
      if (in == null) {
        throw new IOException("the bundle lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
