package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultNameTest {
  private static final String ID = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "invoice.pdf,        invoice.pdf-0123456789ab",
    "Übersicht 3.pdf,    Übersicht_3.pdf-0123456789ab",
    "../../etc/x.pdf,    _.._.._etc_x.pdf-0123456789ab",
    "C:\\x.pdf,          C__x.pdf-0123456789ab",
    "con.pdf,            _con.pdf-0123456789ab",
    ".pdf,               _.pdf-0123456789ab",
    "-rf.pdf,            _-rf.pdf-0123456789ab"
  })
  void isHarmlessWhateverTheNameIs(String name, String expected) {
    assertThat(ResultName.of(name, ID)).isEqualTo(expected);
  }

  @Test
  void fitsWhateverTheLengthIs() {
    assertThat(ResultName.of("漢".repeat(85), ID).getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(150);
  }
}
