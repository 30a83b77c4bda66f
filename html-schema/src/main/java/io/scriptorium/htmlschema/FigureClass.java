package io.scriptorium.htmlschema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The blocks that are written as a {@code div} around an {@code img}, told apart by class. */
enum FigureClass {
  CHART("chart", "", "table", false),
  // The dot inside these two class names is the model's own spelling.
  FORMULA_PRINTED("formula.machine_printed", "", "div", true),
  FORMULA_HANDWRITTEN("formula.handwritten", "", "div", true),
  CHEMICAL("chemical formula", "smile", "div", true),
  FORMULA("formula", "", "div", true),
  CAPTION("image caption", "", "p", false),
  IMAGE_TEXT("image ocr", "", "p", false),
  IMAGE("image", "", "", false),
  MUSIC("music sheet", "abc notation", "div", true);

  private final String attribute;
  private final Set<String> words;
  private final String format;
  private final String contentName;
  private final boolean verbatim;

  FigureClass(String attribute, String format, String contentName, boolean verbatim) {
    this.attribute = attribute;
    this.words = words(attribute);
    this.format = format;
    this.contentName = contentName;
    this.verbatim = verbatim;
  }

  /** The figure whose words all occur in a class attribute, the most specific one first. */
  static Optional<FigureClass> find(String attribute) {
    Set<String> words = words(attribute);
    return Arrays.stream(values()).filter(figure -> words.containsAll(figure.words)).findFirst();
  }

  static FigureClass of(Formula.Kind kind) {
    return switch (kind) {
      case UNSPECIFIED -> FORMULA;
      case PRINTED -> FORMULA_PRINTED;
      case HANDWRITTEN -> FORMULA_HANDWRITTEN;
    };
  }

  Formula.Kind formulaKind() {
    return switch (this) {
      case FORMULA_PRINTED -> Formula.Kind.PRINTED;
      case FORMULA_HANDWRITTEN -> Formula.Kind.HANDWRITTEN;
      default -> Formula.Kind.UNSPECIFIED;
    };
  }

  /** The class attribute as written. */
  String attribute() {
    return attribute;
  }

  /** The attribute {@code format}, empty if there is none. */
  String format() {
    return format;
  }

  /** Name of the element after the {@code img}, empty if there is none. */
  String contentName() {
    return contentName;
  }

  /** Whether white space in the content counts. */
  boolean verbatim() {
    return verbatim;
  }

  private static Set<String> words(String attribute) {
    Set<String> words =
        new TreeSet<>(Arrays.asList(attribute.toLowerCase(Locale.ROOT).split("[\\s.]+")));
    words.remove("");
    return words;
  }
}
