package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives formulas the numbers that were read as paragraphs: those in brackets that stand to the
 * right of a formula, at the height of its middle, with nothing between. In LaTeX they are tags.
 * For one column.
 */
public final class FormulaNumbers {
  private static final Pattern NUMBER =
      Pattern.compile("\\(\\s*((?:[A-Z][.-]?)?\\d{1,3}(?:[.-]\\d{1,3}){0,2}[a-z]?)\\s*\\)");

  private FormulaNumbers() {}

  /** The page with numbers in their formulas instead of beside them. */
  public static Page in(Page page) {
    List<Block> blocks = new ArrayList<>(page.blocks());
    for (Block block : page.blocks()) {
      Matcher number = NUMBER.matcher(block instanceof Paragraph text ? text.text() : "");
      if (number.matches()) {
        String tag = "\\tag{" + number.group(1) + "}";
        numberedBy(block.box(), tag, blocks)
            .ifPresent(
                formula -> {
                  blocks.set(blocks.indexOf(formula), numbered(formula, block.box(), tag));
                  blocks.remove(block);
                });
      }
    }
    return new Page(page.size(), blocks);
  }

  /** The nearest formula to the left, unless it has another number. */
  private static Optional<Formula> numberedBy(BoundingBox number, String tag, List<Block> blocks) {
    return blocks.stream()
        .filter(Formula.class::isInstance)
        .map(Formula.class::cast)
        .filter(formula -> isBeside(formula.box(), number))
        .max(Comparator.comparingInt(formula -> formula.box().x2()))
        .filter(formula -> !formula.isNumbered() || formula.latex().endsWith(tag))
        .filter(formula -> blocks.stream().noneMatch(block -> isBetween(block, formula, number)));
  }

  private static boolean isBeside(BoundingBox formula, BoundingBox number) {
    int middle = (number.y1() + number.y2()) / 2;
    return number.x1() >= formula.x2() && middle > formula.y1() && middle < formula.y2();
  }

  private static boolean isBetween(Block block, Formula formula, BoundingBox number) {
    BoundingBox box = block.box();
    return !box.equals(number)
        && box.x2() > formula.box().x2()
        && box.x1() < number.x1()
        && box.y1() < number.y2()
        && box.y2() > number.y1();
  }

  private static Formula numbered(Formula formula, BoundingBox number, String tag) {
    String latex = formula.latex();
    return new Formula(
        formula.box().union(number),
        formula.kind(),
        latex.endsWith(tag) ? latex : latex + " " + tag,
        formula.marks());
  }
}
