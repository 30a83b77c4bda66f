package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a piece has ink, to bring boxes that a model guessed to the lines or the drawing that they
 * lie on. Safe for use by several threads.
 */
public final class PieceInk {
  /** Pixels of the ink map; an edge that is no farther off stays, as the map is no more exact. */
  private static final int EXACT = 2;

  /** With less ink there is no type, and what is close to a figure is dust. */
  private static final int LEAST_INK = 3;

  /** Of a line's height without descenders, how far these reach below it. */
  private static final double DESCENT = 0.2;

  /** The same in typefaces where they are long. */
  private static final double DEEP_DESCENT = 0.25;

  /** Between the parts of a figure; wider gaps may part it from what is not in it. */
  private static final int CLOSE = 6;

  /** A box of several lines that would become more than so many times as high is left alone. */
  private static final int HIGHER = 2;

  /** A rule below a drawing that is so many times as wide is not part of it. */
  private static final double LONGER = 1.2;

  /** Of a line's height, white that parts texts; between justified words there is less. */
  private static final double APART = 3;

  /** How many times as high as a part of it a formula is at most. */
  private static final int MOST_ROWS = 8;

  /** How many times as high as what may be a line in it a figure is. */
  private static final int LEAST_LINES = 4;

  /** How wide a caption is at least, in heights of its line. */
  private static final int LEAST_WORDS = 7;

  private final GreyMap grey;
  private final InkSums ink;
  private final InkSums unruled;
  private final InkSums betweenColumns;
  private final Pictures pictures;
  private final double across;
  private final double down;

  /**
   * Edges in pixels of the page, from the piece's upper left corner; right and bottom are
   * exclusive.
   */
  public record Box(int left, int top, int right, int bottom) {}

  private PieceInk(
      GreyMap grey,
      InkSums ink,
      UnruledInk unruled,
      Pictures pictures,
      double across,
      double down) {
    this.grey = grey;
    this.ink = ink;
    this.unruled = unruled.type();
    this.betweenColumns = unruled.betweenColumns();
    this.pictures = pictures;
    this.across = across;
    this.down = down;
  }

  public static PieceInk of(PagePiece piece) {
    InkMap map = InkMap.ofPiece(piece.image());
    double scale = map.scale();
    InkSums ink = InkSums.ofStrong(map);
    return new PieceInk(
        map.grey(),
        ink,
        UnruledInk.of(map, ink),
        Pictures.of(piece.image(), map),
        piece.width() * scale / piece.image().width(),
        piece.height() * scale / piece.image().height());
  }

  /**
   * The box around the lines of text that lie in a box for the most part, without the rules and
   * frames around them; the same if there are none. It reaches as far down as letters with
   * descenders would, whether there are any or not.
   *
   * @param descends whether letters of the last line reach below it, or may do so
   */
  public Box fitted(Box box, boolean descends) {
    return fitted(unruled, box, descends);
  }

  /** The same of a formula, to which the bars of fractions belong. */
  public Box fittedFormula(Box box) {
    return fitted(ink, box, true);
  }

  private Box fitted(InkSums onPaper, Box box, boolean descends) {
    InkSums type = DarkBar.of(ink, area(box)).map(this::onBar).orElse(onPaper);
    Area guess = notNarrow(area(box));
    TypeLines around = new TypeLines(type);
    List<Area> lines = around.in(guess);
    if (lines.isEmpty()) {
      return box;
    }
    Area last = lines.get(lines.size() - 1);
    Area rows = new Area(guess.left(), lines.get(0).top(), guess.right(), last.bottom());
    boolean isLine = lines.size() == 1 && last.height() <= InkLines.HIGHEST_TYPE;
    if (rows.height() > HIGHER * guess.height() && !isLine) {
      return box;
    }
    Area found = around.widened(type.trimmed(rows));
    double least = found.bottom() + (descends ? 0 : DESCENT * last.height());
    double most = found.bottom() + DEEP_DESCENT * last.height();
    return moved(box, found, least, most);
  }

  private InkSums onBar(Area bar) {
    return InkSums.onBar(grey, bar, grey.at(0));
  }

