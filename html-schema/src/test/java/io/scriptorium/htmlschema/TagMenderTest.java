package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagMenderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p a=\"1\">x</p>              | <p a=\"1\">x</p>             |",
        "<p a=\"x > y\">z</p>          | <p a=\"x > y\">z</p>         |",
        "<!-- <p a=\"x --><br>        | <!-- <p a=\"x --><br>       |",
        "<style>a<b</style>          | <style>a<b</style>         |",
        "<!doctype html><p>          | <!doctype html><p>         |",
        "<note>x</note>              | <note>x</note>             |",
        "<p a=\"1>x</p>               | <p a=\"1\">x</p>             | TAG_CLOSED",
        "<p a=\"1>x</p><p b=\"2\">y   | <p a=\"1\">x</p><p b=\"2\">y | TAG_CLOSED",
        "<p a='1 <b>x                | <p a='1 '><b>x             | TAG_CLOSED",
        "<p a=1 <b>x                 | <p a=1 ><b>x               | TAG_CLOSED",
        "x<y and z>w                 | x&lt;y and z>w             | TAG_AS_TEXT",
        "1 < 2 <3 <^e^> <b$          | 1 &lt; 2 &lt;3 &lt;^e^> &lt;b$ | TAG_AS_TEXT",
        "<!-- never <p>x             | &lt;!-- never <p>x         | TAG_AS_TEXT",
        "<STYLE> never <p>x</p>      | &lt;STYLE> never <p>x</p>  | TAG_AS_TEXT",
        "<plaintext><p>x             | &lt;plaintext><p>x         | TAG_AS_TEXT",
        "<![CDATA[<p>x               | &lt;![CDATA[<p>x           | TAG_AS_TEXT",
        "x</p><p data-bbox=\"1 2      | x</p>                      | OUTPUT_TRUNCATED",
        "x</p                        | x                          | OUTPUT_TRUNCATED",
        "x<                          | x                          | OUTPUT_TRUNCATED",
        "<html><p>x</p>              | <html><p>x</p>             | OUTPUT_TRUNCATED",
      })
  void mendsWhatAParserWouldSwallow(String text, String mended, String repair) {
    RepairLog log = new RepairLog();

    assertThat(TagMender.mend(text, new SourceMap(), log)).isEqualTo(mended);
    assertThat(log.repairs().stream().map(Repair::code).toList().toString())
        .isEqualTo(repair == null ? "[]" : "[" + repair + "]");
  }

  @Test
  void readsOnlySoManyTags() {
    RepairLog log = new RepairLog();

    String mended = TagMender.mend("<p>".repeat(TagMender.MAX_TAGS + 1), new SourceMap(), log);

    assertThat(mended).isEqualTo("<p>".repeat(TagMender.MAX_TAGS));
    assertThat(log.repairs()).extracting(Repair::code).containsExactly("TEXT_CUT");
  }
}
