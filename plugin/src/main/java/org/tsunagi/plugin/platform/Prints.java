// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.util.Locale;
import java.util.Map;

/** Prints FreeMarker templates as PDF, A4, with a Japanese font inside the file. */
public interface Prints {
  /**
   * Renders a template and lays it out. The model holds what {@link Pages} gives every template.
   *
   * @param template the path below {@code templates/}, for example {@code
   *     guidancerecord/record.ftlh}
   * @return the bytes of the PDF
   */
  byte[] pdf(String template, Locale locale, Map<String, Object> model);
}
