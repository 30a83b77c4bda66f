package io.scriptorium.htmlschema;

/** What {@link ContentCheck} may find in the notations that blocks carry. The names are stable. */
public enum ContentCode {
  /** Braces, environments or delimiters of a formula do not match, or nest too deep. */
  LATEX_UNBALANCED,
  /** A formula holds a command or environment that is not of the mathematics of LaTeX. */
  LATEX_COMMAND_UNKNOWN,
  /** A music sheet is not ABC: a field is missing or a line cannot be read. */
  ABC_INVALID,
  /** A chemical formula is not SMILES: atoms, bonds, branches or rings do not fit. */
  SMILES_INVALID,
  /** A notation is longer than what is checked. */
  NOTATION_TOO_LONG
}
