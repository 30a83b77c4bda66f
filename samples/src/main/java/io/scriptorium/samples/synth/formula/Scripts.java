package io.scriptorium.samples.synth.formula;

import org.jspecify.annotations.Nullable;

/** A part with something small at its foot, its head or both. */
record Scripts(Term base, @Nullable Term foot, @Nullable Term head) implements Term {
  Scripts {
    if (foot == null && head == null) {
      throw new IllegalArgumentException("there is neither a subscript nor a superscript");
    }
  }

  static Scripts sub(Term base, Term foot) {
    return new Scripts(base, foot, null);
  }

  static Scripts sup(Term base, Term head) {
    return new Scripts(base, null, head);
  }

  @Override
  public MathBox set(MathStyle style) {
    MathBox core = base.set(style);
    MathStyle small = style.script();
    double em = style.em();
    boolean slants = base instanceof Sign sign && sign.italic();
    Assembly all = new Assembly().add(core, 0, 0);
    double width = core.width();
    MathBox above = head == null ? null : head.set(small);
    MathBox below = foot == null ? null : foot.set(small);
    double rise = Math.max(0.38 * em, core.height() - 0.32 * em);
    double drop = Math.max(0.17 * em, core.depth() + 0.06 * em);
    if (above != null) {
      rise = Math.max(rise, above.depth() + 0.22 * em);
    }
    if (above != null && below != null) {
      double gap = rise - above.depth() + drop - below.height();
      drop += Math.max(0, 0.14 * em - gap);
    } else if (below != null) {
      drop = Math.max(drop, below.height() - 0.34 * em);
    }
    if (above != null) {
      // Over a letter that leans, the head starts where the letter's top ends.
      double x = Math.max(core.width(), slants ? core.ink().right() : 0) + 0.03 * em;
      all.add(above, x, -rise);
      width = Math.max(width, x + above.width());
    }
    if (below != null) {
      double x = core.width() + (slants ? 0 : 0.02 * em);
      all.add(below, x, drop);
      width = Math.max(width, x + below.width());
    }
    return all.box(width + 0.05 * em);
  }

  @Override
  public void spell(LatexWriter out) {
    base.spell(out);
    if (foot != null) {
      out.script('_', foot);
    }
    if (head != null) {
      out.script('^', head);
    }
  }

  @Override
  public Spacing left() {
    return base.left();
  }

  @Override
  public Spacing right() {
    return base.right();
  }

  @Override
  public boolean tall() {
    return base.tall();
  }
}
