package io.scriptorium.samples.synth.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.ContentCheck;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.HtmlReader;
import io.scriptorium.htmlschema.HtmlValidator;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.InvalidHtmlException;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.synth.PageKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutsTest {
  private static final int SEEDS = 60;
  private static final Map<String, List<TestPage>> PAGES = new ConcurrentHashMap<>();

  static Stream<PageKind> kinds() {
    return Stream.concat(Layouts.kinds().stream(), Layouts.drills().stream());
  }

  private static Stream<TestPage> pages(PageKind kind) {
    return PAGES
        .computeIfAbsent(
            kind.name(),
            name -> LongStream.range(0, SEEDS).mapToObj(seed -> TestPage.draw(kind, seed)).toList())
        .stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void samePageComesFromTheSameSeed(PageKind kind) {
    TestPage page = TestPage.draw(kind, 7);
    TestPage again = TestPage.draw(kind, 7);
    TestPage other = TestPage.draw(kind, 8);

    assertThat(again.truth()).isEqualTo(page.truth());
    assertThat(again.drawn().glyphs()).isEqualTo(page.drawn().glyphs());
    assertThat(other.truth()).isNotEqualTo(page.truth());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void mostPagesFindRoomAtOnce(PageKind kind) {
    double attempts = pages(kind).mapToInt(TestPage::attempts).average().orElseThrow();

    assertThat(attempts).isLessThan(2.5);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyCharacterStandsBetweenTheMargins(PageKind kind) {
    for (TestPage page : pages(kind).toList()) {
      List<DrawnText.Glyph> outside =
          page.drawn().glyphs().stream().filter(glyph -> !isInside(glyph, page.area())).toList();

      assertThat(outside).isEmpty();
    }
  }

  private static boolean isInside(DrawnText.Glyph glyph, Frame area) {
    return glyph.left() > area.left() - 2
        && glyph.right() < area.right() + 4
        && glyph.y() >= area.top()
        && glyph.y() <= area.bottom();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyCharacterStandsInOneBlock(PageKind kind) {
    for (TestPage page : pages(kind).toList()) {
      List<DrawnText.Glyph> astray =
          page.drawn().glyphs().stream().filter(glyph -> blocksAround(glyph, page) != 1).toList();

      assertThat(astray).isEmpty();
    }
  }

  private static long blocksAround(DrawnText.Glyph glyph, TestPage page) {
    return page.truth().blocks().stream().filter(block -> glyph.isIn(block.box())).count();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void blocksDoNotOverlap(PageKind kind) {
    pages(kind)
        .forEach(
            page -> {
              List<Block> blocks = page.truth().blocks();
              for (int i = 0; i < blocks.size(); i++) {
                for (int j = 0; j < i; j++) {
                  if (overlap(blocks.get(i).box(), blocks.get(j).box())) {
                    fail(blocks.get(i) + " overlaps " + blocks.get(j));
                  }
                }
              }
            });
  }

  /** By more than the pixel to which boxes are rounded, and the accents and feet of tight lines. */
  private static boolean overlap(BoundingBox a, BoundingBox b) {
    int across = Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1());
    int down = Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1());
    return across > 2 && down > 2;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void truthSaysWhatIsDrawn(PageKind kind) {
    pages(kind)
        .forEach(
            page -> {
              for (Block block : page.truth().blocks()) {
                String drawn =
                    page.drawn().glyphs().stream()
                        .filter(glyph -> glyph.isIn(block.box()))
                        .map(glyph -> String.valueOf(glyph.character()))
                        .collect(Collectors.joining());
                requireSame(block, drawn, page);
              }
            });
  }

  private static void requireSame(Block block, String drawn, TestPage page) {
    if (block instanceof Paragraph paragraph) {
      assertThat(letters(drawn)).isEqualTo(letters(paragraph.text()));
    } else if (block instanceof Heading heading) {
      assertThat(letters(drawn)).isEqualTo(letters(heading.text()));
    } else if (block instanceof Caption caption) {
      assertThat(letters(drawn)).isEqualTo(letters(caption.text()));
    } else if (block instanceof Table table) {
      assertThat(letters(drawn)).isEqualTo(letters(words(table.grid().rows())));
    } else if (block instanceof ListBlock list) {
      for (ListItem item : list.items()) {
        List<String> inItem = new ArrayList<>();
        page.drawn().glyphs().stream()
            .filter(glyph -> glyph.isIn(item.box()))
            .forEach(glyph -> inItem.add(String.valueOf(glyph.character())));
        // The label comes first and is not part of the text.
        assertThat(String.join("", inItem).replace("-", ""))
            .endsWith(item.text().replaceAll("[\\s-]", ""));
      }
    } else if (block instanceof Chart chart) {
      Set<String> texts = new HashSet<>(page.drawn().runs());
      chart.data().rows().stream()
          .flatMap(List::stream)
          .map(Cell::text)
          .forEach(text -> assertThat(texts).anyMatch(run -> run.contains(text)));
    } else if (block instanceof Image) {
      assertThat(drawn).isEmpty();
    } else {
      assertThat(block).isInstanceOf(Formula.class);
      assertThat(drawn).isNotEmpty();
    }
  }

  private static String words(List<List<Cell>> rows) {
    return rows.stream().flatMap(List::stream).map(Cell::text).collect(Collectors.joining());
  }

  /** Without what line breaks change, in an order that cells spanning rows do not disturb. */
  private static String letters(String text) {
    return text.replaceAll("[\\s\\-]", "")
        .chars()
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void truthIsValidAndReadBackUnchanged(PageKind kind) throws InvalidHtmlException {
    for (TestPage page : pages(kind).toList()) {
      String html = HtmlWriter.document(List.of(page.truth()));

      assertThat(HtmlValidator.validate(html).violations()).isEmpty();
      assertThat(HtmlReader.document(html)).isEqualTo(List.of(page.truth()));
      assertThat(ContentCheck.of(page.truth())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyPageHasWhatItIsAbout(PageKind kind) {
    Class<? extends Block> main =
        switch (kind.name()) {
          case "table" -> Table.class;
          case "chart" -> Chart.class;
          case "formula", "formulas" -> Formula.class;
          default -> Paragraph.class;
        };

    assertThat(pages(kind))
        .allSatisfy(page -> assertThat(page.truth().blocks()).hasAtLeastOneElementOfType(main));
  }
}
