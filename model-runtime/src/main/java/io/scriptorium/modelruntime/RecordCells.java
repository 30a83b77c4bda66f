package io.scriptorium.modelruntime;

import io.scriptorium.modelruntime.RecordRow.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives the excerpts of a record cells of its row, none to two of them. */
final class RecordCells {
  /** With more it takes too long to weigh all ways. */
  static final int MOST_CELLS = 14;

  /** None of the cells. */
  static final int NOTHING = -1;

  private RecordCells() {}

  /**
   * An excerpt that fills a cell.
   *
   * @param cell what stands in the cell; empty if the excerpt is
   */
  record Written(String cell, CopiedTokens tokens) {}

  /**
   * The columns of a record that takes cells more than once if each is taken once at most, by how
   * sure the model was of each excerpt. Cells that look alike, or begin alike and were not written,
   * are not told apart.
   *
   * @param cells of the row
   * @return nothing if no cell is taken twice, or none can be told
   */
  static Optional<List<@Nullable Column>> better(List<String> cells, List<Written> record) {
    List<Integer> filled =
        IntStream.range(0, cells.size()).filter(i -> !cells.get(i).isEmpty()).boxed().toList();
    List<String> texts = filled.stream().map(cells::get).toList();
    List<String> taken =
        record.stream().map(Written::cell).filter(cell -> !cell.isEmpty()).toList();
    boolean isTakenTwice =
        taken.stream()
            .anyMatch(
                cell -> Collections.frequency(taken, cell) > Collections.frequency(cells, cell));
    if (!isTakenTwice || filled.size() > MOST_CELLS) {
      return Optional.empty();
    }
    double[][] probabilities =
        record.stream().map(one -> one.tokens().of(texts)).toArray(double[][]::new);
    int[] chosen =
        mostProbable(
            probabilities, record.stream().mapToDouble(one -> one.tokens().ofNothing()).toArray());
    List<@Nullable Column> columns = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      columns.add(
          isKnown(chosen[i], probabilities[i]) ? new Column(filled.get(chosen[i]), true) : null);
    }
    return columns.stream().allMatch(Objects::isNull) ? Optional.empty() : Optional.of(columns);
  }

  /**
   * Whether there is a cell, and no other is exactly as probable, as of texts that are the same.
   */
  private static boolean isKnown(int cell, double[] probabilities) {
    return cell != NOTHING
        && Arrays.stream(probabilities).filter(other -> other == probabilities[cell]).count() == 1;
  }

  /**
   * The most probable cells for all excerpts together.
   *
   * @param probabilities {@code [excerpt][cell]}, as logarithms; at most {@link #MOST_CELLS} cells
   * @param nothing {@code [excerpt]}: how probable it is that it is empty
   * @return a cell for each excerpt, or {@link #NOTHING}; of two ways alike the one with cells
   *     further to the left for the first excerpts
   */
  static int[] mostProbable(double[][] probabilities, double[] nothing) {
    int cells = probabilities.length == 0 ? 0 : probabilities[0].length;
    // For each set of cells that is taken, how probable the excerpts from some one on are at best.
    double[] behind = new double[1 << cells];
    int[][] choices = new int[probabilities.length][1 << cells];
    for (int excerpt = probabilities.length - 1; excerpt >= 0; excerpt--) {
      double[] here = new double[1 << cells];
      for (int taken = 0; taken < here.length; taken++) {
        int choice = NOTHING;
        double best = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < cells; cell++) {
          double with =
              (taken >> cell & 1) == 1
                  ? Double.NEGATIVE_INFINITY
                  : probabilities[excerpt][cell] + behind[taken | 1 << cell];
          if (with > best) {
            best = with;
            choice = cell;
          }
        }
        double without = nothing[excerpt] + behind[taken];
        here[taken] = Math.max(best, without);
        choices[excerpt][taken] = without > best ? NOTHING : choice;
      }
      behind = here;
    }
    int[] found = new int[probabilities.length];
    int taken = 0;
    for (int excerpt = 0; excerpt < found.length; excerpt++) {
      found[excerpt] = choices[excerpt][taken];
      taken |= found[excerpt] == NOTHING ? 0 : 1 << found[excerpt];
    }
    return found;
  }
}
