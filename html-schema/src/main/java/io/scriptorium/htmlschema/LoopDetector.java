package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Notices while a model answers that it writes the same thing again and again, which models of its
 * kind do until the token limit ends it.
 *
 * <p>Tables are full of equal cells and forms of equal words, so equality alone is no loop. It is
 * one if the same blocks come back in the same boxes, since no two stand in one place; else only if
 * more comes back than a page holds: see the constants. A penalty on repeated tokens, which is the
 * other way, takes true repetitions away from tables. Rounds that change a little, or that are
 * longer than {@link #LONGEST_ROUND}, are not noticed.
 *
 * <p>For one answer and one thread.
 */
public final class LoopDetector {
  /** Rounds of blocks in their boxes. */
  private static final int ROUNDS_IN_PLACE = 3;

  /** Rounds of equal words in boxes that go on over the page; sheets of labels have fewer. */
  private static final int ROUNDS_ELSEWHERE = 100;

  /** Rounds of words without boxes, such as rows; a page has fewer. They have to add up besides. */
  private static final int ROUNDS_OF_WORDS = 40;

  /** Characters and tags that rounds of words, or of signs such as dots, have to add up to. */
  private static final int WEIGHT = 4000;

  /** Rounds of tags without words, such as the empty rows of a form. */
  private static final int EMPTY_ROUNDS = 500;

  /** Tags and texts, or characters, of one round. */
  private static final int LONGEST_ROUND = 512;

  /** Letters and digits without white space of which rounds in a cell consist; no cell has more. */
  private static final int CELL_WEIGHT = 250;

  /** Characters of one such round. */
  private static final int SHORT_ROUND = 4;

  private static final Pattern TABLE = Pattern.compile("</?t(?:able|r|d|h)\\b.*", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t[dh]\\b.*", Pattern.DOTALL);
  private static final Pattern BOX = Pattern.compile("data-bbox=(?:\"[^\"]*\"|'[^']*')");
  private static final String MASK = "data-bbox=\"\"";

  private final Map<String, Integer> symbols = new HashMap<>();
  private final Repeats units = new Repeats();
  private final Repeats unplacedUnits = new Repeats();
  private final List<Unit> written = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private Repeats characters = new Repeats();
  private int length;
  private int weight;
  private int words;
  private int boxes;
  private int kept = -1;
  private boolean isInCell;

  /** A tag, or the text between two, with totals of all before it. */
  private record Unit(int start, int weight, int words, int boxes) {}

  /** What one round of something that comes back consists of. */
  private record Round(int weight, boolean words, boolean box) {}

  /**
   * Takes the next piece of an answer.
   *
   * @return whether the answer runs in a loop; it stays true
   */
  public boolean accept(String text) {
    for (int i = 0; i < text.length() && kept < 0; i++) {
      accept(text.charAt(i));
    }
    return kept >= 0;
  }

  /**
   * Length in chars of what is worth keeping: the answer up to the end of the first round.
   *
   * @throws IllegalStateException if there is no loop
   */
  public int kept() {
    if (kept < 0) {
      throw new IllegalStateException("the answer does not run in a loop");
    }
    return kept;
  }

  private void accept(char c) {
    if (c == '<') {
      end();
    }
    open.append(c);
    length++;
    characters.add(c);
    if (c == '>' && open.charAt(0) == '<') {
      end();
    } else {
      checkCharacters();
    }
  }

  /** Ends the tag or text that is being written. */
  private void end() {
    if (open.isEmpty()) {
      return;
    }
    String text = open.toString();
    boolean tag = text.charAt(0) == '<';
    String masked = tag ? BOX.matcher(text).replaceAll(MASK) : text;
    written.add(new Unit(length - text.length(), weight, words, boxes));
    weight += tag ? 1 : text.strip().length();
    words += !tag && hasWords(text) ? 1 : 0;
    boxes += masked.equals(text) ? 0 : 1;
    units.add(symbol(text));
    unplacedUnits.add(symbol(masked));
    open.setLength(0);
    characters = new Repeats();
    if (tag && TABLE.matcher(text).matches()) {
      isInCell = CELL.matcher(text).matches();
    }
    checkUnits();
  }

  private int symbol(String text) {
    return symbols.computeIfAbsent(text, unused -> symbols.size());
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private void checkUnits() {
    for (int period = 1; period <= LONGEST_ROUND && kept < 0; period++) {
      if (units.rounds(period) >= ROUNDS_IN_PLACE && isLoop(units.rounds(period), round(period))) {
        keepUntil(units.repeated(period));
      } else if (unplacedUnits.rounds(period) >= ROUNDS_ELSEWHERE
          && wanders(unplacedUnits.rounds(period), round(period))) {
        keepUntil(unplacedUnits.repeated(period));
      }
    }
  }

  private static boolean isLoop(int rounds, Round round) {
    if (round.box) {
      return true;
    }
    return round.words
        ? rounds >= ROUNDS_OF_WORDS && (rounds - 1) * round.weight >= WEIGHT
        : rounds >= EMPTY_ROUNDS;
  }

  private static boolean wanders(int rounds, Round round) {
    return round.box && (round.words || rounds >= EMPTY_ROUNDS);
  }

  /** The last so many units. */
  private Round round(int period) {
    Unit first = written.get(written.size() - period);
    return new Round(weight - first.weight, words > first.words, boxes > first.boxes);
  }

  private void keepUntil(int repeatedUnits) {
    kept = written.get(written.size() - repeatedUnits).start;
  }

  private void checkCharacters() {
    for (int period = 1; period <= SHORT_ROUND && isInCell && kept < 0; period++) {
      if (characters.repeated(period) >= CELL_WEIGHT && isWord(period)) {
        kept = length - characters.repeated(period);
      }
    }
    if (open.length() <= WEIGHT) {
      return;
    }
    for (int period = 1; period <= LONGEST_ROUND && kept < 0; period++) {
      int repeated = characters.repeated(period);
      if (repeated >= WEIGHT
          && (characters.rounds(period) >= ROUNDS_OF_WORDS
              || !hasWords(open.substring(open.length() - period)))) {
        kept = length - repeated;
      }
    }
  }

  /** Whether the last so many characters are letters and digits. */
  private boolean isWord(int characters) {
    return open.substring(open.length() - characters).chars().allMatch(Character::isLetterOrDigit);
  }

  /** For every period, how many of the last symbols are those of a period before. */
  private static final class Repeats {
    private final int[] last = new int[LONGEST_ROUND];
    private final int[] repeated = new int[LONGEST_ROUND + 1];
    private int count;

    void add(int symbol) {
      for (int period = 1; period <= Math.min(count, LONGEST_ROUND); period++) {
        boolean same = last[(count - period) % LONGEST_ROUND] == symbol;
        repeated[period] = same ? repeated[period] + 1 : 0;
      }
      last[count % LONGEST_ROUND] = symbol;
      count++;
    }

    int repeated(int period) {
      return repeated[period];
    }

    /** Whole rounds of the same, the first one included; 1 if nothing comes back. */
    int rounds(int period) {
      return repeated[period] / period + 1;
    }
  }
}
