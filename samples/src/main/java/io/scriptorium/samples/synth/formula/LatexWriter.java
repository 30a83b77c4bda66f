package io.scriptorium.samples.synth.formula;

/**
 * Writes LaTeX in one canonical spelling: a space around what joins two parts and around control
 * words, none inside scripts and limits unless LaTeX needs it.
 */
final class LatexWriter {
  private final StringBuilder out = new StringBuilder();
  private int tight;

  /** One token, or several that need nothing between them. */
  LatexWriter put(String token) {
    if (endsInControlWord() && Character.isLetter(token.charAt(0))) {
      out.append(' ');
    }
    out.append(token);
    return this;
  }

  LatexWriter space() {
    if (tight == 0) {
      out.append(' ');
    }
    return this;
  }

  LatexWriter group(Term term) {
    out.append('{');
    term.spell(this);
    out.append('}');
    return this;
  }

  /** A group for a limit or a script, without spaces. */
  LatexWriter tightGroup(Term term) {
    tight++;
    group(term);
    tight--;
    return this;
  }

  /** A script; one letter or digit needs no braces. */
  LatexWriter script(char mark, Term term) {
    LatexWriter script = new LatexWriter();
    script.tight = 1;
    term.spell(script);
    out.append(mark);
    if (script.out.length() == 1) {
      out.append(script);
    } else {
      out.append('{').append(script).append('}');
    }
    return this;
  }

  private boolean endsInControlWord() {
    int i = out.length();
    while (i > 0 && Character.isLetter(out.charAt(i - 1))) {
      i--;
    }
    return i < out.length() && i > 0 && out.charAt(i - 1) == '\\';
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
