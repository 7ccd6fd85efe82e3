// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.tsunagi.api.host.Host;
import org.tsunagi.api.operation.Readiness;

/**
 * {@code GET /health}: whether every component is there, with versions; no personal data, no
 * authentication.
 */
@Component(
    service = {Servlet.class, Readiness.class},
    property = {"osgi.http.whiteboard.servlet.pattern=/health"})
public final class HealthServlet extends HttpServlet implements Readiness {
  private static final long serialVersionUID = 1L;

  private final transient BundleContext context;
  private final transient ServiceComponentRuntime components;
  private final transient JpaTransactions transactions;
  private final transient Host host;

  /** Takes what it reports on. */
  @Activate
  public HealthServlet(
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference JpaTransactions transactions,
      @Reference Host host) {
    this.context = context;
    this.components = components;
    this.transactions = transactions;
    this.host = host;
  }

  @Override
  public List<String> missing() {
    return components.getComponentDescriptionDTOs().stream()
        .filter(component -> component.bundle.symbolicName.startsWith("org.tsunagi."))
        .filter(this::unsatisfied)
        .map(component -> component.name)
        .sorted()
        .toList();
  }

  private boolean unsatisfied(ComponentDescriptionDTO component) {
    return components.getComponentConfigurationDTOs(component).stream()
        .noneMatch(
            configuration ->
                configuration.state == ComponentConfigurationDTO.ACTIVE
                    || configuration.state == ComponentConfigurationDTO.SATISFIED);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<String> missing = missing();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", missing.isEmpty() ? "UP" : "DOWN");
    body.put("version", context.getBundle().getVersion().toString());
    body.put("schemaVersion", transactions.schemaVersion());
    body.put("host", host.name());
    if (!missing.isEmpty()) {
      body.put("missing", missing);
    }
    response.setStatus(missing.isEmpty() ? 200 : 503);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    Json.MAPPER.writeValue(response.getOutputStream(), body);
  }
}
