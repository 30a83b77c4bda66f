package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.GlyphBox;
import io.scriptorium.samples.drawing.NoRoomException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthesiserTest {
  private static final int PAGES = 12;

  @ParameterizedTest
  @EnumSource(Look.class)
  void tellsExactlyTheCharactersThatAreSeenInEachBlock(Look look) {
    Synthesiser synthesiser = synthesiser(options(look));
    for (int i = 0; i < PAGES; i++) {
      assertTold(synthesiser.picturePage(i));
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void tellsExactlyTheCharactersThatAreSeenInEachBlockOfAPiece(Look look) {
    PageSize size = new PageSize(448, 224);
    Synthesiser synthesiser = synthesiser(options(look, size));
    for (int i = 0; i < PAGES; i++) {
      SynthPage page = synthesiser.picturePage(i);
      assertThat(page.truth().size()).isEqualTo(size);
      assertThat(page.truth().blocks()).isNotEmpty();
      assertTold(page);
    }
  }

  @Test
  void cutsPiecesOfEachSizeThatIsAskedFor() {
    PageSize high = new PageSize(224, 224);
    PageSize wide = new PageSize(672, 112);
    Synthesiser synthesiser = synthesiser(options(Look.CLEAN, high, wide));

    assertThat(IntStream.range(0, PAGES).mapToObj(i -> synthesiser.picturePage(i).truth().size()))
        .contains(high, wide)
        .containsOnly(high, wide);
  }

  private static void assertTold(SynthPage page) {
    List<GlyphBox> left = new ArrayList<>(page.picture().glyphs());
    for (Block block : page.truth().blocks()) {
      List<GlyphBox> inside = left.stream().filter(glyph -> liesIn(glyph, block.box())).toList();
      assertThat(
              letters(
                  inside.stream()
                      .map(g -> Character.toString(g.codePoint()))
                      .collect(Collectors.joining())))
          .as("page %d", page.source().index())
          .isEqualTo(letters(text(block)));
      left.removeAll(inside);
    }
    assertThat(left).as("characters outside all blocks").isEmpty();
  }

  private static boolean liesIn(GlyphBox glyph, BoundingBox box) {
    double x = (glyph.x1() + glyph.x2()) / 2;
    double y = (glyph.y1() + glyph.y2()) / 2;
    return x >= box.x1() && x <= box.x2() && y >= box.y1() - 3 && y <= box.y2() + 3;
  }

  private static String text(Block block) {
    return block instanceof Heading heading ? heading.text() : ((Paragraph) block).text();
  }

  private static String letters(String text) {
    return text.replace(" ", "")
        .chars()
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void drawsTheSamePageAgain() {
    SynthOptions options = options(Look.SCAN);

    SynthPage.Picture one = synthesiser(options).picturePage(3).picture();
    SynthPage.Picture other = synthesiser(options).picturePage(3).picture();

    assertThat(other).isEqualTo(one);
  }

  @Test
  void drawsTheSameForAllThatDecidesAndOtherPagesForAnotherSplit() {
    Synthesiser train = synthesiser(options(Look.CLEAN));
    Synthesiser test =
        synthesiser(
            new SynthOptions(
                List.of(new TextKind()),
                List.of(Language.EN),
                Split.TEST,
                1,
                Look.CLEAN,
                SynthOptions.MAX_PIXELS,
                SynthOptions.USUAL_SIDES,
                List.of()));

    assertThat(train.picturePage(0).truth()).isNotEqualTo(test.picturePage(0).truth());
  }

  @Test
  void keepsWithinThePixelsAndOnSidesThatTheModelReadsAsTheyAre() {
    Synthesiser synthesiser =
        synthesiser(
            new SynthOptions(
                List.of(new TextKind()),
                List.of(Language.EN),
                Split.TRAIN,
                1,
                Look.CLEAN,
                500_000,
                SynthOptions.USUAL_SIDES,
                List.of()));
    for (int i = 0; i < PAGES; i++) {
      PageSize size = synthesiser.picturePage(i).truth().size();
      assertThat(size.width() * size.height()).isLessThanOrEqualTo(500_000);
      assertThat(size.width() % 28).isZero();
      assertThat(size.height() % 28).isZero();
    }
  }

  @Test
  void throwsTheDiceAnewWhenSomethingFindsNoRoom() {
    PageKind kind =
        kind(
            desk -> {
              if (desk.dice().chance(0.7)) {
                throw new NoRoomException("too wide");
              }
              new TextKind().draw(desk);
            });
    Synthesiser synthesiser = new Synthesiser(of(kind), FontSet.bundled(), PlainWords::of);

    assertThat(
            Arrays.asList(0, 1, 2, 3).stream()
                .mapToInt(i -> synthesiser.picturePage(i).source().attempt()))
        .anyMatch(attempt -> attempt > 0);
  }

  @Test
  void saysWhichKindNeverFindsRoom() {
    PageKind kind =
        kind(
            desk -> {
              throw new NoRoomException("too wide");
            });
    Synthesiser synthesiser = new Synthesiser(of(kind), FontSet.bundled(), PlainWords::of);

    assertThatThrownBy(() -> synthesiser.picturePage(0))
        .hasMessage("nothing of kind made-up found room in 1000 attempts");
  }

  private static PageKind kind(Consumer<Desk> drawing) {
    return new PageKind() {
      @Override
      public String name() {
        return "made-up";
      }

      @Override
      public void draw(Desk desk) {
        drawing.accept(desk);
      }
    };
  }

  private static SynthOptions of(PageKind kind) {
    return new SynthOptions(
        List.of(kind),
        List.of(Language.EN),
        Split.TRAIN,
        1,
        Look.CLEAN,
        SynthOptions.MAX_PIXELS,
        SynthOptions.USUAL_SIDES,
        List.of());
  }

  private static SynthOptions options(Look look, PageSize... crops) {
    return new SynthOptions(
        List.of(new TextKind()),
        List.of(Language.values()),
        Split.TRAIN,
        1,
        look,
        SynthOptions.MAX_PIXELS,
        SynthOptions.USUAL_SIDES,
        List.of(crops));
  }

  private static Synthesiser synthesiser(SynthOptions options) {
    return new Synthesiser(options, FontSet.bundled(), PlainWords::of);
  }
}
