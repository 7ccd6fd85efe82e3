// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.sql.Connection;
import org.tsunagi.api.school.SchoolId;

/**
 * Where the contents of attached files are kept: never where a browser reaches them by an address
 * of their own, and within the backup.
 */
public interface FileContents {
  /** Keeps a content. */
  void keep(Connection connection, SchoolId school, String id, byte[] content);

  /** Returns a content; empty where there is none. */
  byte[] read(Connection connection, SchoolId school, String id);
}
