// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.extension;

import java.io.InputStream;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** Adds a print form. */
@ConsumerType
public interface PrintFormProvider {
  /** Returns the stable id of the form. */
  String id();

  /** Returns the title. */
  String title(Locale locale);

  /**
   * Opens the FreeMarker template, UTF-8; it is rendered with HTML escaping and no access to
   * classes.
   */
  InputStream openTemplate();
}
