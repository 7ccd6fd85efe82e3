// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Several papers as one file. */
final class PdfJoining {
  private PdfJoining() {}

  /** Joins papers, of which there is one at least; the first gives title and language. */
  static byte[] join(List<String> names, List<byte[]> papers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PDFMergerUtility merger = new PDFMergerUtility();
    try (PDDocument whole = Loader.loadPDF(papers.get(0))) {
      int[] firstPages = new int[papers.size()];
      for (int i = 1; i < papers.size(); i++) {
        firstPages[i] = whole.getNumberOfPages();
        try (PDDocument next = Loader.loadPDF(papers.get(i))) {
          merger.appendDocument(whole, next);
        }
      }
      addContents(whole, names, firstPages);
      whole.save(out);
    }
    return out.toByteArray();
  }

  private static void addContents(PDDocument whole, List<String> names, int[] firstPages) {
    PDDocumentOutline contents = new PDDocumentOutline();
    for (int i = 0; i < names.size(); i++) {
      PDOutlineItem item = new PDOutlineItem();
      item.setTitle(names.get(i));
      item.setDestination(whole.getPage(firstPages[i]));
      contents.addLast(item);
    }
    whole.getDocumentCatalog().setDocumentOutline(contents);
  }
}
