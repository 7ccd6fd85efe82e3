// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The REST interface under {@code /api/v1}: every {@link ApiResource} there is, mounted by Jersey.
 *
 * <p>Resources may come and go; Jersey is built anew at the first request after a change.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/api/v1/*",
      "osgi.http.whiteboard.servlet.name=tsunagi-api"
    })
public final class ApiServlet implements Servlet {
  private final List<ApiResource> resources = new CopyOnWriteArrayList<>();
  private final AtomicInteger wanted = new AtomicInteger(1);
  private @Nullable ServletConfig config;
  private volatile @Nullable Built built;

  /** Jersey, as built from the resources of one moment. */
  private record Built(int version, ServletContainer jersey) {}

  /** Makes the interface; Jersey starts with the first request. */
  @Activate
  public ApiServlet() {
    RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindResource(ApiResource resource) {
    resources.add(resource);
    wanted.incrementAndGet();
  }

  void unbindResource(ApiResource resource) {
    resources.remove(resource);
    wanted.incrementAndGet();
  }

  @Override
  public void init(ServletConfig given) {
    this.config = given;
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    jersey().service(request, response);
  }

  private ServletContainer jersey() throws ServletException {
    Built now = built;
    if (now != null && now.version() == wanted.get()) {
      return now.jersey();
    }
    return rebuild();
  }

  private synchronized ServletContainer rebuild() throws ServletException {
    Built now = built;
    int version = wanted.get();
    if (now != null && now.version() == version) {
      return now.jersey();
    }
    ServletContainer jersey = new ServletContainer(application());
    jersey.init(config);
    built = new Built(version, jersey);
    return jersey;
  }

  private ResourceConfig application() {
    ResourceConfig application = new ResourceConfig();
    application.register(JacksonFeature.withoutExceptionMappers()); // ours answer in Japanese
    application.register(new JsonContext());
    application.register(new BodyRequired());
    ErrorAnswers.all().forEach(application::register);
    resources.forEach(application::register);
    application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    application.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    application.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
    application.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    return application;
  }

  @Override
  public @Nullable ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "Tsunagi REST interface";
  }

  @Override
  public void destroy() {
    Built now = built;
    if (now != null) {
      now.jersey().destroy();
    }
  }

  /** Gives Jersey the one mapper. */
  private static final class JsonContext implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
      return Json.MAPPER;
    }
  }
}
