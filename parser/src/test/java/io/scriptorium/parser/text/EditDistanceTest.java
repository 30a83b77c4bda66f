package io.scriptorium.parser.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  private static final long SEED = 20260302;

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "'', abc, 3",
    "abc, '', 3",
    "kitten, sitting, 3",
    "flaw, lawn, 2",
    "Saturday, Sunday, 3",
    "ab, ba, 2",
    "straße, strasse, 2",
    "'1,649.70', '1.649,70', 2"
  })
  void countsTheFewestEdits(String a, String b, int distance) {
    assertThat(between(a, b)).isEqualTo(distance);
  }

  @Test
  void countsACharacterOutsideTheBasicPlaneOnce() {
    assertThat(between("a\uD83D\uDE00b", "ab")).isEqualTo(1);
  }

  @Test
  void agreesWithTheTextbookAtAllLengthsAroundAWord() {
    Random random = new Random(SEED);
    for (int length : new int[] {1, 2, 31, 63, 64, 65, 127, 128, 129, 200}) {
      for (int round = 0; round < 20; round++) {
        int[] a = random.ints(length, 'a', 'a' + 4).toArray();
        int[] b = random.ints(random.nextInt(2 * length + 1), 'a', 'a' + 4).toArray();
        if (round % 2 == 0) {
          b = edited(a, random);
        }
        int[] other = b;

        assertThat(EditDistance.between(a, other))
            .as("seed %d, length %d, round %d", SEED, length, round)
            .isEqualTo(textbook(a, other));
      }
    }
  }

  @Test
  void comparesTwoPagesOfTwentyThousandCharacters() {
    Random random = new Random(SEED);
    int[] page = random.ints(20_000, ' ', 0x17F).toArray();
    int[] read = page.clone();
    for (int i = 0; i < read.length; i += 100) {
      read[i] = 0x3B1;
    }

    assertThat(EditDistance.between(page, read)).isEqualTo(200);
  }

  private static int between(String a, String b) {
    return EditDistance.between(a.codePoints().toArray(), b.codePoints().toArray());
  }

  private static int[] edited(int[] text, Random random) {
    int[] edited = Arrays.copyOf(text, Math.max(0, text.length - random.nextInt(3)));
    for (int i = 0; i < edited.length; i += 7) {
      edited[i] = 0x4E00 + random.nextInt(3);
    }
    return edited;
  }

  private static int textbook(int[] a, int[] b) {
    int[][] distance = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
        } else {
          int replaced = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
          int deleted = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
          distance[i][j] = Math.min(replaced, deleted);
        }
      }
    }
    return distance[a.length][b.length];
  }
}
