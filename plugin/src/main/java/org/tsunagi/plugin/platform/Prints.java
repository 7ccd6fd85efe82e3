// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints FreeMarker templates as PDF, A4, with a Japanese font inside the file. */
public interface Prints {
  /**
   * Renders a template and lays it out.
   *
   * <p>The template is {@code <@p.document title=…>…</@p.document>} by {@code print.ftlh}, well
   * formed as XML; its look is {@code templates/print.css} and nothing else: no picture, style or
   * file is loaded from anywhere. The model holds what {@link Pages} gives every template and
   * {@code printed}, the line of {@link PrintLine#of} that says in the footer who made the paper
   * and when.
   *
   * @param template the path below {@code templates/}, for example {@code
   *     guidancerecord/record.ftlh}
   * @return the bytes of the PDF
   * @throws IllegalStateException where the template is not well formed or lacks a title
   */
  byte[] pdf(String template, Locale locale, Map<String, Object> model);

  /**
   * Joins papers to one file, each with its own page numbers, with a list of contents.
   *
   * @param names what each is called in the list of contents
   * @param papers the papers in the same order, one at least
   */
  byte[] join(List<String> names, List<byte[]> papers);
}
