package io.scriptorium.samples.synth.formula;

import java.util.List;

/** Parts side by side. */
record Row(List<Term> terms) implements Term {
  Row {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a row needs a part");
    }
  }

  static Row of(Term... terms) {
    return new Row(List.of(terms));
  }

  @Override
  public MathBox set(MathStyle style) {
    Assembly all = new Assembly();
    double x = 0;
    for (int i = 0; i < terms.size(); i++) {
      if (i > 0) {
        double gap = rightOf(i - 1).before(leftOf(i), style.isScript());
        x += Math.max(gap, clearance(i)) * style.em();
      }
      MathBox box = terms.get(i).set(style);
      all.add(box, x, 0);
      x += box.width();
    }
    return all.box(x);
  }

  /** An italic letter leans over; an upright part after it keeps clear. */
  private double clearance(int right) {
    boolean leans = terms.get(right - 1) instanceof Sign left && left.italic();
    boolean slants = terms.get(right) instanceof Sign next && next.italic();
    return leans && !slants ? 0.05 : 0;
  }

  @Override
  public void spell(LatexWriter out) {
    for (int i = 0; i < terms.size(); i++) {
      if (i > 0 && spaced(i)) {
        out.space();
      }
      terms.get(i).spell(out);
    }
  }

  private boolean spaced(int right) {
    Spacing before = rightOf(right - 1);
    Spacing after = leftOf(right);
    if (before.joins() || after.joins()) {
      return true;
    }
    if (after == Spacing.PUNCTUATION
        || before == Spacing.OPENING
        || after == Spacing.OPENING
        || after == Spacing.CLOSING) {
      return false;
    }
    if (before == Spacing.PUNCTUATION) {
      return true;
    }
    boolean wordy = terms.get(right - 1).wordy() || terms.get(right).wordy();
    return wordy && !isPrefix(right - 1);
  }

  /** Whether a sign such as a minus belongs to the part after it alone. */
  private boolean isPrefix(int i) {
    return terms.get(i).left() == Spacing.BINARY && leftOf(i) == Spacing.ORDINARY;
  }

  private Spacing leftOf(int i) {
    return asItStands(i, terms.get(i).left());
  }

  private Spacing rightOf(int i) {
    return asItStands(i, terms.get(i).right());
  }

  /** Without anything before it to join, a sign does not join. */
  private Spacing asItStands(int i, Spacing own) {
    if (own != Spacing.BINARY) {
      return own;
    }
    Spacing before = i == 0 ? Spacing.OPENING : terms.get(i - 1).right();
    return switch (before) {
      case BINARY, RELATION, OPENING, PUNCTUATION, OPERATOR -> Spacing.ORDINARY;
      case ORDINARY, CLOSING, INNER -> own;
    };
  }

  @Override
  public Spacing left() {
    return leftOf(0);
  }

  @Override
  public Spacing right() {
    return rightOf(terms.size() - 1);
  }

  @Override
  public boolean tall() {
    return terms.stream().anyMatch(Term::tall);
  }

  @Override
  public boolean wordy() {
    return terms.stream().anyMatch(Term::wordy);
  }
}
