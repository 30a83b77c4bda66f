package io.scriptorium.htmlschema;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads boxes in pixels of the image that the model saw, and maps them onto the page. */
final class BoxReader {
  static final String ATTRIBUTE = "data-bbox";

  private static final int MAX_LENGTH = 200;
  private static final Pattern CANONICAL = Pattern.compile("\\d+ \\d+ \\d+ \\d+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;()\\[\\]]+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,100}+(\\.\\d{0,100}+)?(e[+-]?\\d{1,9})?");

  private final PageSize seen;
  private final PageSize page;
  private final RepairLog log;

  BoxReader(PageSize seen, PageSize page, RepairLog log) {
    this.seen = seen;
    this.page = page;
    this.log = log;
  }

  /** The whole page. */
  BoundingBox page() {
    return BoundingBox.whole(page);
  }

  /** The element's own box on the page, or null if it has none that can be used. */
  @Nullable BoundingBox read(Element element) {
    if (!element.hasAttr(ATTRIBUTE)) {
      return null;
    }
    String value = element.attr(ATTRIBUTE);
    double[] numbers = numbers(value);
    if (numbers.length != 4) {
      log.add(RepairCode.BOX_INVALID, "a box is not four finite numbers");
      return null;
    }
    if (!CANONICAL.matcher(value).matches()) {
      log.add(RepairCode.BOX_REFORMATTED, "a box is not four integers with single spaces");
    }
    return onPage(numbers);
  }

  /** The first box that is not null, or the whole page. */
  BoundingBox orElse(@Nullable BoundingBox own, @Nullable BoundingBox around) {
    if (own != null) {
      return own;
    }
    if (around != null) {
      log.add(RepairCode.BOX_DERIVED, "the box is taken from what stands around the block");
      return around;
    }
    log.add(RepairCode.BOX_MISSING, "no usable box; the block has the whole page");
    return page();
  }

  /** Empty if there is anything but finite numbers. */
  private static double[] numbers(String value) {
    if (value.length() > MAX_LENGTH) {
      return new double[0];
    }
    String[] words = SEPARATORS.matcher(value).replaceAll(" ").strip().split(" ");
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      numbers[i] = NUMBER.matcher(word).matches() ? Double.parseDouble(word) : Double.NaN;
      if (!Double.isFinite(numbers[i])) {
        return new double[0];
      }
    }
    return numbers;
  }

  private BoundingBox onPage(double[] box) {
    double x1 = Math.min(box[0], box[2]);
    double y1 = Math.min(box[1], box[3]);
    double x2 = Math.max(box[0], box[2]);
    double y2 = Math.max(box[1], box[3]);
    if (x1 != box[0] || y1 != box[1]) {
      log.add(RepairCode.BOX_SWAPPED, "the second corner of a box is left of or above the first");
    }
    if (x1 < 0 || y1 < 0 || x2 > seen.width() || y2 > seen.height()) {
      log.add(
          RepairCode.BOX_CLAMPED,
          "a box reaches outside the image of " + seen.width() + " x " + seen.height());
    }
    int left = scaled(x1, seen.width(), page.width());
    int top = scaled(y1, seen.height(), page.height());
    int right = scaled(x2, seen.width(), page.width());
    int bottom = scaled(y2, seen.height(), page.height());
    if (right == left || bottom == top) {
      log.add(RepairCode.BOX_WIDENED, "a box is thinner than a pixel of the page");
    }
    return BoundingBox.within(page, left, top, right, bottom);
  }

  private static int scaled(double value, int from, int to) {
    double inside = Math.max(0, Math.min(value, from));
    return Math.toIntExact(Math.round(inside * to / from));
  }
}
