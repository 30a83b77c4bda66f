package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final long SEED = 20260101;

  @Test
  void readsBackWhatWasWritten() {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = SEED; seed < SEED + 500; seed++) {
      Page page = new RandomPages(seed).page();
      page.blocks().forEach(block -> kinds.add(block.getClass()));

      PageReading reading = ModelOutputReader.read(HtmlWriter.page(page), page.size(), page.size());

      assertThat(reading).as("seed %d", seed).isEqualTo(new PageReading(page, List.of()));
    }
    assertThat(kinds).containsExactlyInAnyOrder(Block.class.getPermittedSubclasses());
  }

  @Test
  void readsBackDocumentsWithTheirMarks() throws InvalidHtmlException {
    int continued = 0;
    for (long seed = SEED; seed < SEED + 200; seed++) {
      List<Page> pages = new RandomPages(seed).document();
      String html = HtmlWriter.document(pages);

      assertThat(HtmlReader.document(html)).as("seed %d", seed).isEqualTo(pages);
      assertThat(HtmlRepairer.repair(html).html()).as("seed %d", seed).isEqualTo(html);
      continued += html.contains("data-continues") ? 1 : 0;
    }
    assertThat(continued).isGreaterThan(5);
  }

  @Test
  void survivesACutAtEveryCharacter() {
    String html =
        Stream.iterate(SEED, seed -> seed + 1)
            .map(seed -> new RandomPages(seed).page())
            .filter(page -> page.blocks().size() > 6)
            .map(HtmlWriter::page)
            .findFirst()
            .orElseThrow();

    for (int end = 0; end < html.length(); end++) {
      PageReading reading = Reading.of("```html\n" + html.substring(0, end));

      assertThat(reading.repairs()).as("cut at %d", end).isNotEmpty();
    }
  }
}
