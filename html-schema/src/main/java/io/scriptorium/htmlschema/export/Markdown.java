package io.scriptorium.htmlschema.export;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.ChemicalFormula;
import io.scriptorium.htmlschema.CropLinks;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.MusicSheet;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a document as Markdown: CommonMark with the tables of GitHub. Texts are escaped, so that
 * nothing in a document becomes markup, a link or HTML. Safe for use by several threads.
 *
 * <p>A table whose cells span places is written as HTML, which Markdown allows and its own tables
 * cannot say. Formulas stand between {@code $$}; one that could end these by itself, music and
 * chemistry stand as code. A table without a header gets an empty one, as Markdown wants one.
 */
public final class Markdown {
  private static final String HARD_BREAK = "\\\n";
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private final StringBuilder out = new StringBuilder();
  private final CropLinks crops;
  private boolean otherMarker;

  private Markdown(CropLinks crops) {
    this.crops = crops;
  }

  /** All pages, each after a comment with its number, to be stored as UTF-8. */
  public static String document(List<Page> pages, CropLinks crops) {
    Markdown writer = new Markdown(crops);
    for (int i = 0; i < pages.size(); i++) {
      writer.page(pages.get(i), i + 1);
    }
    return writer.out.toString();
  }

  private void page(Page page, int number) {
    block("<!-- page " + number + " -->");
    Optional<Block> before = Optional.empty();
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      crops.of(number, i + 1).ifPresent(path -> block("![](" + path + ")"));
      otherMarker = before.filter(last -> isSameList(last, block)).isPresent() && !otherMarker;
      block(text(block));
      before = Optional.of(block);
    }
  }

  /** Two lists in a row would be one, were they not marked in different ways. */
  private static boolean isSameList(Block last, Block next) {
    return last instanceof ListBlock one
        && next instanceof ListBlock other
        && one.ordered() == other.ordered();
  }

  private void block(String text) {
    if (!text.isEmpty()) {
      out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
    }
  }

  private String text(Block block) {
    if (block instanceof Heading heading) {
      return ("#".repeat(heading.level()) + " " + MarkdownText.escaped(heading.text(), "<br>"))
          .strip();
    } else if (block instanceof ListBlock list) {
      return list(list);
    } else if (block instanceof Table table) {
      return table(table.grid());
    } else if (block instanceof Chart chart) {
      return table(chart.data());
    } else if (block instanceof Formula formula) {
      return formula(formula.latex());
    } else if (block instanceof MusicSheet music) {
      return code("abc", music.abc());
    } else if (block instanceof ChemicalFormula chemical) {
      return code("smiles", chemical.smiles());
    }
    return MarkdownText.escaped(ReadingText.of(block), HARD_BREAK);
  }

  private String list(ListBlock list) {
    List<String> lines = new ArrayList<>();
    for (ListItem item : list.items()) {
      String number = lines.size() + 1 + (otherMarker ? ")" : ".");
      String marker = list.ordered() ? number : otherMarker ? "*" : "-";
      String indent = " ".repeat(marker.length() + 1);
      lines.add(
          (marker + " " + MarkdownText.escaped(item.text(), HARD_BREAK + indent)).stripTrailing());
    }
    return String.join("\n", lines);
  }

  private static String table(Grid grid) {
    if (grid.rows().isEmpty()) {
      return "";
    }
    boolean spans =
        grid.rows().stream()
            .flatMap(List::stream)
            .anyMatch(cell -> cell.colspan() > 1 || cell.rowspan() > 1);
    return spans ? HtmlTable.of(grid) : pipes(grid);
  }

  private static String pipes(Grid grid) {
    List<String> lines = new ArrayList<>();
    boolean headed = grid.rows().get(0).stream().allMatch(Cell::header);
    lines.add(headed ? row(grid.rows().get(0)) : "|" + "  |".repeat(grid.columns()));
    lines.add("|" + " --- |".repeat(grid.columns()));
    grid.rows().stream().skip(headed ? 1 : 0).map(Markdown::row).forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String row(List<Cell> row) {
    return row.stream()
        .map(cell -> MarkdownText.escaped(cell.text(), "<br>"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String formula(String latex) {
    if (latex.isEmpty()) {
      return "";
    }
    // A dollar would end the formula, and a comment must end with its line.
    if (latex.matches("(?s).*(\\$|(?<!\\\\)%).*") || latex.endsWith("\\")) {
      return code("latex", latex);
    }
    // To LaTeX a space there means nothing, and no tag or link begins with one.
    String harmless = latex.replaceAll("\\s+", " ").replaceAll("<(?=\\S)", "< ");
    return "$$" + harmless.replace("](", "] (").replace("][", "] [") + "$$";
  }

  private static String code(String language, String text) {
    if (text.isEmpty()) {
      return "";
    }
    int longest =
        BACKTICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + language + "\n" + text + "\n" + fence;
  }
}
