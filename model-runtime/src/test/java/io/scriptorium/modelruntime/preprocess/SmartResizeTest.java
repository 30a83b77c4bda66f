package io.scriptorium.modelruntime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartResizeTest {

  private static final int FACTOR = 28;
  private static final int MIN = 4 * 28 * 28;
  private static final int MAX = 16_384 * 28 * 28;

  @ParameterizedTest
  @CsvSource({
    "1080, 1920, 1932, 1092",
    "1754, 1240, 1232, 1764",
    "3508, 2480, 2492, 3500",
    "5000, 7000, 4228, 3024",
    "98, 126, 112, 112"
  })
  void findsTheReferenceSize(int height, int width, int targetWidth, int targetHeight)
      throws ModelException {
    assertThat(SmartResize.targetSize(height, width, FACTOR, MIN, MAX))
        .isEqualTo(new ImageSize(targetWidth, targetHeight));
  }

  @ParameterizedTest
  @CsvSource({"70, 56", "98, 112", "126, 112", "154, 168"})
  void roundsHalvesToTheEvenMultiple(int side, int target) throws ModelException {
    assertThat(SmartResize.targetSize(side, side, FACTOR, MIN, MAX))
        .isEqualTo(new ImageSize(target, target));
  }

  @ParameterizedTest
  @CsvSource({"14, 14, 56, 56", "13, 1000, 504, 28", "10, 1999, 812, 28", "1, 1, 56, 56"})
  void enlargesWhatIsSmallerThanTheSmallestArea(
      int height, int width, int targetWidth, int targetHeight) throws ModelException {
    assertThat(SmartResize.targetSize(height, width, FACTOR, MIN, MAX))
        .isEqualTo(new ImageSize(targetWidth, targetHeight));
  }

  @Test
  void keepsAThinStripAtLeastOneBlockHigh() throws ModelException {
    assertThat(SmartResize.targetSize(100, 20_000, FACTOR, MIN, 50 * 28 * 28))
        .isEqualTo(new ImageSize(2800, 28));
  }

  @Test
  void refusesAnImageThinnerThanOneToTwoHundred() throws ModelException {
    assertThat(SmartResize.targetSize(10, 2000, FACTOR, MIN, MAX).height()).isEqualTo(28);
    assertThatThrownBy(() -> SmartResize.targetSize(10, 2001, FACTOR, MIN, MAX))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.IMAGE_UNSUPPORTED))
        .hasMessageContaining("2001x10");
  }
}
