package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts a page into pieces along its white space, for a model that reads no more than a few lines at
 * once: first into columns of text, then between lines, where the gap is widest. What no gap parts,
 * such as a ruled table, is cut below a rule or where there is least ink, and a picture is made
 * smaller. Each piece is resized so that its type has a usual height. A page that stands askew by
 * up to two degrees is levelled first by moving its columns up and down, and then its rows
 * sideways.
 *
 * <p>Recursive cuts at white space are those of Nagy and Seth, Hierarchical representation of
 * optically scanned documents (1984). Safe for use by several threads.
 */
public final class PageCutter {
  /** Pixels around what a piece shows. */
  static final int MARGIN = 10;

  /** Heights of capitals, in pixels of a piece's picture, that are left as they are. */
  private static final double LOWEST_CAPITALS = 18;

  private static final double HIGHEST_CAPITALS = 24;

  /** The height to which others are brought: that of ten point type at 200 dpi. */
  private static final double USUAL_CAPITALS = 20;

  private static final double MOST_ENLARGED = 4;

  /** Nothing is made smaller than to one part in so many; what is higher is cut through. */
  static final int MOST_REDUCED = 16;

  /** Gaps up to so many times the usual one lie between lines that belong together. */
  static final double USUAL_GAP = 1.4;

  /** Gaps that are so many times wider than one beside them do not, and so many pixels more. */
  private static final double WIDER = 1.8;

  private static final int SURE = 3;

  /** Wider gaps, in heights of a line, do not, however usual they are. */
  private static final double WIDEST_GAP = 1.5;

  /** A line that ends before this part of its column ends a paragraph. */
  private static final double FULL = 0.8;

  /**
   * Rows with more ink than this part of their width, but for upright rules, are not cut through.
   */
  private static final double MOST_INK_CUT = 0.03;

  /** The part of a column of pixels that an upright rule covers; and that rules take of a table. */
  private static final double UPRIGHT = 0.9;

  private static final double MOST_UPRIGHT = 0.1;

  /** White between the rows of a table that a piece shows at least. */
  private static final int LEAST_GAPS = 3;

  /** Rows of the ink map for a rule that stands a little askew. */
  private static final int HIGHEST_RULE = 6;

  /** Columns of the ink map, longer than the strokes of letters that would be so low. */
  private static final int SHORTEST_RULE = 30;

  /** Rows of the ink map that an axis goes on beyond what it has bars or lines at. */
  private static final int SHORTEST_AXIS = 6;

  /** Pixels of the ink map beside a rule; two characters have more. */
  private static final int MOST_DUST = 16;

  private final double slope;
  private final RasterImage page;
  private final PieceShape shape;
  private final InkMap map;
  private final InkSums ink;
  private final TypeSize type;
  private final int scale;
  private final byte[] paper;

  /** Lines that are read together, and whether what is before them goes on. */
  private record Part(Area area, boolean goesOn) {}

  /** A part that becomes a piece, resized by so much. */
  private record Cut(Part part, double zoom, boolean isField) {}

  private PageCutter(RasterImage page, PieceShape shape) {
    InkMap found = InkMap.of(page);
    InkSums askew = InkSums.ofPage(found);
    this.paper = paper(page);
    this.slope = TextSlope.of(askew);
    this.page = slope == 0 ? page : level(page, askew.withoutDarkEdges(), found.scale());
    this.map = slope == 0 ? found : InkMap.of(this.page);
    this.shape = shape;
    this.ink = slope == 0 ? askew : InkSums.ofPage(map);
    this.type = new TypeSize(map, ink);
    this.scale = map.scale();
  }

