package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds type in a piece that lies in no block, since the model passed over it, and makes pieces of
 * it that can be read by themselves, enlarged if a figure had made the whole smaller. Safe for use
 * by several threads.
 */
public final class UnreadType {
  /** Of the height of capitals: what counts as a character. */
  private static final double LOWEST = 0.5;

  private static final double HIGHEST = 1.8;

  /** How high a dash is at most. */
  private static final double DASH = 0.3;

  /** Of the height of capitals, how far characters may lie outside of their block's box. */
  private static final double BESIDE = 0.5;

  /** The same for gaps between the words of a line, and between the lines of an area. */
  private static final double WORD_GAP = 1.5;

  private static final double LINE_GAP = 1;

  /** With fewer characters, it is a mark or dust. */
  private static final int LEAST_CHARACTERS = 3;

  /** A piece holds no more of them; noise does. */
  private static final int MOST_CHARACTERS = 2000;

  /** What is read again of one piece; the rest is left, as reading takes long. */
  private static final int MOST_AREAS = 4;

  private final PagePiece piece;
  private final PieceShape shape;
  private final RasterImage image;
  private final InkMap map;

  /** Characters that lie together. */
  private record Group(Area area, int characters) {
    Group with(Group other) {
      return new Group(area.with(other.area), characters + other.characters);
    }
  }

  private UnreadType(PagePiece piece, PieceShape shape) {
    this.piece = piece;
    this.shape = shape;
    this.image = piece.image();
    this.map = InkMap.ofPiece(image);
  }

  /**
   * The areas of type outside of all boxes, from top to bottom; the largest if there are many.
   *
   * @param read boxes of the blocks that were read
   * @param shape of pieces
   */
  public static List<PagePiece> of(PagePiece piece, List<PieceInk.Box> read, PieceShape shape) {
    UnreadType unread = new UnreadType(piece, shape);
    InkSums ink = InkSums.ofPage(unread.map);
    int capitals = new TypeSize(unread.map, ink).capitals(ink.whole());
    double zoom = Math.max(1, PageCutter.zoom(capitals * unread.map.scale()));
    return unread.areas(ink, capitals, read).stream().map(area -> unread.cut(area, zoom)).toList();
  }

  private List<Area> areas(InkSums ink, int capitals, List<PieceInk.Box> read) {
    List<Group> characters = characters(ink, capitals);
    characters.removeIf(one -> read.stream().anyMatch(box -> isIn(box, one.area(), capitals)));
    if (characters.size() > MOST_CHARACTERS) {
      characters.removeIf(one -> one.characters() == 0);
    }
    if (capitals == 0 || characters.size() > MOST_CHARACTERS) {
      return List.of();
    }
    List<Group> lines = joined(characters, (int) (WORD_GAP * capitals), 0);
    return joined(lines, 0, (int) (LINE_GAP * capitals)).stream()
        .filter(group -> group.characters() >= LEAST_CHARACTERS)
        .sorted(Comparator.comparingInt(Group::characters).reversed())
        .limit(MOST_AREAS)
        .map(Group::area)
        .sorted(Comparator.comparingInt(Area::top))
        .toList();
  }

  private List<Group> characters(InkSums ink, int capitals) {
    ConnectedInk pieces = ink.parts();
    List<Group> characters = new ArrayList<>();
    for (int at = 0; at < map.width() * map.height(); at++) {
      if (pieces.isLeft(at)) {
        pieces.take(at);
        Area box = pieces.bounds();
        if (box.height() >= LOWEST * capitals
            && box.height() <= HIGHEST * capitals
            && box.width() <= TypeSize.WIDEST * box.height()) {
          characters.add(new Group(box, 1));
        } else if (isDash(box, capitals)) {
          characters.add(new Group(box, 0));
        }
      }
    }
    return characters;
  }

  /** Whether it may be a dash, which is between words and makes none. */
  private static boolean isDash(Area box, int capitals) {
    return box.height() <= DASH * capitals
        && box.width() >= LOWEST * capitals
        && box.width() <= HIGHEST * capitals;
  }

