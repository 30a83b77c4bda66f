package io.scriptorium.htmlschema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The blocks that are written as a {@code div} around an {@code img}, told apart by class. */
enum FigureClass {
  CHART("chart", "", "table", "the data that can be read off it", false, Chart.class),
  // The dot inside these two class names is the model's own spelling.
  FORMULA_PRINTED("formula.machine_printed", "", "div", "LaTeX", true, Formula.class),
  FORMULA_HANDWRITTEN("formula.handwritten", "", "div", "LaTeX", true, Formula.class),
  CHEMICAL("chemical formula", "smile", "div", "SMILES", true, ChemicalFormula.class),
  FORMULA("formula", "", "div", "LaTeX", true, Formula.class),
  CAPTION("image caption", "", "p", "text", false, Caption.class),
  IMAGE_TEXT("image ocr", "", "p", "text", false, ImageText.class),
  IMAGE("image", "", "", "", false, Image.class),
  MUSIC("music sheet", "abc notation", "div", "ABC", true, MusicSheet.class);

  private final String attribute;
  private final Set<String> words;
  private final String format;
  private final String contentName;
  private final String content;
  private final boolean verbatim;
  private final Class<? extends Block> block;

  FigureClass(
      String attribute,
      String format,
      String contentName,
      String content,
      boolean verbatim,
      Class<? extends Block> block) {
    this.attribute = attribute;
    this.words = words(attribute);
    this.format = format;
    this.contentName = contentName;
    this.content = content;
    this.verbatim = verbatim;
    this.block = block;
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

  /** What the element after the {@code img} holds, for a person. */
  String content() {
    return content;
  }

  /** What it is read as. */
  Class<? extends Block> block() {
    return block;
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
