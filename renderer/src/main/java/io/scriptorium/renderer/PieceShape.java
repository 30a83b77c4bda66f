package io.scriptorium.renderer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the pieces are that a page is cut into.
 *
 * @param mostWidth of a piece's picture, in pixels
 * @param height of a piece's picture, in pixels; no picture is less than twice as wide
 * @param mostHeight of one with a figure in it, which cannot be read in parts, in pixels
 */
public record PieceShape(int mostWidth, int height, int mostHeight) {
  /** Sides are multiples of this: what the model reads as one token. */
  public static final int CELL = 28;

  private static final int LARGEST = 8400;
  private static final Pattern SIDES = Pattern.compile("(\\d{1,5})x(\\d{1,5})(?:-(\\d{1,5}))?");

  public PieceShape {
    if (height < CELL || height % CELL != 0) {
      throw new IllegalArgumentException(
          "height (" + height + ") is not a multiple of " + CELL + " above 0");
    }
    if (mostWidth < 2 * height || mostWidth % CELL != 0 || mostWidth > LARGEST) {
      throw new IllegalArgumentException(
          "width ("
              + mostWidth
              + ") is not a multiple of "
              + CELL
              + " from twice the height to "
              + LARGEST);
    }
    if (mostHeight < height || mostHeight % CELL != 0 || mostHeight > mostWidth) {
      throw new IllegalArgumentException(
          "height of figures ("
              + mostHeight
              + ") is not a multiple of "
              + CELL
              + " from the height to the width");
    }
  }

  /** Pieces that are all of the same height. */
  public PieceShape(int mostWidth, int height) {
    this(mostWidth, height, height);
  }

  /** As on the command line, {@code 1344x224}, or {@code 1344x224-448} with higher figures. */
  public String text() {
    return mostWidth + "x" + height + (mostHeight > height ? "-" + mostHeight : "");
  }

  /**
   * The opposite of {@link #text}.
   *
   * @throws IllegalArgumentException with a message for people if it is no such shape
   */
  public static PieceShape parse(String text) {
    Matcher sides = SIDES.matcher(text);
    if (!sides.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a size such as 1344x224 or 1344x224-448");
    }
    int height = Integer.parseInt(sides.group(2));
    int mostHeight = sides.group(3) == null ? height : Integer.parseInt(sides.group(3));
    return new PieceShape(Integer.parseInt(sides.group(1)), height, mostHeight);
  }

  /** The narrowest picture that holds so many pixels across. */
  int widthFor(int pixels) {
    int cells = (pixels + CELL - 1) / CELL;
    return Math.max(2 * height, Math.min(mostWidth, cells * CELL));
  }

  /** The height of a picture that holds so many pixels from top to bottom, if one can. */
  int heightFor(int pixels) {
    return pixels <= height ? height : mostHeight;
  }
}
