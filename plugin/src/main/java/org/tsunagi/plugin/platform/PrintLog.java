// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the layout says, in the log: faults only, because its chatter would hold words of the
 * papers.
 */
final class PrintLog implements XRLogger {
  private static final Logger LOG = LoggerFactory.getLogger(Prints.class);

  @Override
  public void log(String where, Level level, String message) {
    if (loud(level)) {
      LOG.warn("{}: {}", where, message);
    }
  }

  @Override
  public void log(String where, Level level, String message, Throwable failure) {
    if (loud(level)) {
      LOG.warn("{}: {}", where, message, failure);
    }
  }

  @Override
  public void setLevel(String logger, Level level) {
    // The level is that of the log's own configuration.
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return loud(diagnostic.getLevel());
  }

  private static boolean loud(Level level) {
    return level.intValue() >= Level.WARNING.intValue();
  }
}
