package io.scriptorium.renderer;

import io.scriptorium.renderer.DocumentFacts.Attachment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Lists what a PDF holds besides pages. Opens none of it. */
final class PdfFacts {
  private static final COSName XFA = COSName.getPDFName("XFA");
  private static final COSName FILE_ATTACHMENT = COSName.getPDFName("FileAttachment");

  private final List<Attachment> attachments = new ArrayList<>();
  private final Set<COSBase> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private PdfFacts() {}

  /**
   * Looks through the catalogue and the pages.
   *
   * @param pages those of them that are there
   */
  static DocumentFacts of(COSDictionary catalogue, List<COSDictionary> pages) {
    PdfFacts facts = new PdfFacts();
    if (dictionary(catalogue, COSName.NAMES) instanceof COSDictionary names
        && dictionary(names, COSName.EMBEDDED_FILES) instanceof COSDictionary tree) {
      facts.walk(tree);
    }
    pages.forEach(facts::addAnnotations);
    boolean xfa =
        dictionary(catalogue, COSName.ACRO_FORM) instanceof COSDictionary form
            && form.getDictionaryObject(XFA) != null;
    return new DocumentFacts(facts.attachments, xfa);
  }

  /** Through a name tree; a node that comes again is not followed. */
  private void walk(COSDictionary root) {
    Deque<COSDictionary> nodes = new ArrayDeque<>(List.of(root));
    while (!nodes.isEmpty() && visited.size() < 100 * DocumentFacts.MOST_ATTACHMENTS) {
      COSDictionary node = nodes.pop();
      if (!visited.add(node)) {
        continue;
      }
      if (node.getDictionaryObject(COSName.NAMES) instanceof COSArray pairs) {
        for (int i = 1; i < pairs.size(); i += 2) {
          add(pairs.getObject(i));
        }
      }
      if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
        for (int i = kids.size() - 1; i >= 0; i--) {
          if (kids.getObject(i) instanceof COSDictionary kid) {
            nodes.push(kid);
          }
        }
      }
    }
  }

  private void addAnnotations(COSDictionary page) {
    if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
      for (int i = 0; i < annotations.size(); i++) {
        if (annotations.getObject(i) instanceof COSDictionary annotation
            && FILE_ATTACHMENT.equals(annotation.getCOSName(COSName.SUBTYPE))) {
          add(annotation.getDictionaryObject(COSName.FS));
        }
      }
    }
  }

  private void add(@Nullable COSBase entry) {
    if (entry instanceof COSDictionary file
        && attachments.size() < DocumentFacts.MOST_ATTACHMENTS
        && visited.add(file)) {
      String name = file.getString(COSName.UF);
      attachments.add(
          new Attachment(
              Attachment.label(name == null ? file.getString(COSName.F, "") : name), bytes(file)));
    }
  }

  /** As the file says; it is not opened to see whether that is true. */
  private static long bytes(COSDictionary file) {
    if (dictionary(file, COSName.EF) instanceof COSDictionary versions
        && dictionary(versions, COSName.F) instanceof COSDictionary stream
        && dictionary(stream, COSName.PARAMS) instanceof COSDictionary parameters) {
      return Math.max(-1, parameters.getLong(COSName.SIZE, -1));
    }
    return -1;
  }

  private static @Nullable COSBase dictionary(COSDictionary from, COSName key) {
    return from.getDictionaryObject(key);
  }
}
