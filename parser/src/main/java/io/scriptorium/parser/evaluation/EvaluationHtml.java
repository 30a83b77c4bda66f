package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.parser.evaluation.Evaluation.ShownPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes {@code eval.html}: one file that loads nothing and runs nothing, whatever the results
 * hold.
 */
final class EvaluationHtml {
  private static final List<Metric> CARDS =
      List.of(
          Metric.CER,
          Metric.EDIT_DISTANCE,
          Metric.F1_50,
          Metric.TEDS,
          Metric.FORMULAS,
          Metric.KEY_VALUES,
          Metric.VALID,
          Metric.TRUNCATED);

  /** Pages that lie open. */
  private static final int OPEN = 3;

  private static final int MAX_LISTED = 200;

  private final Evaluation evaluation;
  private final List<Target> targets;
  private final Markup out;

  private EvaluationHtml(Evaluation evaluation, List<Target> targets, Markup out) {
    this.evaluation = evaluation;
    this.targets = targets;
    this.out = out;
  }

  static void write(Evaluation evaluation, List<Target> targets, Writer out) throws IOException {
    new EvaluationHtml(evaluation, targets, new Markup(out)).write();
  }

  private void write() throws IOException {
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.raw(" img-src data:; style-src 'unsafe-inline'\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<title>Evaluation</title>\n<style>\n").raw(style()).raw("</style>\n</head>\n<body>\n");
    summary();
    targets();
    plots();
    figures("By kind", evaluation.groups().kinds(), true);
    figures("By condition", evaluation.groups().conditions(), false);
    figures("By language", evaluation.groups().languages(), false);
    blocks();
    lists();
    pages();
    out.raw("</body>\n</html>\n");
  }

  private void summary() throws IOException {
    Scores all = evaluation.groups().all();
    out.raw("<header><h1>How well was it read?</h1>");
    out.format(
        "<p>%,d documents, %,d pages, %,d characters in the truth.",
        evaluation.documents(), all.pages(), all.characters());
    if (all.missing() > 0) {
      out.format(" Pages without a result, which count as empty: %,d.", all.missing());
    }
    out.raw("</p></header>\n");
    out.raw("<section class=\"cards\">\n");
    for (Metric metric : CARDS) {
      OptionalDouble value = metric.of(all);
      out.raw("<div class=\"card\"><b>").text(percent(value)).raw("</b><span>");
      out.text(metric.title()).raw("</span><small>");
      out.text(metric.higherIsBetter() ? "higher is better" : "lower is better");
      out.raw("</small></div>\n");
    }
    out.raw("</section>\n");
  }

  private void targets() throws IOException {
    out.raw("<section><h2>Targets</h2><div class=\"wide\"><table class=\"figures\"><tr>");
    out.raw("<th>metric</th><th>pages</th><th>target</th><th>reached</th><th></th></tr>\n");
    for (Target.Outcome outcome : evaluation.outcomes(targets)) {
      Target target = outcome.target();
      Condition condition = target.condition();
      out.raw("<tr>").element("th", target.metric().title());
      out.element("td", condition == null ? "all" : condition.label());
      String sign = target.metric().higherIsBetter() ? "\u2265 " : "\u2264 ";
      out.element("td", sign + percent(OptionalDouble.of(target.bound())));
      out.element("td", percent(outcome.reached()));
      boolean measured = outcome.reached().isPresent();
      String verdict = outcome.isMet() ? "met" : measured ? "missed" : "none";
      out.format("<td><span class=\"%s\">", verdict);
      out.text(outcome.isMet() ? "\u2713 met" : measured ? "\u2717 missed" : "not measured");
      out.raw("</span></td></tr>\n");
    }
    out.raw("</table></div></section>\n");
  }

  private void plots() throws IOException {
    Map<String, List<PageScore>> kinds = new TreeMap<>(evaluation.pagesByKind());
    if (!kinds.isEmpty()) {
      out.raw("<section><h2>Pages</h2><p>A dot is a page; the bar marks the median of a kind.</p>");
      out.raw("<div class=\"plots\">");
      PagePlot.editDistances().write(kinds, out);
      PagePlot.blocksFound().write(kinds, out);
      out.raw("</div></section>\n");
    }
  }

  private void figures(String title, Map<String, Scores> groups, boolean withAll)
      throws IOException {
    if (!withAll && groups.size() < 2) {
      return;
    }
    out.raw("<section>").element("h2", title).raw("<div class=\"wide\"><table class=\"figures\">");
    out.raw("<tr><th></th><th>pages</th>");
    for (Metric metric : Metric.values()) {
      out.element("th", metric.title());
    }
    out.raw("</tr>\n");
    for (Map.Entry<String, Scores> group : groups.entrySet()) {
      row(group.getKey(), group.getValue());
    }
    if (withAll) {
      row("all", evaluation.groups().all());
    }
    out.raw("</table></div></section>\n");
  }

  private void row(String name, Scores scores) throws IOException {
    out.raw("<tr>").element("th", name).format("<td>%d</td>", scores.pages());
    for (Metric metric : Metric.values()) {
      out.element("td", percent(metric.of(scores)));
    }
    out.raw("</tr>\n");
  }

