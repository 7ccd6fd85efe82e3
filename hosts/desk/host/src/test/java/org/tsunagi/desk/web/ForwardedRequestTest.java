// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

class ForwardedRequestTest {
  private static HttpServletRequest forwarded() {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getRequestURI()).thenReturn("/students");
    when(request.getRemoteAddr()).thenReturn("127.0.0.1");
    when(request.getScheme()).thenReturn("http");
    when(request.getHeader("X-Forwarded-Proto")).thenReturn("https");
    when(request.getHeader("X-Forwarded-For")).thenReturn("6.6.6.6, 10.1.2.3");
    return request;
  }

  @Test
  void believesTheAddressThatTheProxyAppended() {
    ForwardedRequest request = new ForwardedRequest(forwarded());
    assertTrue(request.isSecure());
    assertEquals("https", request.getScheme());
    assertEquals("10.1.2.3", request.getRemoteAddr());
  }

  @Test
  void keepsTheConnectionsOwnFactsWithoutHeaders() {
    HttpServletRequest plain = mock(HttpServletRequest.class);
    when(plain.getRemoteAddr()).thenReturn("127.0.0.1");
    ForwardedRequest request = new ForwardedRequest(plain);
    assertFalse(request.isSecure());
    assertEquals("127.0.0.1", request.getRemoteAddr());
  }

  @Test
  void theHeadersAreNotBelievedUnlessTheDeskStandsBehindAProxy() throws Exception {
    HttpServletResponse direct = mock(HttpServletResponse.class);
    new SecurityHeadersFilter(false, false).doFilter(forwarded(), direct, mock(FilterChain.class));
    verify(direct, never()).setHeader("Strict-Transport-Security", "max-age=31536000");

    HttpServletResponse behind = mock(HttpServletResponse.class);
    FilterChain chain = mock(FilterChain.class);
    new SecurityHeadersFilter(false, true).doFilter(forwarded(), behind, chain);
    verify(behind).setHeader("Strict-Transport-Security", "max-age=31536000");
    verify(chain).doFilter(any(ForwardedRequest.class), any());
  }
}
