// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Pages by FreeMarker: every value is escaped as HTML, templates reach no class. */
@Component(service = Pages.class)
public final class FreeMarkerPages implements Pages {
  private final Configuration configuration;
  private final Messages messages;

  /** Reads the message bundles; templates are read when they are used. */
  @Activate
  public FreeMarkerPages() {
    this.messages = Messages.load();
    this.configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(FreeMarkerPages.class.getClassLoader(), "templates"));
    // Templates come with the bundle and change with it only.
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setLocalizedLookup(false);
    configuration.setNumberFormat("computer");
    configuration.setTimeZone(TimeZone.getTimeZone("Asia/Tokyo"));
  }

  @Override
  public String render(String template, Locale locale, Map<String, Object> model) {
    Map<String, Object> root = new HashMap<>(model);
    root.put("lang", locale.getLanguage().equals("en") ? "en" : "ja");
    root.put("msg", messages.function(locale));
    try {
      StringWriter out = new StringWriter(16_384);
      configuration.getTemplate(template, locale).process(root, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + template, e);
    }
  }
}
