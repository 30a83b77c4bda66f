package io.scriptorium.samples.synth.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.HtmlValidator;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.synth.PageKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageContractTest {
  private static final int SEEDS = 200;

  static Stream<PageKind> kinds() {
    return Office.kinds().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void textStaysOnThePageAndApartFromOtherText(PageKind kind) {
    for (int seed = 0; seed < SEEDS; seed++) {
      DrawnPage page = DrawnPage.of(kind, seed);
      List<DrawnPage.Drawn> runs = page.runs();
      for (int i = 0; i < runs.size(); i++) {
        Frame a = runs.get(i).frame();
        assertThat(a.left() >= 0 && a.right() <= page.width() && a.bottom() <= page.height())
            .as("seed %s: %s at %s", seed, runs.get(i).text(), a)
            .isTrue();
        for (int j = i + 1; j < runs.size(); j++) {
          Frame b = runs.get(j).frame();
          boolean apart =
              a.right() <= b.left() + 0.1
                  || b.right() <= a.left() + 0.1
                  || a.bottom() <= b.top() + 0.1
                  || b.bottom() <= a.top() + 0.1;
          assertThat(apart)
              .as("seed %s: %s and %s", seed, runs.get(i).text(), runs.get(j).text())
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void blocksDoNotOverlap(PageKind kind) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Block> blocks = DrawnPage.of(kind, seed).truth().blocks();
      for (int i = 0; i < blocks.size(); i++) {
        for (int j = i + 1; j < blocks.size(); j++) {
          assertThat(common(blocks.get(i).box(), blocks.get(j).box()))
              .as("seed %s: %s and %s", seed, blocks.get(i), blocks.get(j))
              .isLessThanOrEqualTo(0);
        }
      }
    }
  }

  /** Points that two boxes share in the direction in which they share less; lines may touch. */
  private static int common(BoundingBox a, BoundingBox b) {
    int x = Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1());
    int y = Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1());
    return Math.min(x, y) - 2;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void allThatIsToldIsDrawnAndAllThatIsDrawnIsTold(PageKind kind) {
    for (int seed = 0; seed < SEEDS; seed++) {
      DrawnPage page = DrawnPage.of(kind, seed);
      String drawn = page.runs().stream().map(DrawnPage.Drawn::text).collect(Collectors.joining());
      assertThat(letters(text(page.truth()))).as("seed %s", seed).isEqualTo(letters(drawn));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyValueStandsOnThePage(PageKind kind) {
    for (int seed = 0; seed < SEEDS; seed++) {
      DrawnPage page = DrawnPage.of(kind, seed);
      String text = text(page.truth());
      assertThat(page.values().isEmpty()).isFalse();
      values(page.values().asMap().values()).forEach(value -> assertThat(text).contains(value));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void pagesAreValidAndTheSameEachTime(PageKind kind) {
    for (int seed = 0; seed < 60; seed++) {
      String html = HtmlWriter.page(DrawnPage.of(kind, seed).truth());
      assertThat(HtmlWriter.page(DrawnPage.of(kind, seed).truth())).isEqualTo(html);
      assertThat(HtmlValidator.validate(html).violations()).isEmpty();
    }
  }

  private static Stream<String> values(Iterable<?> values) {
    Stream.Builder<String> found = Stream.builder();
    for (Object value : values) {
      if (value instanceof String string) {
        found.add(string);
      } else if (value instanceof List<?> rows) {
        rows.forEach(row -> values(((Map<?, ?>) row).values()).forEach(found::add));
      }
    }
    return found.build();
  }

  private static String text(Page page) {
    return page.blocks().stream().map(PageContractTest::text).collect(Collectors.joining("\n"));
  }

  private static String text(Block block) {
    if (block instanceof Paragraph paragraph) {
      return paragraph.text();
    } else if (block instanceof Heading heading) {
      return heading.text();
    } else if (block instanceof Table table) {
      return table.grid().rows().stream()
          .flatMap(List::stream)
          .map(Cell::text)
          .collect(Collectors.joining("\n"));
    }
    return "";
  }

  /** All characters but spaces and ticks, in the order of the alphabet. */
  private static String letters(String text) {
    return text.replaceAll("[\\s☑☐]", "")
        .chars()
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
