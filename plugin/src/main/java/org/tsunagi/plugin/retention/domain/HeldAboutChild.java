// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.domain;

import java.util.List;

/**
 * A feature's word on what it holds about a child. A bundle or feature with a table of its own
 * registers one as a service; a test compares all of them with the database's own catalogue.
 */
public interface HeldAboutChild {
  /** Returns the tables, those that refer to others first, in the order of destruction. */
  List<HeldTable> tables();
}