  /**
   * The page with its columns moved up and down, and its rows sideways, until it is upright. What
   * comes in from outside is the sheet mirrored at its edge: paper as light as what is beside it,
   * and without the dark edges.
   */
  private RasterImage level(RasterImage askew, Area sheet, int scale) {
    int width = askew.width();
    int height = askew.height();
    int left = sheet.left() * scale;
    int right = Math.min(width, sheet.right() * scale);
    int top = sheet.top() * scale;
    int bottom = Math.min(height, sheet.bottom() * scale);
    byte[] upright = new byte[askew.rgb().length];
    int from = left;
    while (from < right) {
      int down = shift(from, width);
      int to = from + 1;
      while (to < right && shift(to, width) == down) {
        to++;
      }
      for (int y = 0; y < height; y++) {
        int source = mirrored(y + down, top, bottom);
        int pixels = to - from;
        System.arraycopy(
            askew.rgb(), 3 * (source * width + from), upright, 3 * (y * width + from), 3 * pixels);
      }
      from = to;
    }
    byte[] level = new byte[upright.length];
    for (int y = 0; y < height; y++) {
      int across = shift(y, height);
      int x = 0;
      while (x < width) {
        int source = mirrored(x - across, left, right);
        int pixels = source == x - across ? Math.min(right - source, width - x) : 1;
        System.arraycopy(upright, 3 * (y * width + source), level, 3 * (y * width + x), 3 * pixels);
        x += pixels;
      }
    }
    return new RasterImage(width, height, level);
  }

  /** Where a row or column that may lie outside of the sheet is taken from, inside of it. */
  private static int mirrored(int index, int first, int end) {
    int inside = index < first ? 2 * first - 1 - index : index >= end ? 2 * end - 1 - index : index;
    return Math.max(first, Math.min(inside, end - 1));
  }

  /** How far a column or row is off its place, from the middle of so many. */
  private int shift(int index, int count) {
    return (int) Math.rint(slope * (index - count / 2.0));
  }

  /**
   * Cuts a page.
   *
   * @return pieces in reading order, without rules that stand alone if there is anything else; none
   *     if there is no ink, or if the page is no larger than a piece or far too wide for one
   */
  public static List<PagePiece> cut(RasterImage page, PieceShape shape) {
    boolean small = page.width() <= shape.mostWidth() && page.height() <= shape.height();
    if (small || page.width() / MOST_REDUCED > shape.mostWidth()) {
      return List.of();
    }
    return new PageCutter(page, shape).cut();
  }

  private List<PagePiece> cut() {
    List<Cut> cuts = new ArrayList<>();
    for (FormFields.Part block : TextColumns.of(map, ink, ink.withoutDarkEdges())) {
      Area column = block.area();
      InkLines lines = InkLines.of(ink, column);
      int capitals = type.capitals(column);
      double zoom = zoom(capitals * scale);
      PieceBreaks.Room room =
          new PieceBreaks.Room(room(shape.height(), zoom), room(shape.mostHeight(), zoom));
      LineKinds kinds = new LineKinds(ink, lines, capitals, room.text());
      for (Part part : parts(column, lines, kinds, room)) {
        cuts.add(new Cut(part, zoom, block.isField()));
      }
    }
    List<Cut> read = cuts.stream().filter(cut -> !isRules(cut.part().area())).toList();
    return (read.isEmpty() ? cuts : read).stream().map(this::piece).toList();
  }

  /** Whether an area is rules and dust alone, of which there is nothing to read. */
  private boolean isRules(Area area) {
    if (area.height() > HIGHEST_RULE) {
      return false;
    }
    int ruled =
        IntStream.range(area.top(), area.bottom())
            .map(y -> ink.inRuns(area, y, SHORTEST_RULE))
            .sum();
    return ruled > 0 && ink.in(area) - ruled <= MOST_DUST;
  }

  /** By how much type is resized with capitals that are so many pixels high; 0 if there is none. */
  static double zoom(int capitals) {
    boolean usual = capitals == 0 || (capitals >= LOWEST_CAPITALS && capitals <= HIGHEST_CAPITALS);
    return usual ? 1 : Math.min(MOST_ENLARGED, USUAL_CAPITALS / capitals);
  }

  /** Pixels of the ink map that fit into a picture of that side. */
  private int room(int side, double zoom) {
    return Math.max(1, (int) ((side - 2 * MARGIN) / zoom / scale));
  }

