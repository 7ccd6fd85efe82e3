// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** PDF by openhtmltopdf: tagged, with BIZ UDGothic inside as the subset of the letters used. */
@Component(service = Prints.class)
public final class PdfPrints implements Prints {
  private static final String FAMILY = "BIZ UDGothic";

  /** What stands for a letter the font lacks, as in Japanese typesetting. */
  private static final String LACKING_LETTER = "〓";

  private final Pages pages;
  private final PrintFonts fonts;
  private final PrintLetters letters;
  private final String style;

  /** A paper takes tens of megabytes while it is laid out, so few are laid out at a time. */
  private final Semaphore places = new Semaphore(2);

  /** Reads the style sheet and puts the fonts where PDFBox can read them piece by piece. */
  @Activate
  public PdfPrints(@Reference Pages pages) {
    this.pages = pages;
    this.fonts = PrintFonts.unpack();
    this.letters = new PrintLetters(fonts);
    this.style = readStyle();
    XRLog.setLoggerImpl(new PrintLog());
  }

  @Deactivate
  void stop() {
    fonts.delete();
  }

  @Override
  public byte[] pdf(String template, Locale locale, Map<String, Object> model) {
    Document document = PrintDocument.parse(pages.render(template, locale, model), template);
    Set<String> rare = letters.mark(document);
    addStyle(document);
    places.acquireUninterruptibly();
    try {
      return layOut(document, rare);
    } finally {
      places.release();
    }
  }

  @Override
  public byte[] join(List<String> names, List<byte[]> papers) {
    try {
      return PdfJoining.join(names, papers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addStyle(Document document) {
    Element head = (Element) document.getElementsByTagName("head").item(0);
    Element element = document.createElement("style");
    element.appendChild(document.createTextNode(style));
    head.appendChild(element);
  }

  private byte[] layOut(Document document, Set<String> rare) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    rare.forEach(name -> builder.useFont(font(name), name, 400, FontStyle.NORMAL, true));
    try {
      builder
          .withW3cDocument(document, null)
          .useUriResolver((base, uri) -> null)
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
          .useFont(font(PrintFonts.REGULAR), FAMILY, 400, FontStyle.NORMAL, true)
          .useFont(font(PrintFonts.BOLD), FAMILY, 700, FontStyle.NORMAL, true)
          .useReplacementText(LACKING_LETTER)
          .usePdfUaAccessibility(true)
          .withProducer("Tsunagi")
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private File font(String name) {
    return fonts.get(name).toFile();
  }

  private static String readStyle() {
    try (InputStream content =
        BundleFiles.open("templates/print.css")
            .orElseThrow(() -> new IllegalStateException("no print.css"))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
