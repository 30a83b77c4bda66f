package io.scriptorium.samples.synth;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.assembly.Moved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of a page with nothing but whole blocks.
 *
 * @param left of the piece on the page, in pixels
 * @param top of the piece on the page, in pixels
 * @param truth about the piece
 * @param blanked what is painted over, in pixels of the piece: blocks that the edge cuts, and those
 *     that touch them; may reach outside
 */
record Crop(int left, int top, Page truth, List<Area> blanked) {
  /** How far the ink of a block may reach beyond its box: accents, rules, borders. */
  private static final int REACH = 3;

  private static final int TRIES = 6;

  /** Sides as in {@link BoundingBox}, but anywhere. */
  record Area(int x1, int y1, int x2, int y2) {
    static Area around(BoundingBox box) {
      return new Area(box.x1() - REACH, box.y1() - REACH, box.x2() + REACH, box.y2() + REACH);
    }

    static Area of(BoundingBox box) {
      return new Area(box.x1(), box.y1(), box.x2(), box.y2());
    }

    boolean meets(Area other) {
      return x1 < other.x2 && other.x1 < x2 && y1 < other.y2 && other.y1 < y2;
    }

    boolean holds(Area other) {
      return x1 <= other.x1 && y1 <= other.y1 && x2 >= other.x2 && y2 >= other.y2;
    }

    boolean holds(double x, double y) {
      return x >= x1 && x < x2 && y >= y1 && y < y2;
    }

    Area moved(int dx, int dy) {
      return new Area(x1 + dx, y1 + dy, x2 + dx, y2 + dy);
    }
  }

  Crop {
    blanked = List.copyOf(blanked);
  }

  /** Nothing when no block would be left; otherwise the fullest of several pieces. */
  static Optional<Crop> choose(Dice dice, Page page, PageSize size) {
    return Stream.generate(() -> any(dice, page, size))
        .limit(TRIES)
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(Crop::told));
  }

  /** Pixels that are told about. */
  private long told() {
    return truth.blocks().stream()
        .map(Block::box)
        .mapToLong(box -> (long) (box.x2() - box.x1()) * (box.y2() - box.y1()))
        .sum();
  }

  private static Optional<Crop> any(Dice dice, Page page, PageSize size) {
    List<Block> fitting =
        page.blocks().stream()
            .filter(
                block ->
                    block.box().x2() - block.box().x1() + 2 * REACH <= size.width()
                        && block.box().y2() - block.box().y1() + 2 * REACH <= size.height())
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    Area wanted = Area.around(dice.pick(fitting).box());
    int left = place(dice, wanted.x1(), wanted.x2(), size.width(), page.size().width());
    int top = place(dice, wanted.y1(), wanted.y2(), size.height(), page.size().height());
    Crop crop = at(left, top, page, size);
    return crop.truth().blocks().isEmpty() ? Optional.empty() : Optional.of(crop);
  }

  /** Where a piece begins that holds what goes from one place to another. */
  private static int place(Dice dice, int from, int to, int length, int whole) {
    int last = Math.max(0, whole - length);
    int low = Math.max(0, Math.min(last, to - length));
    int high = Math.max(low, Math.min(last, from));
    return dice.between(low, high);
  }

  private static Crop at(int left, int top, Page page, PageSize size) {
    Area piece = new Area(left, top, left + size.width(), top + size.height());
    List<Block> kept = new ArrayList<>();
    List<Area> cut = new ArrayList<>();
    for (Block block : page.blocks()) {
      Area area = Area.around(block.box());
      if (piece.holds(area)) {
        kept.add(block);
      } else if (piece.meets(area)) {
        cut.add(area);
      }
    }
    // What is painted over must not take a part of what is kept with it.
    for (int i = 0; i < cut.size(); i++) {
      Area area = cut.get(i);
      for (Block block : List.copyOf(kept)) {
        if (area.meets(Area.of(block.box()))) {
          kept.remove(block);
          cut.add(Area.around(block.box()));
        }
      }
    }
    Moved moved = new Moved(-left, -top, size);
    return new Crop(
        left,
        top,
        new Page(size, kept.stream().map(moved::block).toList()),
        cut.stream().map(area -> area.moved(-left, -top)).toList());
  }
}
