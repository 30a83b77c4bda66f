package io.scriptorium.htmlschema;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.scriptorium.htmlschema.assembly.DocumentAssembler;
import io.scriptorium.htmlschema.assembly.DocumentText;
import io.scriptorium.htmlschema.assembly.JoinedTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What holds for any text at all. In every build the inputs in {@code HtmlFuzzTestInputs} are
 * tried; with {@code JAZZER_FUZZ=1} in the environment, new ones are looked for and findings stored
 * there.
 */
class HtmlFuzzTest {
  private static final PageSize SEEN = new PageSize(140, 196);
  private static final PageSize SIZE = new PageSize(100, 200);

  @FuzzTest(maxDuration = "10m")
  void readsAndRepairsAnyText(byte[] data) throws InvalidHtmlException {
    String text = text(data);

    answer(text);
    file(text);
  }

  private static void answer(String text) throws InvalidHtmlException {
    Page page = ModelOutputReader.read(text, SEEN, SIZE).page();
    List<Page> pages = List.of(page);
    String html = HtmlWriter.document(pages);

    require(HtmlReader.document(html).equals(pages), "reads back what was written");
    require(HtmlRepairer.repair(html).html().equals(html), "leaves as it is what was written");
    require(withConfidence(text).equals(page.blocks()), "reads the same with confidence");
    ContentCheck.of(page);
    ReadingText.of(page);
  }

  private static void file(String text) {
    RepairedHtml repaired = HtmlRepairer.repair(text);

    require(HtmlValidator.validate(repaired.html()).isValid(), "makes a valid file");
    String again = HtmlRepairer.repair(repaired.html()).html();
    require(again.equals(repaired.html()), "leaves as it is what was repaired");
    HtmlValidator.validate(text);
    List<Page> pages = repaired.pages().stream().map(PageReading::page).toList();
    JoinedTable.of(pages);
    DocumentText.of(DocumentAssembler.assemble(pages));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("it does not hold any more that it " + what);
    }
  }

  private static List<Block> withConfidence(String text) {
    int[] ends = new int[text.length()];
    Arrays.setAll(ends, i -> i + 1);
    TokenConfidence confidence = new TokenConfidence(ends, new float[ends.length]);
    return ModelOutputReader.read(text, SEEN, SIZE, confidence).page().blocks().stream()
        .map(block -> block.with(Marks.NONE))
        .toList();
  }

  /** In UTF-8, or, behind a first byte of 0, in UTF-16, which has lone surrogates. */
  private static String text(byte[] data) {
    return data.length > 0 && data[0] == 0
        ? new String(data, 1, data.length - 1, StandardCharsets.UTF_16BE)
        : new String(data, StandardCharsets.UTF_8);
  }
}
