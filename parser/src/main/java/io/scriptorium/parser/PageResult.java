package io.scriptorium.parser;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageAnswer.Others;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.RenderWarning;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.TextGlyph;
import io.scriptorium.renderer.TextLayer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of one page. Holds neither the picture nor the model's text. */
sealed interface PageResult {
  int number();

  PageStatus status();

  /** How the page was rendered; null if it could not be. */
  @Nullable Rendering rendering();

  /**
   * A page that was read.
   *
   * @param ends why the model's answers ended
   * @param values its key values; null if nobody asked for them
   */
  record Read(
      int number,
      Set<End> ends,
      Rendering rendering,
      Usage usage,
      PageReading reading,
      PageExtras extras,
      @Nullable PageValues values)
      implements PageResult {
    public Read {
      ends = Set.copyOf(ends);
    }

    @Override
    public PageStatus status() {
      return ends.stream().allMatch(End::whole) ? PageStatus.DONE : PageStatus.TRUNCATED;
    }

    /** The same with other marks on its blocks. */
    Read with(Page marked) {
      return new Read(
          number,
          ends,
          rendering,
          usage,
          new PageReading(marked, reading.repairs()),
          extras,
          values);
    }
  }

  /** A page with nothing on it. */
  record Blank(int number, Rendering rendering) implements PageResult {
    @Override
    public PageStatus status() {
      return PageStatus.BLANK;
    }
  }

  /** A page that was not read. */
  record Failed(
      int number,
      @Nullable Rendering rendering,
      ParseException.Kind kind,
      String code,
      String message)
      implements PageResult {
    @Override
    public PageStatus status() {
      return PageStatus.FAILED;
    }
  }

  /**
   * Size and resolution of a page image, its way back to the points of the source, and notes.
   *
   * @param ink part of the page that has ink
   * @param text what its PDF says is written on it
   */
  record Rendering(
      PageSize size,
      double dpi,
      PageTransform toPdfPoints,
      List<RenderWarning> warnings,
      double ink,
      TextSummary text) {
    public Rendering {
      warnings = List.copyOf(warnings);
    }

    static Rendering of(RenderedPage page) {
      PageSize size = new PageSize(page.image().width(), page.image().height());
      return new Rendering(
          size,
          page.dpi(),
          page.toPdfPoints(),
          page.warnings(),
          page.ink().share(),
          TextSummary.of(page.text()));
    }
  }

  /**
   * What the text layer of a page is worth.
   *
   * @param characters in it
   * @param visible those of them that can be seen on the page
   */
  record TextSummary(TextLayer.Quality quality, int characters, int visible, double coveredInk) {
    static TextSummary of(TextLayer text) {
      int visible = (int) text.glyphs().stream().filter(TextGlyph::visible).count();
      return new TextSummary(text.quality(), text.glyphs().size(), visible, text.coveredInk());
    }
  }

  /**
   * What the model saw and spent.
   *
   * @param seen size of the picture that it saw; null if it saw the page in pieces
   * @param pieces how many; 0 if it saw the page whole
   * @param readAgain answers that were cut off or doubtful and given up, their parts of the page
   *     read again; they count among the tokens
   * @param otherReadings answers that were given up for surer ones about the same; they count, too
   */
  record Usage(
      @Nullable PageSize seen,
      int pieces,
      int readAgain,
      int otherReadings,
      int promptTokens,
      int tokens,
      double meanLogProbability) {
    static Usage of(PageAnswer answer) {
      Others all = Others.of(List.of(answer));
      return new Usage(
          answer.seen(),
          0,
          0,
          answer.others().answers(),
          all.promptTokens(),
          all.tokens(),
          answer.meanLogProbability());
    }

    static Usage of(List<PageAnswer> pieces, List<PageAnswer> givenUp) {
      Others all = Others.of(pieces).and(Others.of(givenUp));
      double sum =
          pieces.stream()
              .filter(piece -> piece.tokens() > 0)
              .mapToDouble(piece -> piece.tokens() * piece.meanLogProbability())
              .sum();
      return new Usage(
          null,
          pieces.size(),
          givenUp.size(),
          all.answers() - pieces.size() - givenUp.size(),
          all.promptTokens(),
          all.tokens(),
          sum / pieces.stream().mapToInt(PageAnswer::tokens).sum());
    }
  }
}
