package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which links to pictures of figures a repaired document keeps: those whose figure still stands in
 * its place, with the box that the picture shows. The others are dropped and told.
 */
final class CropRepair {
  private static final Pattern LINK =
      Pattern.compile(
          "<img(?=[^<>]{0,500}? data-bbox=\"([\\d ]{1,60})\")"
              + "(?=[^<>]{0,500}? src=\"crops/(\\d{4,9})-(\\d{3,9})\\.png\")");

  private CropRepair() {}

  /** What is left of the links. */
  record Kept(List<PageReading> pages, CropLinks links) {}

  static Kept repair(String html, List<PageReading> pages) {
    List<PageReading> repaired = new ArrayList<>(pages);
    Set<CropLinks.Place> places = new HashSet<>();
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      int page = Integer.parseInt(link.group(2));
      int block = Integer.parseInt(link.group(3));
      if (isFigure(pages, page, block, link.group(1))) {
        places.add(new CropLinks.Place(page, block));
      } else {
        int told = Math.min(Math.max(page, 1), pages.size());
        repaired.set(told - 1, withDropped(repaired.get(told - 1), told));
      }
    }
    return new Kept(repaired, new CropLinks(places));
  }

  private static boolean isFigure(List<PageReading> pages, int page, int block, String box) {
    if (page < 1 || page > pages.size()) {
      return false;
    }
    List<Block> blocks = pages.get(page - 1).page().blocks();
    return block >= 1
        && block <= blocks.size()
        && CropLinks.isFigure(blocks.get(block - 1))
        && blocks.get(block - 1).box().text().equals(box);
  }

  private static PageReading withDropped(PageReading reading, int page) {
    List<Repair> repairs = new ArrayList<>(reading.repairs());
    repairs.add(
        new Repair(
            RepairCode.MARK_DROPPED.name(),
            "page " + page,
            "a link to a picture leads to no figure and was dropped"));
    return new PageReading(reading.page(), repairs);
  }
}