  /**
   * The box around the ink of a figure: what is in a box and what lies close to that, as far as no
   * other box begins. The same if little of it has ink, as a pale picture.
   */
  public Box fittedFigure(Box box, List<Box> others) {
    Area guess = area(box);
    if (ink.in(guess) == 0) {
      return box;
    }
    List<Area> taken = others.stream().map(this::area).toList();
    Area found = ink.trimmed(guess);
    Area before;
    do {
      before = found;
      for (Area beside : besides(found)) {
        if (ink.in(beside) >= LEAST_INK && taken.stream().noneMatch(beside::meets)) {
          found = found.with(ink.trimmed(beside));
        }
      }
    } while (!found.equals(before));
    if (2L * found.width() * found.height() < (long) guess.width() * guess.height()) {
      return box;
    }
    return moved(box, found, found.bottom(), found.bottom());
  }

  /**
   * The box of a formula with all rows above and below that have ink without a gap, as large
   * brackets do; the same if they reach to another box or make it many times as high.
   */
  public Box withBrackets(Box box, List<Box> others) {
    Area guess = area(box);
    int top = guess.top();
    while (top > 0 && hasInk(guess, top - 1)) {
      top--;
    }
    int bottom = guess.bottom();
    while (bottom < ink.whole().bottom() && hasInk(guess, bottom)) {
      bottom++;
    }
    Area whole = new Area(guess.left(), top, guess.right(), bottom);
    boolean isFree = others.stream().map(this::area).noneMatch(whole::meets);
    boolean isHigher = top < guess.top() - EXACT || bottom > guess.bottom() + EXACT;
    return isFree && isHigher && whole.height() <= MOST_ROWS * guess.height()
        ? new Box(
            box.left(), (int) Math.rint(top * down), box.right(), (int) Math.rint(bottom * down))
        : box;
  }

  private boolean hasInk(Area columns, int row) {
    return ink.in(new Area(columns.left(), row, columns.right(), row + 1)) > 0;
  }

  /**
   * The part of a figure's box that is above a rule longer than what is drawn there, as a signature
   * stands on one; the same if there is no such rule, or if there is anything below it.
   */
  public Box aboveRule(Box box) {
    Area whole = area(box);
    Area drawn = unruled.trimmed(whole);
    if (unruled.in(drawn) < LEAST_INK) {
      return box;
    }
    int longer = (int) (LONGER * drawn.width());
    for (int y = drawn.bottom(); y < whole.bottom(); y++) {
      if (ink.inRuns(whole, y, longer) > 0) {
        return box(drawn);
      }
    }
    return box;
  }

  /**
   * The part of a figure's box above what may be a caption at its foot: a line of words below which
   * nothing is drawn, and what is under that; the same if there is none.
   */
  public Box withoutFoot(Box figure) {
    Area whole = area(figure);
    List<Area> lines = InkLines.of(ink, whole).lines();
    int bottom = whole.bottom();
    int highest = whole.height() / LEAST_LINES;
    for (int i = lines.size() - 1; i > 0 && lines.get(i).height() <= highest; i--) {
      if (isOfWords(lines.get(i))) {
        bottom = lines.get(i - 1).bottom();
      }
    }
    return bottom == whole.bottom()
        ? figure
        : new Box(figure.left(), figure.top(), figure.right(), (int) (bottom * down));
  }

  /** Whether a line has several words and no more white than there is between these. */
  private boolean isOfWords(Area line) {
    return line.height() >= InkLines.LOWEST_TYPE
        && line.width() >= LEAST_WORDS * line.height()
        && parts(line).size() == 1;
  }

  /**
   * The box with all that stands to the right of its middle, however far, as the number of a
   * formula does; the same if there is nothing, or another box.
   */
  public Box toTheRight(Box box, List<Box> others) {
    Area guess = area(box);
    int quarter = guess.height() / 4;
    Area beside =
        new Area(
            guess.right(), guess.top() + quarter, ink.whole().right(), guess.bottom() - quarter);
    if (beside.width() <= 0 || others.stream().map(this::area).anyMatch(beside::meets)) {
      return box;
    }
    int right = beside.right();
    while (right > beside.left() && ink.inColumn(beside, right - 1) < LEAST_INK) {
      right--;
    }
    return right == beside.left()
        ? box
        : new Box(box.left(), box.top(), edge(box.right(), right, right, across), box.bottom());
  }

  /**
   * The box brought to the nearest type or drawing that no other box has: in its rows, or not far
   * above or below it. The same if there is none.
   */
  public Box onFreeInk(Box box, List<Box> others) {
    return StrayBox.onto(ink.without(grown(others)), area(box)).map(this::box).orElse(box);
  }

