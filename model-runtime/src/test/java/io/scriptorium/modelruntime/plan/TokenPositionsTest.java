package io.scriptorium.modelruntime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.preprocess.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPositionsTest {
  private static final ModelConfig CONFIG = ModelShapes.tiny();
  private static final int IMAGE = CONFIG.tokens().image();
  private static final int VIDEO = CONFIG.tokens().video();

  private static final VisualInput LINE = VisualInput.image(new Grid(1, 4, 8));

  @Nested
  class Layout {
    @Test
    void textCountsOnAlongAllAxes() throws Exception {
      TokenPositions positions = TokenPositions.of(text(5), List.of(), CONFIG);

      for (int[] axis : positions.axes()) {
        assertThat(axis).containsExactly(0, 1, 2, 3, 4);
      }
      assertThat(positions.delta()).isZero();
      assertThat(positions.length()).isEqualTo(5);
      assertThat(positions.visualRows()).isEmpty();
    }

    @Test
    void anImageSpreadsOverItsGridAndTextGoesOnBehindIt() throws Exception {
      TokenPositions positions =
          TokenPositions.of(joined(text(15), run(IMAGE, 8), text(10)), List.of(LINE), CONFIG);

      assertThat(rows(positions, 0, 15, 23)).containsExactly(15, 15, 15, 15, 15, 15, 15, 15);
      assertThat(rows(positions, 1, 15, 23)).containsExactly(15, 15, 15, 15, 16, 16, 16, 16);
      assertThat(rows(positions, 2, 15, 23)).containsExactly(15, 16, 17, 18, 15, 16, 17, 18);
      for (int[] axis : positions.axes()) {
        assertThat(Arrays.copyOfRange(axis, 23, 33))
            .containsExactly(IntStream.rangeClosed(19, 28).toArray());
      }
      assertThat(positions.delta()).isEqualTo(-4);
      assertThat(positions.visualRows()).containsExactly(15, 16, 17, 18, 19, 20, 21, 22);
    }

    @ParameterizedTest(name = "{0} s a grid: {1}, then {2}")
    @CsvSource({
      "1,     15 15 15 15 17 17 17 17 19 19 19 19, 20",
      "0.5,   15 15 15 15 16 16 16 16 17 17 17 17, 18",
      "3.125, 15 15 15 15 21 21 21 21 27 27 27 27, 28",
      "0.3,   15 15 15 15 15 15 15 15 16 16 16 16, 17",
      "0,     15 15 15 15 15 15 15 15 15 15 15 15, 17"
    })
    void timeOfAVideoIsTruncatedAfterItIsMultiplied(float seconds, String times, int next)
        throws Exception {
      TokenPositions positions =
          TokenPositions.of(
              joined(text(15), run(VIDEO, 12), text(1)),
              List.of(VisualInput.video(new Grid(3, 4, 4), seconds)),
              CONFIG);

      assertThat(rows(positions, 0, 15, 27))
          .containsExactly(Arrays.stream(times.split(" ")).mapToInt(Integer::parseInt).toArray());
      assertThat(rows(positions, 1, 15, 27))
          .containsExactly(15, 15, 16, 16, 15, 15, 16, 16, 15, 15, 16, 16);
      assertThat(rows(positions, 2, 15, 27))
          .containsExactly(15, 16, 15, 16, 15, 16, 15, 16, 15, 16, 15, 16);
      assertThat(positions.axes()[0][27]).isEqualTo(next);
      assertThat(positions.delta()).isEqualTo(next + 1 - 28);
    }

    @Test
    void visualsMayStandSideBySideAtEitherEnd() throws Exception {
      TokenPositions positions =
          TokenPositions.of(
              joined(run(IMAGE, 1), run(VIDEO, 2), run(IMAGE, 8)),
              List.of(
                  VisualInput.image(new Grid(1, 2, 2)),
                  VisualInput.video(new Grid(2, 2, 2), 1),
                  LINE),
              CONFIG);

      assertThat(positions.axes()[0]).containsExactly(0, 1, 3, 4, 4, 4, 4, 4, 4, 4, 4);
      assertThat(positions.axes()[2]).containsExactly(0, 1, 1, 4, 5, 6, 7, 4, 5, 6, 7);
      assertThat(positions.visualRows()).containsExactly(IntStream.range(0, 11).toArray());
      assertThat(positions.delta()).isEqualTo(8 - 11);
    }
  }

  @Nested
  class Mismatches {
    @Test
    void rejectsARunThatIsTooShort() {
      assertInvalid(
          joined(text(1), run(IMAGE, 7), text(1)),
          "takes 8 tokens, the prompt has 7 of its kind at row 1",
          LINE);
    }

    @Test
    void rejectsARunThatIsTooLong() {
      assertInvalid(
          joined(text(1), run(IMAGE, 9), text(1)),
          "the prompt has room for more images or videos than the 1 given",
          LINE);
    }

    @Test
    void rejectsARunWithoutAVisual() {
      assertInvalid(
          joined(text(1), run(IMAGE, 8)),
          "the prompt has room for more images or videos than the 0 given");
    }

    @Test
    void rejectsAVisualWithoutARun() {
      assertInvalid(text(3), "the prompt has room for 0 images and videos, 1 given", LINE);
    }

    @Test
    void rejectsARunOfTheOtherKind() {
      assertInvalid(run(VIDEO, 8), "the prompt has 0 of its kind at row 0", LINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 512, Integer.MAX_VALUE})
    void rejectsATokenThatHasNoEmbedding(int id) {
      assertInvalid(
          new int[] {3, 4, id}, "token " + id + " at row 2 is outside the vocabulary of 512");
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY, 4000})
    void rejectsImpossibleTimes(float seconds) {
      assertThatThrownBy(() -> VisualInput.video(new Grid(1, 2, 2), seconds))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("secondsPerGrid (" + seconds + ")");
    }

    private void assertInvalid(int[] ids, String message, VisualInput... visuals) {
      ModelException refusal =
          catchThrowableOfType(
              ModelException.class, () -> TokenPositions.of(ids, List.of(visuals), CONFIG));
      assertThat(refusal).hasMessageContaining(message);
      assertThat(refusal.code()).isEqualTo(Code.PROMPT_INVALID);
    }
  }

  private static int[] text(int length) {
    return IntStream.rangeClosed(1, length).toArray();
  }

  private static int[] run(int pad, int length) {
    return IntStream.generate(() -> pad).limit(length).toArray();
  }

  private static int[] joined(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }

  private static int[] rows(TokenPositions positions, int axis, int begin, int end) {
    return Arrays.copyOfRange(positions.axes()[axis], begin, end);
  }
}
