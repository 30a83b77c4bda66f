package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenderOptionsTest {
  @Test
  void namesTheValueThatIsOutOfRange() {
    assertRefused(0, 1, 1, 1, "dpi (0) is outside 18 to 2400");
    assertRefused(72, 0, 1, 1, "maxPixels (0) is outside 1 to 536870912");
    assertRefused(72, 1L << 40, 1, 1, "maxPixels (1099511627776) is outside 1 to 536870912");
    assertRefused(72, 1, 0, 1, "maxPages (0) is outside 1 to 1000000");
    assertRefused(72, 1, 1, -1, "maxBytes (-1) is outside 1 to 9223372036854775807");
  }

  @Test
  void takesFineScansUnderTheDefaults() {
    long a3At600Dpi = 7016L * 9922;

    assertThat(RenderOptions.DEFAULTS.maxDecodedPixels()).isGreaterThan(a3At600Dpi);
  }

  private static void assertRefused(
      int dpi, long maxPixels, int maxPages, long maxBytes, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RenderOptions(dpi, maxPixels, 1, maxPages, maxBytes, 1, List.of()))
        .withMessage(message);
  }
}
