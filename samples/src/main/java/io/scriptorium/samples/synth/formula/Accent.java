package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.Frame;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A letter with a mark above it. */
record Accent(Kind kind, Term base) implements Term {
  enum Kind {
    BAR,
    HAT,
    TILDE,
    VEC,
    DOT,
    DDOT,
    OVERLINE
  }

  @Override
  public MathBox set(MathStyle style) {
    MathBox core = base.set(style);
    double em = style.em();
    double rule = Math.max(0.45, 0.055 * em);
    Frame ink = core.ink();
    boolean slants = base instanceof Sign sign && sign.italic();
    double centre = ink.centre() + (slants ? 0.07 * em : 0);
    double y = ink.top() - 0.14 * em;
    Color color = style.color();
    Assembly all = new Assembly().add(core, 0, 0);
    switch (kind) {
      case BAR -> all.rule(centre - 0.2 * em, centre + 0.2 * em, y, rule, color);
      case OVERLINE -> all.rule(ink.left(), ink.right(), y, rule, color);
      case HAT -> {
        all.line(centre - 0.16 * em, y, centre, y - 0.14 * em, rule, color);
        all.line(centre, y - 0.14 * em, centre + 0.16 * em, y, rule, color);
      }
      case TILDE -> all.fill(wave(centre, y - 0.03 * em, em, rule * 1.2), color);
      case VEC -> {
        double tip = centre + 0.24 * em;
        all.rule(centre - 0.22 * em, tip, y - 0.04 * em, rule, color);
        all.line(tip - 0.13 * em, y - 0.13 * em, tip, y - 0.04 * em, rule, color);
        all.line(tip - 0.13 * em, y + 0.05 * em, tip, y - 0.04 * em, rule, color);
      }
      case DOT -> dot(all, centre, y, em, color);
      case DDOT -> {
        dot(all, centre - 0.11 * em, y, em, color);
        dot(all, centre + 0.11 * em, y, em, color);
      }
    }
    return all.box(Math.max(core.width(), centre + 0.2 * em));
  }

  private static void dot(Assembly all, double x, double y, double em, Color color) {
    double r = 0.055 * em;
    all.fill(new Path2D.Double(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)), color);
  }

  private static Path2D wave(double x, double y, double em, double thick) {
    double w = 0.2 * em;
    double h = 0.09 * em;
    Path2D path = new Path2D.Double();
    path.moveTo(x - w, y + h / 2);
    path.curveTo(x - w / 2, y - h * 1.6, x + w / 2, y + h * 0.8, x + w, y - h / 2);
    path.lineTo(x + w, y - h / 2 + thick);
    path.curveTo(
        x + w / 2, y + h * 0.8 + thick, x - w / 2, y - h * 1.6 + thick, x - w, y + h / 2 + thick);
    path.closePath();
    return path;
  }

  @Override
  public void spell(LatexWriter out) {
    String name =
        switch (kind) {
          case BAR -> "bar";
          case HAT -> "hat";
          case TILDE -> "tilde";
          case VEC -> "vec";
          case DOT -> "dot";
          case DDOT -> "ddot";
          case OVERLINE -> "overline";
        };
    out.put("\\" + name).group(base);
  }
}
