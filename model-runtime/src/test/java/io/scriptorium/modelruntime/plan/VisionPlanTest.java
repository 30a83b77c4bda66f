package io.scriptorium.modelruntime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.checkpoint.VisionConfig;
import io.scriptorium.modelruntime.preprocess.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VisionPlanTest {
  private static final VisionConfig CONFIG = ModelShapes.tiny().vision();
  private static final int SLOTS = 64;

  /** Ten rows of six units. */
  private static final Grid PAGE = new Grid(1, 20, 12);

  @Test
  void windowsGoInRasterOrderAndSoDoTheUnitsInThem() {
    int[] order = plan(PAGE).unitOrder();

    assertThat(order)
        .startsWith(0, 1, 2, 3, 6, 7, 8, 9, 12, 13, 14, 15, 18, 19, 20, 21)
        .containsSequence(21, 4, 5, 10, 11, 16, 17, 22, 23, 24, 25, 26, 27)
        .endsWith(52, 53, 58, 59);
  }

  @Test
  void windowsAtTheEdgesAreSmaller() {
    assertThat(windowLengths(plan(PAGE))).containsExactly(64, 32, 64, 32, 32, 16);
  }

  @Test
  void aGridOfWholeWindowsHasNoEmptyOnes() {
    assertThat(windowLengths(plan(new Grid(1, 16, 8)))).containsExactly(64, 64);
  }

  @Test
  void positionsAreThoseOfThePatchesInWindowOrder() {
    VisionPlan plan = plan(PAGE);

    assertThat(position(plan, 0)).containsExactly(0, 0);
    assertThat(position(plan, 1)).containsExactly(0, 1);
    assertThat(position(plan, 2)).containsExactly(1, 0);
    assertThat(position(plan, 3)).containsExactly(1, 1);
    assertThat(position(plan, 4)).containsExactly(0, 2);
    assertThat(position(plan, 16)).as("second row of units").containsExactly(2, 0);
    assertThat(position(plan, 64)).as("second window").containsExactly(0, 8);
    assertThat(position(plan, 239)).as("last patch").containsExactly(19, 11);
  }

  @Test
  void framesOfAVideoAreApartAndPositionsStartAnewInEach() {
    VisionPlan plan = plan(new Grid(3, 4, 4));

    assertThat(plan.frameLengths()).containsExactly(16, 16, 16);
    assertThat(plan.windows()).isEqualTo(3);
    assertThat(plan.unitOrder()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(position(plan, 16)).containsExactly(0, 0);
    assertThat(position(plan, 47)).containsExactly(3, 3);
  }

  @Test
  void unitsOfASecondImageCountOnBehindTheFirst() {
    VisionPlan alone = plan(PAGE);
    VisionPlan second = plan(new Grid(1, 4, 6), PAGE);

    assertThat(second.frameLengths()).containsExactly(24, 240);
    assertThat(IntStream.of(second.unitOrder()).skip(6).map(unit -> unit - 6).toArray())
        .containsExactly(alone.unitOrder());
    assertThat(Arrays.copyOfRange(second.patchPositions(), 48, 528))
        .containsExactly(alone.patchPositions());
  }

  static Stream<List<Grid>> mixtures() {
    return Stream.of(
        List.of(PAGE),
        List.of(new Grid(1, 2, 2)),
        List.of(new Grid(1, 2, 120), new Grid(1, 90, 2)),
        List.of(new Grid(2, 18, 12), new Grid(1, 16, 24), new Grid(3, 4, 10)));
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void everyPatchHasOneSlotAndEveryUnitOnePlace(List<Grid> grids) {
    VisionPlan plan = VisionPlan.of(grids, CONFIG);
    int patches = grids.stream().mapToInt(Grid::patches).sum();

    assertThat(plan.patches()).isEqualTo(patches);
    assertThat(plan.frameLengths().stream().mapToInt(Integer::intValue).sum()).isEqualTo(patches);
    for (int unit = 0; unit < patches / 4; unit++) {
      assertThat(plan.unitOrder()[plan.unitInverse()[unit]]).isEqualTo(unit);
    }
    for (int patch = 0; patch < patches; patch++) {
      int slot = plan.windowSlots()[patch];
      assertThat(plan.windowRows()[slot]).isEqualTo(patch);
      assertThat(plan.windowPadded()[slot]).isFalse();
    }
    assertThat(plan.windowRows()).hasSize(plan.windows() * SLOTS);
    assertThat(windowLengths(plan)).doesNotContain(0);
    assertThat(windowLengths(plan).stream().mapToInt(Integer::intValue).sum()).isEqualTo(patches);
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void noWindowReachesIntoAnotherFrame(List<Grid> grids) {
    VisionPlan plan = VisionPlan.of(grids, CONFIG);
    int[] frameOf =
        IntStream.range(0, plan.frameLengths().size())
            .flatMap(f -> IntStream.generate(() -> f).limit(plan.frameLengths().get(f)))
            .toArray();

    for (int window = 0; window < plan.windows(); window++) {
      int[] rows = Arrays.copyOfRange(plan.windowRows(), window * SLOTS, (window + 1) * SLOTS);
      assertThat(IntStream.of(rows).map(row -> frameOf[row]).distinct().count()).isEqualTo(1);
    }
  }

  @Test
  void rejectsAGridThatDoesNotMerge() {
    assertThatThrownBy(() -> plan(new Grid(1, 3, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a grid of 3x4 cannot be merged by 2");
  }

  private static VisionPlan plan(Grid... grids) {
    return VisionPlan.of(List.of(grids), CONFIG);
  }

  private static int[] position(VisionPlan plan, int place) {
    return Arrays.copyOfRange(plan.patchPositions(), 2 * place, 2 * place + 2);
  }

  private static List<Integer> windowLengths(VisionPlan plan) {
    List<Integer> lengths = new ArrayList<>();
    for (int window = 0; window < plan.windows(); window++) {
      int length = 0;
      for (int slot = window * SLOTS; slot < (window + 1) * SLOTS; slot++) {
        length += plan.windowPadded()[slot] ? 0 : 1;
      }
      lengths.add(length);
    }
    return lengths;
  }
}
