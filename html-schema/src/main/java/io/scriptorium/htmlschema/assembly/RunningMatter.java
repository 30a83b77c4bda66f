package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what repeats at the same height of the top or bottom of pages, the same or with a number
 * that counts the pages. Pages that are copies of one form prove nothing by what they share.
 */
final class RunningMatter {
  /** Pages on which something has to repeat; in a document of so many or fewer pages, two do. */
  private static final int PAGES = 3;

  /** Pages between two repetitions: left and right pages may differ, and chapters start anew. */
  private static final int MAX_GAP = 3;

  private final List<Page> pages;
  private final Map<String, Run> runs = new HashMap<>();

  /** Pages on which the same stands, none far from the one before it. */
  private static final class Run {
    private int pages;
    private int last;
  }

  /** Something that may be running matter, with what it would repeat as. */
  private record Found(MarginBlock block, List<Run> runs) {
    private int pages() {
      return runs.stream().mapToInt(run -> run.pages).max().orElse(0);
    }
  }

  private RunningMatter(List<Page> pages) {
    this.pages = pages;
  }

  static List<Page> mark(List<Page> pages) {
    return new RunningMatter(pages).mark();
  }

  private List<Page> mark() {
    Copies copies = new Copies();
    List<List<Found>> found = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      boolean copy = copies.isCopy(pages.get(i));
      List<Found> ofPage = new ArrayList<>();
      for (MarginBlock block : MarginBlock.of(pages.get(i))) {
        ofPage.add(new Found(block, count(block, i + 1, copy)));
      }
      found.add(ofPage);
    }
    List<Page> marked = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      marked.add(marked(pages.get(i), i + 1, found.get(i)));
    }
    return marked;
  }

  private List<Run> count(MarginBlock block, int page, boolean copy) {
    List<Run> counted = new ArrayList<>();
    for (String key : block.keys(page)) {
      Run run = runs.get(key);
      if (run == null || page - run.last > MAX_GAP) {
        run = new Run();
        runs.put(key, run);
      }
      // A copy keeps a run alive and adds nothing to it.
      run.pages += run.last == page || copy ? 0 : 1;
      run.last = page;
      counted.add(run);
    }
    return counted;
  }

  private Page marked(Page page, int number, List<Found> found) {
    List<Block> blocks = new ArrayList<>(page.blocks());
    for (boolean top : new boolean[] {true, false}) {
      // From the edge inwards: what repeats behind something that does not is content.
      double limit = Double.MAX_VALUE;
      for (Found each : MarginBlock.fromTheEdge(found, Found::block, top)) {
        MarginBlock block = each.block();
        if (block.near() >= limit) {
          break;
        }
        if (repeats(each, number)) {
          Role role = block.isNumber() ? Role.PAGE_NUMBER : top ? Role.HEADER : Role.FOOTER;
          blocks.set(block.index(), DocumentAssembler.withRole(blocks.get(block.index()), role));
        } else {
          limit = Math.min(limit, block.far());
        }
      }
    }
    return new Page(page.size(), blocks);
  }

  private boolean repeats(Found found, int page) {
    PageNumber number = found.block().number();
    if (number != null && number.isPlain()) {
      return true;
    }
    boolean doubtful =
        found.block().block() instanceof Heading
            || (number != null && number.isBareOtherThan(page));
    boolean few = pages.size() <= PAGES && !doubtful;
    return found.pages() >= (few ? 2 : PAGES);
  }
}
