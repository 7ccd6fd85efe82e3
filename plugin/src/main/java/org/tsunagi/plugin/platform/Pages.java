// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.util.Locale;
import java.util.Map;

/**
 * Renders the FreeMarker templates of {@code templates/}, with HTML escaping and no access to
 * classes.
 */
public interface Pages {
  /**
   * Renders a template. Every model also holds {@code msg(key, args…)} and {@code lang}.
   *
   * @param template the path below {@code templates/}, for example {@code register/page.ftlh}
   */
  String render(String template, Locale locale, Map<String, Object> model);
}
