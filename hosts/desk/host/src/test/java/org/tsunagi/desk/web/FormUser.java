// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who fills in the desk's forms, without a network between. */
final class FormUser {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  final Map<String, String> cookies = new LinkedHashMap<>();
  private final DeskServlet servlet;
  private String token = "";

  FormUser(DeskServlet servlet) {
    this.servlet = servlet;
  }

  /** What came back. */
  record Answer(int status, String location, String body) {}

  Answer get(String path) throws IOException {
    return send("GET", path, Map.of());
  }

  /** Sends a form with the token of the page that was shown last. */
  Answer post(String path, String... fields) throws IOException {
    return post(path, token, fields);
  }

  Answer postForged(String path, String forged, String... fields) throws IOException {
    return post(path, forged, fields);
  }

  String token() {
    return token;
  }

  private Answer post(String path, String csrf, String[] fields) throws IOException {
    Map<String, String> form = new HashMap<>(Map.of("csrf", csrf));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return send("POST", path, form);
  }

  private Answer send(String method, String path, Map<String, String> form) throws IOException {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn(method);
    when(request.getRequestURI()).thenReturn(path);
    when(request.getRemoteAddr()).thenReturn("192.0.2.7");
    when(request.getLocale()).thenReturn(Locale.JAPANESE);
    when(request.getCookies())
        .thenReturn(
            cookies.entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()))
                .toArray(Cookie[]::new));
    when(request.getParameter(anyString())).thenAnswer(call -> form.get(call.getArgument(0)));
    when(request.getParameterMap()).thenReturn(Map.of());
    return answer(request);
  }

  private Answer answer(HttpServletRequest request) throws IOException {
    HttpServletResponse response = mock(HttpServletResponse.class);
    int[] status = {200};
    Map<String, String> headers = new HashMap<>();
    Body body = new Body();
    doAnswer(call -> status[0] = call.getArgument(0)).when(response).setStatus(anyInt());
    doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
        .when(response)
        .setHeader(anyString(), anyString());
    doAnswer(call -> keep(call.getArgument(1))).when(response).addHeader(any(), anyString());
    when(response.getOutputStream()).thenReturn(body);
    servlet.service(request, response);
    String text = body.bytes.toString(StandardCharsets.UTF_8);
    Matcher found = TOKEN.matcher(text);
    if (found.find()) {
      token = found.group(1);
    }
    return new Answer(status[0], Objects.requireNonNullElse(headers.get("Location"), ""), text);
  }

  private String keep(String cookie) {
    String pair = cookie.substring(0, cookie.indexOf(';'));
    int equals = pair.indexOf('=');
    cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    return cookie;
  }

  /** The body of an answer. */
  private static final class Body extends ServletOutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("the desk answers at once");
    }
  }
}
