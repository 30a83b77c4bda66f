package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.flow.Flow;
import io.scriptorium.samples.synth.flow.Formulas;
import io.scriptorium.samples.synth.flow.Lists;
import io.scriptorium.samples.synth.flow.Piece;
import io.scriptorium.samples.synth.flow.Stack;
import io.scriptorium.samples.synth.flow.TextPiece;
import io.scriptorium.samples.synth.flow.Typesetter;
import java.util.EnumSet;
import java.util.Set;

/** Fills columns with pieces of all kinds. */
final class Body {
  private static final int PATIENCE = 5;

  private final Desk desk;
  private final Dice dice;
  private final Typesetter typesetter;
  private final Lists lists;
  private final Formulas formulas;
  private final Figures figures;
  private final Sections sections;
  private final Set<Mixture.Ingredient> drawn = EnumSet.noneOf(Mixture.Ingredient.class);

  Body(Desk desk, Typesetter typesetter, Sections sections, double captioned) {
    this.desk = desk;
    this.dice = desk.dice();
    this.typesetter = typesetter;
    this.lists = new Lists(desk, typesetter);
    this.formulas = new Formulas(desk);
    this.figures = new Figures(desk, typesetter, captioned);
    this.sections = sections;
  }

  /** Fills a column until hardly anything fits any more. */
  void fill(Flow flow, Mixture mixture) {
    Mixture.Ingredient last = Mixture.Ingredient.SECTION;
    int failures = 0;
    while (failures < PATIENCE && flow.room(typesetter.blockGap()) > desk.style().leading()) {
      Mixture.Ingredient next = mixture.pick(dice);
      if (next == last && next == Mixture.Ingredient.LIST) {
        // Nobody could tell where one list ends and the other starts.
        next = Mixture.Ingredient.PARAGRAPH;
      }
      boolean follows = next == last && next == Mixture.Ingredient.PARAGRAPH;
      double gap = gap(next, follows);
      if (offer(flow, next, follows, gap)) {
        drawn.add(next);
        last = next == Mixture.Ingredient.SECTION ? Mixture.Ingredient.PARAGRAPH : next;
        failures = 0;
      } else {
        failures++;
      }
    }
  }

  /** Draws a table, a chart or a picture across all columns, if one fits. */
  void drawWide(Flow flow, double height) {
    double width = flow.width();
    try {
      Piece wide =
          switch (dice.between(0, 2)) {
            case 0 -> figures.table(width, height);
            case 1 -> figures.chart(width, height);
            default -> figures.picture(width, height);
          };
      flow.add(wide, typesetter.blockGap());
    } catch (NoRoomException e) {
      // The page goes without it.
    }
  }

  /** Whether there is a piece of this kind by now. */
  boolean has(Mixture.Ingredient ingredient) {
    return drawn.contains(ingredient);
  }

  private double gap(Mixture.Ingredient next, boolean follows) {
    if (next == Mixture.Ingredient.SECTION) {
      return typesetter.headingGap();
    }
    return follows ? typesetter.paragraphGap() : typesetter.blockGap();
  }

  private boolean offer(Flow flow, Mixture.Ingredient next, boolean follows, double gap) {
    double room = flow.room(gap);
    double width = flow.width();
    try {
      return switch (next) {
        case PARAGRAPH -> offerParagraph(flow, follows, gap);
        case SECTION -> flow.offer(section(width), gap);
        case LIST -> flow.offer(lists.list(width), gap);
        case FORMULA -> flow.offer(formulas.formula(width), gap);
        case TABLE -> flow.offer(figures.table(width, room), gap);
        case CHART -> flow.offer(figures.chart(width, room), gap);
        case PICTURE -> flow.offer(figures.picture(width, room), gap);
      };
    } catch (NoRoomException e) {
      return false;
    }
  }

  /** A heading, perhaps one of the next level under it, and the text that they belong to. */
  private Piece section(double width) {
    int level = sections.nextLevel(dice);
    String title = sections.heading(level, desk.words().title());
    TextPiece heading = typesetter.heading(level, title, width);
    TextPiece text = typesetter.opening(desk.words().paragraph(dice.between(1, 3)), width);
    return Stack.of(0.35 * desk.style().leading(), heading, text);
  }

  private boolean offerParagraph(Flow flow, boolean follows, double gap) {
    for (int sentences = dice.between(1, 6); sentences > 0; sentences /= 2) {
      String text = desk.words().paragraph(sentences);
      TextPiece piece =
          follows
              ? typesetter.following(text, flow.width())
              : typesetter.opening(text, flow.width());
      if (flow.offer(piece, gap)) {
        return true;
      }
    }
    return false;
  }
}
