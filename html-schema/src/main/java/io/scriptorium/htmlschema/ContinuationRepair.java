package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;

/** Drops what tables of a file say to go on from where there is no such table. */
final class ContinuationRepair {
  private ContinuationRepair() {}

  static List<PageReading> repair(List<PageReading> pages) {
    // Numbers that were wrong may be meant in either way.
    boolean renumbered =
        pages.stream()
            .flatMap(page -> page.repairs().stream())
            .anyMatch(repair -> repair.code().equals(RepairCode.PAGE_RENUMBERED.name()));
    List<Integer> tables = new ArrayList<>();
    List<PageReading> repaired = new ArrayList<>();
    for (PageReading page : pages) {
      repaired.add(page(page, renumbered ? List.of() : tables, repaired.size() + 1));
      tables.add((int) page.page().blocks().stream().filter(Table.class::isInstance).count());
    }
    return repaired;
  }

  private static PageReading page(PageReading reading, List<Integer> earlier, int number) {
    List<Block> blocks = new ArrayList<>();
    List<Repair> repairs = new ArrayList<>(reading.repairs());
    for (Block block : reading.page().blocks()) {
      if (block instanceof Table table
          && table.continues() != null
          && !table.continues().isAmong(earlier)) {
        blocks.add(table.continuing(null));
        repairs.add(
            new Repair(
                RepairCode.MARK_DROPPED.name(),
                "page " + number + ", block " + blocks.size() + " (table)",
                "the table that it goes on from is not there"));
      } else {
        blocks.add(block);
      }
    }
    return repairs.size() == reading.repairs().size()
        ? reading
        : new PageReading(new Page(reading.page().size(), blocks), repairs);
  }
}