  private List<Part> parts(Area column, InkLines lines, LineKinds kinds, PieceBreaks.Room room) {
    PieceBreaks breaks = new PieceBreaks(lines, kinds, room);
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < lines.count()) {
      if (breaks.isTooHigh(from)) {
        parts.addAll(through(lines.get(from), kinds, room.text(), goesOn(column, lines, from)));
        from++;
        continue;
      }
      int to = from;
      while (to < lines.count() && !breaks.isTooHigh(to)) {
        to++;
      }
      for (int end : breaks.between(from, to)) {
        Area all = ink.trimmed(lines.rows(column, from, end));
        boolean isDrawing = IntStream.range(from, end).anyMatch(line -> kinds.drawn(line) > 0);
        parts.add(new Part(isDrawing ? withAxes(all) : all, goesOn(column, lines, from)));
        from = end;
      }
    }
    return parts;
  }

  /** With the ends of an axis that goes on above or below, which is too thin for a line. */
  private Area withAxes(Area drawing) {
    int above = 0;
    int below = 0;
    for (int x = drawing.left(); x < drawing.right(); x++) {
      above = Math.max(above, upright(x, drawing.top() - 1, -1));
      below = Math.max(below, upright(x, drawing.bottom(), 1));
    }
    return new Area(
        drawing.left(),
        drawing.top() - (above < SHORTEST_AXIS ? 0 : above),
        drawing.right(),
        drawing.bottom() + (below < SHORTEST_AXIS ? 0 : below));
  }

  /** How far ink goes on upright, in rows. */
  private int upright(int x, int from, int step) {
    int y = from;
    while (y >= 0 && y < ink.whole().bottom() && ink.isAt(x, y)) {
      y += step;
    }
    return Math.abs(y - from);
  }

  /** Whether a line may go on with what the one before it began. */
  static boolean goesOn(Area column, InkLines lines, int index) {
    if (index == 0) {
      return false;
    }
    Area before = lines.get(index - 1);
    int gap = lines.gapAbove(index);
    return gap <= USUAL_GAP * Math.max(1, lines.typicalGap())
        && !isWide(lines, index)
        && gap <= WIDEST_GAP * before.height()
        && before.right() - column.left() >= FULL * column.width();
  }

  /** Whether there is more white above a line than above the line before and the one behind. */
  private static boolean isWide(InkLines lines, int index) {
    int nearest = Integer.MAX_VALUE;
    if (index >= 2) {
      nearest = lines.gapAbove(index - 1);
    }
    if (index + 1 < lines.count()) {
      nearest = Math.min(nearest, lines.gapAbove(index + 1));
    }
    return nearest < Integer.MAX_VALUE && lines.gapAbove(index) > WIDER * nearest + SURE;
  }

  /** Pieces of what is too high and has no gaps, cut below its rules, else where it is weakest. */
  private List<Part> through(Area area, LineKinds kinds, int most, boolean goesOn) {
    List<Part> parts = new ArrayList<>();
    int top = area.top();
    boolean on = goesOn;
    while (area.bottom() - top > most) {
      int from = top + Math.max(1, most / 2);
      int rule = lowestRule(area, kinds, from, top + most);
      int cut = rule < 0 ? weakestRow(area, from, top + most) : rule;
      boolean fits = area.bottom() - top <= MOST_REDUCED * most;
      if (fits && rule < 0 && !isBetweenRows(area, top, cut)) {
        break;
      }
      parts.add(new Part(new Area(area.left(), top, area.right(), cut), on));
      top = cut;
      on = true;
    }
    Area rest = ink.trimmed(new Area(area.left(), top, area.right(), area.bottom()));
    if (ink.in(rest) > 0) {
      parts.add(new Part(rest, on));
    }
    return parts;
  }

  /**
   * Whether a cut goes through next to nothing, or through the white between rows of a table whose
   * columns upright rules part: there is such white above it, too.
   */
  private boolean isBetweenRows(Area area, int top, int cut) {
    double most = MOST_INK_CUT * area.width();
    int[] beside =
        IntStream.range(area.left(), area.right())
            .filter(x -> ink.inColumn(area, x) < UPRIGHT * area.height())
            .toArray();
    if (ink.inRow(area, cut) <= most || beside.length < (1 - MOST_UPRIGHT) * area.width()) {
      return ink.inRow(area, cut) <= most;
    }
    int gaps = 0;
    boolean isWhite = false;
    for (int row = top; row <= cut; row++) {
      int y = row;
      boolean wasWhite = isWhite;
      isWhite = Arrays.stream(beside).filter(x -> ink.isAt(x, y)).count() <= most;
      gaps += isWhite && !wasWhite ? 1 : 0;
    }
    return isWhite && gaps >= LEAST_GAPS;
  }

  /** The first row below the lowest rule from side to side; -1 if there is none. */
  private int lowestRule(Area area, LineKinds kinds, int from, int to) {
    int below = to;
    while (below > from) {
      int top = below;
      while (top > area.top() && ink.isRuled(area, top - 1)) {
        top--;
      }
      boolean whole = below < to || !ink.isRuled(area, to);
      if (whole && top < below && kinds.isThin(below - top)) {
        return below;
      }
      below = Math.min(top, below - 1);
    }
    return -1;
  }

  /** Of rows with as little ink the lowest. */
  private int weakestRow(Area area, int from, int to) {
    int weakest = to;
    for (int y = to - 1; y >= from; y--) {
      if (ink.inRow(area, y) < ink.inRow(area, weakest)) {
        weakest = y;
      }
    }
    return weakest;
  }

  private PagePiece piece(Cut wanted) {
    Area area = wanted.part().area();
    int width = area.width() * scale;
    int height = area.height() * scale;
    double fits =
        Math.min(
            (shape.mostWidth() - 2.0 * MARGIN) / width,
            (shape.mostHeight() - 2.0 * MARGIN) / height);
    double zoom = Math.min(wanted.zoom(), fits);
    int across = shape.widthFor((int) Math.ceil(width * zoom) + 2 * MARGIN);
    int down = shape.heightFor((int) Math.floor(height * zoom) + 2 * MARGIN);
    int seenWidth = (int) Math.ceil(across / zoom);
    int seenHeight = (int) Math.ceil(down / zoom);
    int left = area.left() * scale - (seenWidth - width) / 2;
    int top = area.top() * scale - (seenHeight - height) / 2;
    RasterImage cut = new RasterImage(seenWidth, seenHeight, filled(seenWidth, seenHeight));
    PagePiece.Shown shown = shown(area, left, top, cut);
    copy(shown, left, top, cut);
    RasterImage picture = zoom == 1 ? cut : Resizer.resize(cut, across, down);
    return new PagePiece(
        picture,
        left,
        top,
        seenWidth,
        seenHeight,
        slope,
        wanted.part().goesOn(),
        wanted.isField(),
        shown);
  }

  private byte[] filled(int width, int height) {
    return filled(width, height, paper);
  }

  /** Pixels of nothing but paper. */
  static byte[] filled(int width, int height, byte[] paper) {
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    for (int i = 0; i < rgb.length; i += 3) {
      System.arraycopy(paper, 0, rgb, i, 3);
    }
    return rgb;
  }

  /** What belongs to the piece, with the soft edges of its ink, and nothing beside it. */
  private PagePiece.Shown shown(Area area, int left, int top, RasterImage onto) {
    return new PagePiece.Shown(
        Math.max(Math.max(0, (area.left() - 1) * scale), left),
        Math.max(Math.max(0, (area.top() - 1) * scale), top),
        Math.min(Math.min(page.width(), (area.right() + 1) * scale), left + onto.width()),
        Math.min(Math.min(page.height(), (area.bottom() + 1) * scale), top + onto.height()));
  }

  private void copy(PagePiece.Shown shown, int left, int top, RasterImage onto) {
    for (int y = shown.y1(); y < shown.y2(); y++) {
      System.arraycopy(
          page.rgb(),
          3 * (y * page.width() + shown.x1()),
          onto.rgb(),
          3 * ((y - top) * onto.width() + shown.x1() - left),
          3 * (shown.x2() - shown.x1()));
    }
  }

  /** The middle colour of the page. */
  private static byte[] paper(RasterImage page) {
    MiddleColour middle = new MiddleColour();
    middle.add(page.rgb(), 0, page.rgb().length / 3);
    int[] found = middle.get();
    return new byte[] {(byte) found[0], (byte) found[1], (byte) found[2]};
  }
}