  /** The part of a box that has lines of type outside of others; the same if there are none. */
  public Box outside(Box box, List<Box> others) {
    InkSums left = unruled.without(grown(others));
    Area whole = area(box);
    return new TypeLines(left)
        .in(whole).stream()
            .map(line -> left.trimmed(line))
            .filter(line -> left.in(line) >= LEAST_INK)
            .reduce(Area::with)
            .map(this::box)
            .map(
                found ->
                    new Box(
                        Math.max(box.left(), found.left()),
                        Math.max(box.top(), found.top()),
                        Math.min(box.right(), found.right()),
                        Math.min(box.bottom(), found.bottom())))
            .filter(found -> found.left() < found.right() && found.top() < found.bottom())
            .orElse(box);
  }

  /** How much ink is in a box, in pixels of the ink map, without rules. */
  public int amount(Box box) {
    return unruled.in(area(box));
  }

  /** The boxes with what may have been lost of their type. */
  private List<Area> grown(List<Box> boxes) {
    return boxes.stream()
        .map(this::area)
        .map(
            area ->
                new Area(
                    area.left() - EXACT,
                    area.top() - EXACT,
                    area.right() + EXACT,
                    area.bottom() + EXACT))
        .toList();
  }

  /**
   * The box with the box to tick to the left of it, or the text to the right of it where it is
   * around the box to tick alone; the same if there is none.
   */
  public Box withTick(Box box, List<Box> others) {
    Area guess = area(box);
    Area found = new TickBoxes(ink).joined(guess, others.stream().map(this::area).toList());
    return new Box(
        found.left() == guess.left() ? box.left() : (int) Math.rint(found.left() * across),
        box.top(),
        found.right() == guess.right() ? box.right() : (int) Math.rint(found.right() * across),
        box.bottom());
  }

  /** The lines of type in a box, from top to bottom, around their ink. */
  public List<Box> lines(Box box) {
    return new TypeLines(ink).in(area(box)).stream().map(this::box).toList();
  }

  /**
   * What stands apart in a box that has one line of type, with more white between than there is
   * between words, from left to right; nothing if it has several lines or none.
   */
  public List<Box> apart(Box box) {
    List<Area> lines = new TypeLines(ink).in(area(box));
    if (lines.size() != 1) {
      return List.of();
    }
    return parts(lines.get(0)).stream().map(part -> fitted(box(part), true)).toList();
  }

  /** What stands apart in a line, from left to right. */
  private List<Area> parts(Area line) {
    List<Area> parts = new ArrayList<>();
    int from = line.left();
    int end = from;
    for (int x = line.left(); x < line.right(); x++) {
      if (ink.inColumn(line, x) > 0) {
        if (x - end > APART * line.height()) {
          parts.add(new Area(from, line.top(), end, line.bottom()));
          from = x;
        }
        end = x + 1;
      }
    }
    parts.add(new Area(from, line.top(), end, line.bottom()));
    return parts;
  }

  /**
   * So many columns of type in a box, from left to right, parted by the widest white that goes
   * through all lines; nothing if that is less wide than a line is high.
   */
  public List<Box> columns(Box box, int count) {
    Area whole = betweenColumns.trimmed(area(box));
    List<Area> gaps = new ArrayList<>();
    int end = whole.left();
    for (int x = whole.left(); x < whole.right(); x++) {
      if (betweenColumns.inColumn(whole, x) > 0) {
        gaps.add(new Area(end, whole.top(), x, whole.bottom()));
        end = x + 1;
      }
    }
    int least = InkLines.of(betweenColumns, whole).typeHeight();
    List<Area> widest =
        gaps.stream()
            .filter(gap -> gap.width() >= least)
            .sorted(Comparator.comparingInt(Area::width).reversed())
            .limit(count - 1L)
            .sorted(Comparator.comparingInt(Area::left))
            .toList();
    if (least == 0 || widest.size() < count - 1) {
      return List.of();
    }
    List<Box> columns = new ArrayList<>();
    int left = whole.left();
    for (Area gap : widest) {
      columns.add(box(new Area(left, whole.top(), gap.left(), whole.bottom())));
      left = gap.right();
    }
    columns.add(box(new Area(left, whole.top(), whole.right(), whole.bottom())));
    return columns;
  }

