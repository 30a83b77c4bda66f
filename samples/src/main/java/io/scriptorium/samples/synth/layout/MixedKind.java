package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageKind;
import io.scriptorium.samples.synth.flow.Flow;
import io.scriptorium.samples.synth.flow.Typesetter;

/** A page of one sort of piece above all, or of everything in turn. */
final class MixedKind implements PageKind {
  static final MixedKind TABLE =
      new MixedKind("table", Mixture.Ingredient.TABLE, new Mixture(0.8, 0.3, 0.1, 0, 2, 0, 0));
  static final MixedKind CHART =
      new MixedKind("chart", Mixture.Ingredient.CHART, new Mixture(0.7, 0.3, 0.1, 0, 0, 2.5, 0));
  static final MixedKind FORMULA =
      new MixedKind("formula", Mixture.Ingredient.FORMULA, new Mixture(2, 0.4, 0.1, 3, 0, 0, 0));

  /** One formula after the other, with hardly anything between them. */
  static final MixedKind FORMULAS =
      new MixedKind("formulas", Mixture.Ingredient.FORMULA, new Mixture(0.2, 0.05, 0, 10, 0, 0, 0));

  static final MixedKind MIXED =
      new MixedKind(
          "mixed", Mixture.Ingredient.PARAGRAPH, new Mixture(1.5, 0.8, 1, 0.8, 0.8, 0.8, 0.6));

  private final String name;
  private final Mixture.Ingredient main;
  private final Mixture mixture;

  /**
   * @param main what no page goes without
   */
  private MixedKind(String name, Mixture.Ingredient main, Mixture mixture) {
    this.name = name;
    this.main = main;
    this.mixture = mixture;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void draw(Desk desk) {
    Dice dice = desk.dice();
    Typesetter typesetter = new Typesetter(desk);
    RunningHeads heads = RunningHeads.choose(desk);
    Frame area = heads.area();
    heads.drawHead();
    double top = area.top();
    if (dice.chance(0.3)) {
      Flow title = new Flow(desk.sheet(), area);
      title.add(typesetter.heading(1, desk.words().title(), area.width()), 0);
      top = title.y() + typesetter.headingGap();
    }
    double gap = Math.max(14, 2 * desk.style().size());
    Body body = new Body(desk, typesetter, new Sections(dice, false), dice.pick(0.0, 0.5, 1.0));
    for (Frame column : Columns.of(area, top, Columns.count(desk, 0.25), gap)) {
      body.fill(new Flow(desk.sheet(), column), mixture);
    }
    if (!body.has(main)) {
      throw new NoRoomException("the page is too small for what it is about");
    }
    heads.drawFoot();
  }
}
