package io.scriptorium.samples.synth.formula;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts in rows and columns: a matrix, cases, lines of an equation. */
record Array(Kind kind, List<List<Term>> rows) implements Term {
  enum Kind {
    ROUND("pmatrix", Bracket.ROUND, Bracket.ROUND_END),
    SQUARE("bmatrix", Bracket.SQUARE, Bracket.SQUARE_END),
    DETERMINANT("vmatrix", Bracket.BAR, Bracket.BAR),
    CASES("cases", Bracket.CURLY, null),
    ALIGNED("aligned", null, null);

    private final String name;
    private final @Nullable Bracket open;
    private final @Nullable Bracket close;

    Kind(String name, @Nullable Bracket open, @Nullable Bracket close) {
      this.name = name;
      this.open = open;
      this.close = close;
    }

    boolean isMatrix() {
      return this == ROUND || this == SQUARE || this == DETERMINANT;
    }
  }

  Array {
    rows = rows.stream().map(List::copyOf).toList();
    int columns = rows.get(0).size();
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException("the rows do not all have " + columns + " columns");
    }
  }

  @Override
  public MathBox set(MathStyle style) {
    MathStyle inner = kind == Kind.ALIGNED ? style : style.text();
    List<List<MathBox>> boxes =
        rows.stream().map(row -> row.stream().map(term -> term.set(inner)).toList()).toList();
    MathBox grid = grid(boxes, style);
    if (kind.open == null) {
      return grid;
    }
    MathBox left = kind.open.around(grid, style);
    Assembly all = new Assembly().add(left, 0, 0).add(grid, left.width(), 0);
    double width = left.width() + grid.width();
    if (kind.close != null) {
      MathBox right = kind.close.around(grid, style);
      all.add(right, width, 0);
      width += right.width();
    }
    return all.box(width);
  }

  private MathBox grid(List<List<MathBox>> boxes, MathStyle style) {
    double em = style.em();
    double[] widths = new double[rows.get(0).size()];
    for (List<MathBox> row : boxes) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).width());
      }
    }
    List<Double> baselines = baselines(boxes, em);
    double gap = kind == Kind.ALIGNED ? 5 / 18.0 * em : kind == Kind.CASES ? em : 0.8 * em;
    Assembly all = new Assembly();
    double x = 0;
    for (int column = 0; column < widths.length; column++) {
      for (int row = 0; row < boxes.size(); row++) {
        MathBox box = boxes.get(row).get(column);
        double slack = widths[column] - box.width();
        all.add(box, x + slack * align(column), baselines.get(row));
      }
      x += widths[column] + gap;
    }
    double width = x - gap;
    MathBox grid = all.box(width);
    double middle = (grid.depth() - grid.height()) / 2;
    return new Assembly().add(grid, 0, -style.axis() - middle).box(width);
  }

  private double align(int column) {
    if (kind.isMatrix()) {
      return 0.5;
    }
    return kind == Kind.ALIGNED && column == 0 ? 1 : 0;
  }

  private List<Double> baselines(List<List<MathBox>> boxes, double em) {
    List<Double> baselines = new ArrayList<>();
    double y = 0;
    double depth = 0;
    for (List<MathBox> row : boxes) {
      double height = row.stream().mapToDouble(MathBox::height).max().orElseThrow();
      if (!baselines.isEmpty()) {
        y += Math.max(1.3 * em, depth + height + 0.35 * em);
      }
      baselines.add(y);
      depth = row.stream().mapToDouble(MathBox::depth).max().orElseThrow();
    }
    return baselines;
  }

  @Override
  public void spell(LatexWriter out) {
    out.put("\\begin{" + kind.name + "} ");
    for (int row = 0; row < rows.size(); row++) {
      if (row > 0) {
        out.put(" \\\\ ");
      }
      for (int column = 0; column < rows.get(row).size(); column++) {
        if (column > 0) {
          // The relation that lines are aligned at follows its mark at once.
          out.put(kind == Kind.ALIGNED ? " &" : " & ");
        }
        rows.get(row).get(column).spell(out);
      }
    }
    out.put(" \\end{" + kind.name + "}");
  }

  @Override
  public Spacing left() {
    return Spacing.INNER;
  }

  @Override
  public boolean tall() {
    return true;
  }
}
