package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxNumbersTest {
  private static final PageSize FROM = new PageSize(560, 224);
  private static final PageSize TO = new PageSize(616, 252);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "<p data-bbox=\"              | 1    | true",
        "<p data-bbox=\"12 3          | `4 ` | true",
        "<p data-bbox=\"12 3          | ` `  | true",
        "<p data-bbox=\"12 34 5 6     | \">  | true",
        "<p data-bbox=\"12 34 5 6     | 7\"  | true",
        "<p data-bbox='12 34 5 6      | 7    | true",
        "<p data-bbox='12 34 5 6      | '>   | true",
        "<p data-bbox=\"12 34 5 6     | 7p   | false",
        "<p data-bbox=\"12 34 5 6     | ``   | false",
        "<p data-bbox=\"12 34 5 6\">7 | 8    | false",
        "<p data-bbox=\"12 a          | 8    | false",
        "<td colspan=\"               | 2    | false",
        "``                           | 2    | false"
      })
  void goOnWhereABoxIsOpen(String html, String next, boolean expected) {
    assertThat(BoxNumbers.goOn(html, next)).isEqualTo(expected);
  }

  @Test
  void doNotGoOnForEver() {
    assertThat(BoxNumbers.goOn("<p data-bbox=\"" + "1 ".repeat(40), "2")).isFalse();
  }

  @Test
  void areScaledAcrossAndDownByTurns() {
    assertThat(BoxNumbers.scaled("10 20 555 224", true, FROM, TO)).isEqualTo("11 23 611 252");
    assertThat(BoxNumbers.scaled("10 20 555 224 7", true, FROM, TO)).isEqualTo("11 23 611 252 8");
    assertThat(BoxNumbers.scaled("10 20 555 224\">", true, FROM, TO)).isEqualTo("11 23 611 252\">");
    assertThat(BoxNumbers.scaled("", true, FROM, TO)).isEmpty();
  }

  @Test
  void areToldAsSoonAsTheyAreWhole() {
    String numbers = "10 20 99999999999999 224\">";
    String whole = BoxNumbers.scaled(numbers, true, FROM, TO);
    String told = "";
    for (int length = 0; length <= numbers.length(); length++) {
      String now = BoxNumbers.scaled(numbers.substring(0, length), false, FROM, TO);
      assertThat(now).startsWith(told);
      told = now;
    }

    assertThat(whole).startsWith(told);
    assertThat(BoxNumbers.scaled("10 2", false, FROM, TO)).isEqualTo("11 ");
    assertThat(BoxNumbers.scaled("10 20 ", false, FROM, TO)).isEqualTo("11 23 ");
  }
}