  /** Whether the middle of a character lies in a box, or beside it. */
  private boolean isIn(PieceInk.Box box, Area character, int capitals) {
    double across = (double) piece.width() / image.width() * map.scale();
    double down = (double) piece.height() / image.height() * map.scale();
    double x = (character.left() + character.right()) / 2.0;
    double y = (character.top() + character.bottom()) / 2.0;
    double beside = BESIDE * capitals;
    return x >= box.left() / across - beside
        && x < box.right() / across + beside
        && y >= box.top() / down - beside
        && y < box.bottom() / down + beside;
  }

  /** Joins, again and again, what lies no farther apart than that. */
  private static List<Group> joined(List<Group> groups, int across, int down) {
    List<Group> left = new ArrayList<>(groups);
    List<Group> found = new ArrayList<>();
    while (!left.isEmpty()) {
      Group group = left.remove(left.size() - 1);
      for (int i = 0; i < left.size(); i++) {
        if (isNear(group.area(), left.get(i).area(), across, down)) {
          group = group.with(left.remove(i));
          i = -1;
        }
      }
      found.add(group);
    }
    return found;
  }

  private static boolean isNear(Area one, Area other, int across, int down) {
    return one.left() <= other.right() + across
        && other.left() <= one.right() + across
        && one.top() < other.bottom() + down
        && other.top() < one.bottom() + down;
  }

  /**
   * The area in the middle of a picture of its own.
   *
   * @param most by how much it is enlarged if it fits then
   */
  private PagePiece cut(Area area, double most) {
    int x1 = Math.max(0, area.left() - 1) * map.scale();
    int y1 = Math.max(0, area.top() - 1) * map.scale();
    int x2 = Math.min(image.width(), (area.right() + 1) * map.scale());
    int y2 = Math.min(image.height(), (area.bottom() + 1) * map.scale());
    double zoom = Math.max(1, Math.min(most, fitting(x2 - x1, y2 - y1)));
    int across = shape.widthFor((int) Math.ceil((x2 - x1) * zoom) + 2 * PageCutter.MARGIN);
    int down = shape.heightFor((int) Math.ceil((y2 - y1) * zoom) + 2 * PageCutter.MARGIN);
    int width = (int) Math.ceil(across / zoom);
    int height = (int) Math.ceil(down / zoom);
    int right = (width - (x2 - x1)) / 2 - x1;
    int lower = (height - (y2 - y1)) / 2 - y1;
    // The margin around what a piece shows is paper.
    byte[] rgb = PageCutter.filled(width, height, Arrays.copyOf(image.rgb(), 3));
    for (int y = Math.max(y1, -lower); y < Math.min(y2, height - lower); y++) {
      int from = Math.max(x1, -right);
      int to = Math.min(x2, width - right);
      System.arraycopy(
          image.rgb(),
          3 * (y * image.width() + from),
          rgb,
          3 * ((y + lower) * width + from + right),
          3 * (to - from));
    }
    RasterImage part = new RasterImage(width, height, rgb);
    double wide = (double) piece.width() / image.width();
    double high = (double) piece.height() / image.height();
    return new PagePiece(
        zoom == 1 ? part : Resizer.resize(part, across, down),
        piece.left() - (int) Math.rint(right * wide),
        piece.top() - (int) Math.rint(lower * high),
        (int) Math.rint(width * wide),
        (int) Math.rint(height * high),
        piece.slope(),
        false,
        false,
        new PagePiece.Shown(
            piece.left() + (int) Math.rint(x1 * wide),
            piece.top() + (int) Math.rint(y1 * high),
            piece.left() + (int) Math.rint(x2 * wide),
            piece.top() + (int) Math.rint(y2 * high)));
  }

  /** By how much an area can be enlarged to fill the largest piece. */
  private double fitting(int width, int height) {
    return Math.min(
        (shape.mostWidth() - 2.0 * PageCutter.MARGIN) / width,
        (shape.mostHeight() - 2.0 * PageCutter.MARGIN) / height);
  }
}
