package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.parser.evaluation.Evaluation.ShownPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws a page with the boxes of the truth and those that were read. */
final class PageFigure {
  private static final int WIDTH = 1000;

  /** Boxes that are drawn of each side. */
  private static final int MAX_BOXES = 500;

  private final Markup out;

  PageFigure(Markup out) {
    this.out = out;
  }

  void write(ShownPage page) throws IOException {
    PageSize size = page.truth().size();
    long height = Math.max(1, Math.round((double) WIDTH * size.height() / size.width()));
    out.format("<svg class=\"page\" viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, height);
    out.format("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", WIDTH, height);
    Path file = page.picture();
    Optional<String> picture = file == null ? Optional.empty() : PagePicture.dataUri(file);
    if (picture.isPresent()) {
      out.format(
          "<image width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" href=\"", WIDTH, height);
      out.text(picture.get()).raw("\"/>");
    }
    Found found = Found.on(page);
    Page predicted = page.predicted();
    out.raw("<g class=\"truth\">");
    boxes(page.truth(), found.truth, "found", "missed", height);
    out.raw("</g><g class=\"read\">");
    if (predicted != null) {
      boxes(predicted, found.predicted, "right", "wrong", height);
    }
    out.raw("</g></svg>");
  }

  private void boxes(Page page, boolean[] matched, String match, String other, long height)
      throws IOException {
    List<Block> blocks = page.blocks();
    for (int i = 0; i < Math.min(blocks.size(), MAX_BOXES); i++) {
      RelativeBox box = RelativeBox.of(blocks.get(i).box(), page.size());
      String kind = matched[i] ? match : other;
      out.format(
          "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">",
          kind,
          box.x1() * WIDTH,
          box.y1() * height,
          (box.x2() - box.x1()) * WIDTH,
          (box.y2() - box.y1()) * height);
      String type = BlockType.of(blocks.get(i)).label();
      out.element("title", String.format(Locale.ROOT, "%d. %s, %s", i + 1, type, kind));
      out.raw("</rect>");
    }
  }

  /** Which blocks have a partner at the looser overlap. */
  private record Found(boolean[] truth, boolean[] predicted) {
    static Found on(ShownPage page) {
      Page read = page.predicted();
      int expected = page.truth().blocks().size();
      if (read == null) {
        return new Found(new boolean[expected], new boolean[0]);
      }
      Found found = new Found(new boolean[expected], new boolean[read.blocks().size()]);
      for (BlockScore.Match match : BlockScore.matches(page.truth(), read, PageScore.LOOSE)) {
        found.truth[match.truth()] = true;
        found.predicted[match.predicted()] = true;
      }
      return found;
    }
  }
}
