package io.scriptorium.htmlschema;

/**
 * A formula set apart from the text.
 *
 * @param latex verbatim and unchecked; see {@link ContentCheck}
 */
public record Formula(BoundingBox box, Kind kind, String latex, Marks marks) implements Block {
  /** How the formula is set on the page. */
  public enum Kind {
    /** The model did not say. */
    UNSPECIFIED,
    PRINTED,
    HANDWRITTEN
  }

  public Formula {
    latex = CleanText.verbatim(latex);
  }

  public Formula(BoundingBox box, Kind kind, String latex) {
    this(box, kind, latex, Marks.NONE);
  }

  /** Whether its number is in the LaTeX, as a tag. */
  public boolean isNumbered() {
    return latex.contains("\\tag{");
  }

  @Override
  public Formula with(Marks newMarks) {
    return new Formula(box, kind, latex, newMarks);
  }
}
