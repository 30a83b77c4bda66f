package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
  private static final long SEED = 20260301;

  @Test
  void readsDocumentsBackAsTheyWereWritten() throws InvalidHtmlException {
    for (long seed = SEED; seed < SEED + 100; seed++) {
      List<Page> pages = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        pages.add(new RandomPages(3 * seed + i).page());
      }

      assertThat(HtmlReader.document(HtmlWriter.document(pages)))
          .as("seed %d", seed)
          .isEqualTo(pages);
    }
  }

  @Test
  void readsADocumentWithoutPages() throws InvalidHtmlException {
    assertThat(HtmlReader.document(HtmlWriter.document(List.of()))).isEmpty();
  }

  @Test
  void refusesWhatIsNotValidAndNamesThePlace() {
    Page page = new Page(new PageSize(9, 9), List.of(new Image(new BoundingBox(1, 2, 3, 4))));
    String html = HtmlWriter.document(List.of(page)).replace("1 2 3 4", "1 2 3 99");

    assertThatThrownBy(() -> HtmlReader.document(html))
        .isInstanceOf(InvalidHtmlException.class)
        .hasMessageStartingWith("line 9, column ")
        .hasMessageContaining("BOX_OUTSIDE");
  }

  @Test
  void refusesAPageWhoseSizeNobodyTells() {
    String page = HtmlWriter.page(new RandomPages(SEED).page());

    assertThatThrownBy(() -> HtmlReader.document(page))
        .isInstanceOf(InvalidHtmlException.class)
        .hasMessageContaining("a page and not a document");
  }
}
