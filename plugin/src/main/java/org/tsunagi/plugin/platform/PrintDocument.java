// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The tree of a rendered template that is to be printed. */
final class PrintDocument {
  /** Characters that XML can't hold; a teacher's paste from a word processor may bring them. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private PrintDocument() {}

  /**
   * Reads a rendered template as XML, without document types and so without entities.
   *
   * @throws IllegalStateException where it is not well formed or lacks a title
   */
  static Document parse(String html, String template) {
    Document document;
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      document =
          builder.parse(
              new InputSource(new StringReader(UNPRINTABLE.matcher(html).replaceAll(" ").strip())));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("template " + template + " can't be printed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (document.getElementsByTagName("head").getLength() != 1
        || document.getElementsByTagName("title").getLength() != 1) {
      throw new IllegalStateException("template " + template + " needs a head with a title");
    }
    return document;
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }
}
