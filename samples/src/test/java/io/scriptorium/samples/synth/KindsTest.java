package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.samples.drawing.GlyphBox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for pages of every kind. */
class KindsTest {
  private static final int PAGES = 8;

  /** Pixels by which the middle of a character may lie above or below its block's box. */
  private static final int SLACK = 4;

  static Stream<PageKind> kinds() {
    return Kinds.known().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyCharacterThatIsSeenBelongsToABlock(PageKind kind) {
    SynthOptions options =
        new SynthOptions(
            List.of(kind),
            List.of(Language.values()),
            Split.TEST,
            1,
            Look.MIXED,
            SynthOptions.MAX_PIXELS,
            SynthOptions.USUAL_SIDES,
            List.of(new PageSize(560, 560)));
    Synthesiser synthesiser = new Synthesiser(options, FontSet.bundled(), Kinds.words());
    for (int i = 0; i < PAGES; i++) {
      SynthPage page = synthesiser.picturePage(i);
      List<Block> blocks = page.truth().blocks();
      assertThat(page.picture().glyphs())
          .as("characters of page %d", i)
          .allMatch(glyph -> blocks.stream().anyMatch(block -> liesIn(glyph, block.box())));
    }
  }

  @Test
  void drillsAreDrawnOnlyWhereSomebodyAsksForThem() {
    assertThat(Kinds.known()).containsAll(Kinds.all());
    assertThat(Kinds.known()).extracting(PageKind::name).contains("formulas");
    assertThat(Kinds.all()).extracting(PageKind::name).doesNotContain("formulas");
  }

  private static boolean liesIn(GlyphBox glyph, BoundingBox box) {
    float x = (glyph.x1() + glyph.x2()) / 2;
    float y = (glyph.y1() + glyph.y2()) / 2;
    return x >= box.x1() && x <= box.x2() && y >= box.y1() - SLACK && y <= box.y2() + SLACK;
  }
}
