// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.extension;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** Adds a section of plain fields to a sheet. */
@ConsumerType
public interface SheetSectionProvider {
  /** Returns the stable id of the section. */
  String id();

  /** Returns the heading. */
  String title(Locale locale);

  /** Returns the ids of the fields, in order; their labels come from {@link #label}. */
  List<String> fields();

  /** Returns the label of a field. */
  String label(String field, Locale locale);
}