  /** The lines of type in a box without the rules, which join the lines of a ruled table. */
  public List<Box> linesBetweenRules(Box box) {
    return new TypeLines(betweenColumns).in(area(box)).stream().map(this::box).toList();
  }

  /** What has no white column in a line of type, from left to right, without rules. */
  public List<Box> runs(Box line) {
    Area area = area(line);
    List<Box> runs = new ArrayList<>();
    int from = area.left();
    for (int x = area.left(); x <= area.right(); x++) {
      if (x == area.right() || betweenColumns.inColumn(area, x) == 0) {
        if (x > from) {
          runs.add(box(new Area(from, area.top(), x, area.bottom())));
        }
        from = x + 1;
      }
    }
    return runs;
  }

  /** Whether a line goes from the left side of a box to the right one, perhaps a little askew. */
  public boolean hasRule(Box box) {
    return new Frames(ink).hasRule(area(box));
  }

  /**
   * The lines around a box that stand close to its text above, below and to the left of it, and
   * anywhere to the right; nothing if one of them is missing or does not go through.
   */
  public Optional<Box> frame(Box box) {
    return new Frames(ink).around(area(box)).map(this::box);
  }

  /** Whether there is ink in a box. */
  public boolean hasInk(Box box) {
    return ink.in(area(box)) >= LEAST_INK;
  }

  /** Whether there is another colour than that of the paper in a box, however pale. */
  public boolean hasColour(Box box) {
    return !pictures.isPaper(area(box));
  }

  /** Whether a figure fills its box with colours as pictures do, and charts do not. */
  public boolean isPicture(Box box) {
    return pictures.isPicture(area(box));
  }

  /** Pictures that no box has. */
  public List<Box> pictures(List<Box> boxes) {
    return pictures.outside(grown(boxes)).stream().map(this::box).toList();
  }

  private Box box(Area area) {
    return new Box(
        (int) Math.rint(area.left() * across),
        (int) Math.rint(area.top() * down),
        (int) Math.rint(area.right() * across),
        (int) Math.rint(area.bottom() * down));
  }

  /** What is close below, above, to the right and to the left. */
  private List<Area> besides(Area area) {
    int left = Math.max(0, area.left() - CLOSE);
    int top = Math.max(0, area.top() - CLOSE);
    int right = Math.min(ink.whole().right(), area.right() + CLOSE);
    int bottom = Math.min(ink.whole().bottom(), area.bottom() + CLOSE);
    return List.of(
        new Area(area.left(), area.bottom(), area.right(), bottom),
        new Area(area.left(), top, area.right(), area.top()),
        new Area(area.right(), area.top(), right, area.bottom()),
        new Area(left, area.top(), area.left(), area.bottom()));
  }

  /** Wide enough for some of a character to be in it. */
  private Area notNarrow(Area guess) {
    int line = Math.min(guess.height(), InkLines.HIGHEST_TYPE);
    int more = (line - 2 * guess.width()) / 2;
    return more <= 0
        ? guess
        : new Area(
            Math.max(0, guess.left() - more),
            guess.top(),
            Math.min(ink.whole().right(), guess.right() + more),
            guess.bottom());
  }

  /** In pixels of the map, at least one each way. */
  private Area area(Box box) {
    Area whole = ink.whole();
    int left = Math.min(Math.max(0, (int) Math.rint(box.left() / across)), whole.right() - 1);
    int right = Math.max(left + 1, Math.min(whole.right(), (int) Math.rint(box.right() / across)));
    int top = Math.min(Math.max(0, (int) Math.rint(box.top() / down)), whole.bottom() - 1);
    int bottom = Math.max(top + 1, Math.min(whole.bottom(), (int) Math.rint(box.bottom() / down)));
    return new Area(left, top, right, bottom);
  }

  /** The box with its edges as they were found; the lower one is somewhere between two rows. */
  private Box moved(Box box, Area found, double least, double most) {
    return new Box(
        edge(box.left(), found.left(), found.left(), across),
        edge(box.top(), found.top(), found.top(), down),
        edge(box.right(), found.right(), found.right(), across),
        edge(box.bottom(), least, most, down));
  }

  /** Where it was guessed if that is between two rows or columns of the map, or close to them. */
  private static int edge(int guessed, double least, double most, double scale) {
    double at = guessed / scale;
    if (at >= least - EXACT && at <= most + EXACT) {
      return guessed;
    }
    return (int) Math.rint((at < least ? least : most) * scale);
  }
}
