// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders the desk's templates with HTML escaping and without access to classes. */
final class Templates {
  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
  private final Messages messages;

  Templates(Messages messages) {
    this.messages = messages;
    configuration.setTemplateLoader(
        new ClassTemplateLoader(Templates.class.getClassLoader(), "desk/templates"));
    // Templates come with the bundle and change with it only.
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputEncoding("UTF-8");
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setObjectWrapper(
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocalizedLookup(false);
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
  }

  /** Renders a template; the model also gets {@code msg(key, args…)} and {@code lang}. */
  String render(String template, Locale locale, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("lang", locale.getLanguage());
    all.put("msg", (TemplateMethodModelEx) arguments -> text(locale, arguments));
    StringWriter out = new StringWriter(16_384);
    try {
      configuration.getTemplate(template, locale).process(all, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + template + " failed", e);
    }
    return out.toString();
  }

  /** Marks text as HTML that an extension made and escaped itself. */
  static TemplateModel markup(String html) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException("markup was refused", e);
    }
  }

  private Object text(Locale locale, List<?> arguments) {
    List<String> texts = arguments.stream().map(String::valueOf).toList();
    return messages.text(locale, texts.get(0), texts.subList(1, texts.size()));
  }
}
