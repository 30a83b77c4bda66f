package io.scriptorium.htmlschema.export;

import static io.scriptorium.htmlschema.export.Blocks.BOX;
import static io.scriptorium.htmlschema.export.Blocks.grid;
import static io.scriptorium.htmlschema.export.Blocks.page;
import static io.scriptorium.htmlschema.export.Blocks.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.RandomPages;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void partsPagesByFormFeeds() {
    List<Page> pages =
        List.of(
            page(paragraph("one\ntwo"), new Table(BOX, grid("a;b", "c;d"))),
            page(),
            page(paragraph("three <b>&amp;</b>")));

    assertThat(PlainText.document(pages))
        .isEqualTo("one\ntwo\na\tb\nc\td\n\f\fthree <b>&amp;</b>\n");
  }

  @Test
  void holdsTheTextOfEveryBlockInOrder() {
    for (long seed = 1; seed <= 200; seed++) {
      Page page = new RandomPages(seed).page();
      String text = PlainText.document(List.of(page));

      int at = 0;
      for (Block block : page.blocks()) {
        String expected = ReadingText.of(block);
        assertThat(text.substring(at)).as("seed %d", seed).startsWith(expected);
        at += expected.isEmpty() ? 0 : expected.length() + 1;
      }
      assertThat(at).isEqualTo(text.length());
    }
  }
}
