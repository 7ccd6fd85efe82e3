// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.access.Actor;

/**
 * A request for a fragment.
 *
 * @param actor who is asking
 * @param locale the language of the page
 * @param parameters the query's parameters, first value of each
 * @param base the links of this host
 */
public record PageRequest(
    Actor actor, Locale locale, Map<String, List<String>> parameters, Base base) {

  /** Finds the first value of a parameter that is not blank. */
  public Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).findFirst();
  }

  /**
   * Where things are in this host; every text is a URL prefix without a slash at its end.
   *
   * @param self the address of this very page, to which {@code ?name=value} may be added
   * @param pages where the school pages are: {@code pages + "/" + page.id()}
   * @param students where the records are: {@code students + "/" + studentId + "/" + tab.id()}
   * @param api the REST interface, up to and including {@code /api/v1}
   * @param assets the extension's style sheets and scripts
   * @param csrfToken what a script sends in the header {@code X-CSRF-Token}
   */
  public record Base(
      String self, String pages, String students, String api, String assets, String csrfToken) {}
}