  private void blocks() throws IOException {
    Scores all = evaluation.groups().all();
    out.raw("<section><h2>Blocks by type</h2><div class=\"wide\"><table class=\"figures\">");
    out.raw("<tr><th></th><th>truth</th><th>read</th><th>precision, IoU 0.5</th>");
    out.raw("<th>recall</th><th>F1</th><th>precision, IoU 0.75</th><th>recall</th>");
    out.raw("<th>F1</th></tr>\n");
    for (BlockType type : BlockType.values()) {
      Counts loose = all.loose().byType().get(type);
      Counts strict = all.strict().byType().get(type);
      if (loose != null && strict != null) {
        out.raw("<tr>").element("th", type.label().replace('_', ' '));
        out.format("<td>%d</td><td>%d</td>", loose.truth(), loose.predicted());
        for (Counts counts : List.of(loose, strict)) {
          out.element("td", percent(counts.precision()));
          out.element("td", percent(counts.recall()));
          out.element("td", percent(counts.f1()));
        }
        out.raw("</tr>\n");
      }
    }
    out.raw("</table></div></section>\n");
  }

  private void lists() throws IOException {
    list("Documents without a result", evaluation.missing());
    list("Pages without a result", evaluation.missingPages());
    list("Results without truth", evaluation.withoutTruth());
    list("Notes", evaluation.notes());
  }

  private void list(String title, List<String> entries) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    out.raw("<section><details><summary><h2>").text(title);
    out.format(" (%d)</h2></summary><ul>", entries.size());
    for (String entry : entries.subList(0, Math.min(entries.size(), MAX_LISTED))) {
      out.element("li", entry);
    }
    if (entries.size() > MAX_LISTED) {
      out.format("<li>and %d more, see eval.json</li>", entries.size() - MAX_LISTED);
    }
    out.raw("</ul></details></section>\n");
  }

  private void pages() throws IOException {
    List<ShownPage> worst = evaluation.worst();
    out.raw("<section><h2>Worst pages first</h2>");
    out.format("<p>%d of %d pages.", worst.size(), evaluation.pages().size());
    out.raw(" Boxes: <span class=\"key right\">read, and right</span>");
    out.raw(" <span class=\"key wrong\">read, and not in the truth</span>");
    out.raw(" <span class=\"key found\">in the truth, and found</span>");
    out.raw(" <span class=\"key missed\">in the truth, and missed</span>.");
    out.raw(" Right is a box of the same type that overlaps by half (IoU 0.5).</p>\n");
    for (int i = 0; i < worst.size(); i++) {
      page(worst.get(i), i < OPEN);
    }
    out.raw("</section>\n");
  }

  private void page(ShownPage page, boolean open) throws IOException {
    PageScore score = page.score();
    out.raw(open ? "<details class=\"sheet\" open>" : "<details class=\"sheet\">");
    out.raw("<summary><h3>").text(score.document());
    out.format(", page %d</h3> <span class=\"tag\">", score.number());
    out.text(score.kind()).raw("</span>");
    out.raw(score.missing() ? " <span class=\"missed\">no result</span>" : "");
    out.raw(score.truncated() ? " <span class=\"missed\">cut off</span>" : "");
    Scores scores = Scores.of(score);
    for (Metric metric : List.of(Metric.CER, Metric.F1_50, Metric.TEDS, Metric.FORMULAS)) {
      OptionalDouble value = metric.of(scores);
      if (value.isPresent()) {
        out.raw(" <span class=\"figure\">").text(metric.title()).raw(" <b>");
        out.text(percent(value)).raw("</b></span>");
      }
    }
    out.raw("</summary>\n");
    for (String note : score.notes()) {
      out.element("p", note);
    }
    out.raw("<div class=\"views\"><div class=\"view\">");
    out.raw("<label><input type=\"checkbox\" class=\"show-read\" checked> read</label> ");
    out.raw("<label><input type=\"checkbox\" class=\"show-truth\" checked> truth</label>");
    new PageFigure(out).write(page);
    out.raw("</div><div class=\"view\">");
    diff(page);
    out.raw("</div></div></details>\n");
  }

  private void diff(ShownPage page) throws IOException {
    String read = page.predicted() == null ? "" : ReadingText.of(page.predicted());
    TextDiff diff = TextDiff.of(ReadingText.of(page.truth()), read);
    out.raw("<p class=\"legend\"><del>in the truth, and not read</del> ");
    out.raw("<ins>read, and not in the truth</ins></p><div class=\"diff\" dir=\"auto\">");
    for (TextDiff.Part part : diff.parts()) {
      switch (part.kind()) {
        case SAME -> out.text(part.text());
        case MISSED -> out.element("del", part.text());
        case ADDED -> out.element("ins", part.text());
      }
    }
    out.raw("</div>");
    if (diff.cut()) {
      out.format("<p>Only the first %d words are shown.</p>", TextDiff.MAX_WORDS);
    }
  }

  private static String percent(OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%.1f\u2009%%", 100 * value.getAsDouble())
        : "\u2013";
  }

  private static String style() {
    try (InputStream in = EvaluationHtml.class.getResourceAsStream("eval.css")) {
      if (in == null) {
        throw new IllegalStateException("eval.css is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
