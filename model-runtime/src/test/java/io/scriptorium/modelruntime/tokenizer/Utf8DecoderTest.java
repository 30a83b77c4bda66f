package io.scriptorium.modelruntime.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8DecoderTest {

  @Test
  void decodesEveryCodePoint() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        all.appendCodePoint(c);
      }
    }

    String text = decode(all.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(text.contentEquals(all)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "80, 1", // a continuation alone
    "c0af, 2", // a longer form than needed
    "e08080, 3",
    "eda080, 3", // a surrogate
    "edbe41, 2A",
    "f0808080, 4",
    "f4908080, 4", // above U+10FFFF
    "f5, 1",
    "ff, 1",
    "e282, 1", // cut off
    "f09f99, 1",
    "e28241, 1A",
    "f09f9941, 1A",
    "f09fe282ac, 1€",
    "c3c3a9, 1é"
  })
  void replacesEachLongestBrokenRunOnce(String hex, String expected) {
    String replaced = expected.replaceFirst("^\\d", "\ufffd".repeat(expected.charAt(0) - '0'));

    assertThat(decode(HexFormat.of().parseHex(hex))).isEqualTo(replaced);
  }

  private static String decode(byte[] bytes) {
    Utf8Decoder decoder = new Utf8Decoder();
    StringBuilder text = new StringBuilder();
    decoder.accept(bytes, text);
    decoder.finish(text);
    return text.toString();
  }
}
