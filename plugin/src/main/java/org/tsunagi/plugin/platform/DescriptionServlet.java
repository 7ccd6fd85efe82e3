// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * {@code GET /api/openapi.json} and {@code GET /api/schema/*.json}: what integrators build against;
 * open to all.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/api/openapi.json",
      "osgi.http.whiteboard.servlet.pattern=/api/schema/*"
    })
public final class DescriptionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final String version;
  private final transient List<ApiResource> resources = new CopyOnWriteArrayList<>();

  /** Takes the version from the bundle. */
  @Activate
  public DescriptionServlet(BundleContext context) {
    this.version = context.getBundle().getVersion().toString();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindResource(ApiResource resource) {
    resources.add(resource);
  }

  void unbindResource(ApiResource resource) {
    resources.remove(resource);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    if (request.getRequestURI().endsWith("/openapi.json")) {
      Json.MAPPER
          .writerWithDefaultPrettyPrinter()
          .writeValue(
              response.getOutputStream(),
              OpenApi.describe(
                  resources.stream().<Class<?>>map(Object::getClass).toList(), version));
      return;
    }
    String name = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
    if (!name.matches("[a-z0-9-]+\\.json")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<InputStream> schema = BundleFiles.open("schema/" + name);
    if (schema.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try (InputStream content = schema.get()) {
      content.transferTo(response.getOutputStream());
    }
  }
}
