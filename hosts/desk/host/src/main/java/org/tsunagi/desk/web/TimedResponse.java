// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.tsunagi.desk.store.CountingDataSource;

/**
 * An answer that says, when its body begins, how long it took and how many statements it needed.
 */
final class TimedResponse extends HttpServletResponseWrapper {
  private final long begun = System.nanoTime();
  private boolean told;

  TimedResponse(HttpServletResponse response) {
    super(response);
    CountingDataSource.reset();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    tell();
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    tell();
    return super.getWriter();
  }

  private void tell() {
    if (!told && !isCommitted()) {
      told = true;
      double milliseconds = (System.nanoTime() - begun) / 1e6;
      setHeader("Server-Timing", String.format(Locale.ROOT, "app;dur=%.1f", milliseconds));
      setHeader("X-Tsunagi-Statements", Integer.toString(CountingDataSource.count()));
    }
  }
}
