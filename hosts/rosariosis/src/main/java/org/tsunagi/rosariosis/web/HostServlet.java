// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.rosariosis.ticket.TicketActorResolver;
import org.tsunagi.rosariosis.ticket.TicketActorResolver.Admitted;
import org.tsunagi.rosariosis.ticket.TicketDoor;

/**
 * {@code GET /host/…}, asked by the PHP face on the same machine: {@code menu}, {@code tabs},
 * {@code codes}, {@code students/{id}/{tab}}, {@code pages/{id}}. 401 without a good ticket.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/host/*")
public final class HostServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TicketActorResolver resolver;
  private final transient Fragments fragments;
  private final transient WantedCodes codes;

  /** Takes the door and what lies behind it. */
  @Activate
  public HostServlet(
      @Reference TicketActorResolver resolver,
      @Reference Fragments fragments,
      @Reference WantedCodes codes) {
    this.resolver = resolver;
    this.fragments = fragments;
    this.codes = codes;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    Optional<Admitted> person = person(request);
    if (person.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    try {
      answer(response, content(person.get(), request));
    } catch (PageNotFound e) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Optional<Admitted> person(HttpServletRequest request) {
    String ticket = request.getHeader(TicketDoor.HEADER);
    return ticket == null
        ? Optional.empty()
        : resolver.admit(ticket, request.getMethod(), request.getRequestURI());
  }

  private String content(Admitted person, HttpServletRequest request) {
    String path = request.getRequestURI().substring("/host".length());
    return switch (path) {
      case "/menu" -> fragments.menu(person);
      case "/tabs" -> fragments.tabs();
      case "/codes" -> codes.list(person.ticket().school(), person.ticket().year());
      default -> fragments.render(person, path, parameters(request));
    };
  }

  private static Map<String, List<String>> parameters(HttpServletRequest request) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
    return parameters;
  }

  private static void answer(HttpServletResponse response, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
