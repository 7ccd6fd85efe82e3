// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.tsunagi.plugin.shared.Malformed;

/** Refuses a request whose JSON body says nothing at all ({@code null} or an empty text). */
final class BodyRequired implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    Object body = context.proceed();
    if (body == null) {
      throw new Malformed("本文がありません。JSONで送ってください。");
    }
    return body;
  }
}
