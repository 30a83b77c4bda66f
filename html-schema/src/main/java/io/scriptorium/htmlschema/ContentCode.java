package io.scriptorium.htmlschema;

/** What {@link ContentCheck} may find in the notations that blocks carry. The names are stable. */
public enum ContentCode {
  LATEX_UNBALANCED(
      "Braces, environments or delimiters of a formula do not match, or nest too deep"),
  LATEX_COMMAND_UNKNOWN(
      "A formula holds a command or environment that is not of the mathematics of LaTeX"),
  ABC_INVALID("A music sheet is not ABC: a field is missing or a line cannot be read"),
  SMILES_INVALID("A chemical formula is not SMILES: atoms, bonds, branches or rings do not fit"),
  NOTATION_TOO_LONG("A notation is longer than what is checked");

  private final String description;

  ContentCode(String description) {
    this.description = description;
  }

  /** What it means, for a person: sentences, the last one without its full stop. */
  public String description() {
    return description;
  }
}
