package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pages that are really there. Counts are not believed, loops are left at the second
 * visit, and what a node hands down is written into its pages. A place in the tree that holds no
 * page becomes an empty entry, so that it is reported as damaged and not silently left out.
 */
final class PdfPageTree {
  private static final List<COSName> HANDED_DOWN =
      List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

  private final int maxPages;
  private final List<Optional<COSDictionary>> pages = new ArrayList<>();
  private final Set<COSDictionary> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Node> path = new ArrayDeque<>();

  /** A node on the way from the root, with the place of its next child. */
  private static final class Node {
    final COSArray kids;
    final Map<COSName, COSBase> inherited;
    int next;

    Node(COSArray kids, Map<COSName, COSBase> inherited) {
      this.kids = kids;
      this.inherited = inherited;
    }
  }

  private PdfPageTree(int maxPages) {
    this.maxPages = maxPages;
  }

  /**
   * The pages below the catalogue, in reading order.
   *
   * @throws RenderException if there are none, or more than {@code maxPages}
   */
  static List<Optional<COSDictionary>> pages(COSDictionary catalogue, int maxPages)
      throws RenderException {
    return new PdfPageTree(maxPages).walk(catalogue.getDictionaryObject(COSName.PAGES));
  }

  private List<Optional<COSDictionary>> walk(@Nullable COSBase root) throws RenderException {
    if (!(root instanceof COSDictionary)) {
      throw new RenderException(Code.NO_PAGES, "the PDF has no page tree");
    }
    visit(root, Map.of());
    while (!path.isEmpty()) {
      Node node = path.peek();
      if (node.next == node.kids.size()) {
        path.pop();
      } else {
        visit(node.kids.getObject(node.next++), node.inherited);
      }
    }
    if (pages.isEmpty()) {
      throw new RenderException(Code.NO_PAGES, "the PDF has no pages");
    }
    return List.copyOf(pages);
  }

  private void visit(@Nullable COSBase child, Map<COSName, COSBase> inherited)
      throws RenderException {
    if (!(child instanceof COSDictionary dictionary)) {
      add(Optional.empty());
    } else if (dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
      if (nodes.add(dictionary)) {
        path.push(new Node(kids, handedDown(dictionary, inherited)));
      }
    } else if (!COSName.PAGES.equals(dictionary.getCOSName(COSName.TYPE))) {
      inherited.forEach((key, value) -> setIfAbsent(dictionary, key, value));
      dictionary.setItem(COSName.TYPE, COSName.PAGE);
      add(Optional.of(dictionary));
    }
  }

  private static void setIfAbsent(COSDictionary page, COSName key, COSBase value) {
    if (page.getDictionaryObject(key) == null) {
      page.setItem(key, value);
    }
  }

  private static Map<COSName, COSBase> handedDown(
      COSDictionary node, Map<COSName, COSBase> inherited) {
    Map<COSName, COSBase> all = new HashMap<>(inherited);
    for (COSName key : HANDED_DOWN) {
      COSBase value = node.getItem(key);
      if (value != null) {
        all.put(key, value);
      }
    }
    return Map.copyOf(all);
  }

  private void add(Optional<COSDictionary> page) throws RenderException {
    if (pages.size() == maxPages) {
      throw new RenderException(
          Code.TOO_MANY_PAGES, "the document has more pages than the limit of " + maxPages);
    }
    pages.add(page);
  }
}
