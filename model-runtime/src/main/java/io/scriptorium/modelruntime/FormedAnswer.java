package io.scriptorium.modelruntime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.scriptorium.modelruntime.AnswerForm.Branch;
import io.scriptorium.modelruntime.AnswerForm.Scope;
import io.scriptorium.modelruntime.generation.TokenChooser;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses tokens that keep an answer to its form: of the tokens that may come next the most
 * probable one. For one answer and one thread.
 */
final class FormedAnswer implements TokenChooser {
  /** Bytes of an excerpt, at most. */
  private static final int MOST_BYTES = 2000;

  /** What an excerpt of one line does not go over. */
  private static final Pattern BETWEEN_CELLS = Pattern.compile("[\\t\\n]");

  private final Tokenizer tokenizer;
  private final List<Integer> endTokens;

  private final ExcerptSource source;

  /** The lines of the source that excerpts may be in; all of it if it is empty. */
  private BitSet scope = new BitSet();

  private final Deque<BitSet> outerScopes = new ArrayDeque<>();

  /** The lines that the last excerpt in a line may be in. */
  private BitSet last = new BitSet();

  private AnswerForm form;
  private boolean inExcerpt;

  /** What tokens begin with that end the excerpt. */
  private String endings = "";

  /** Bytes of the excerpt so far, and where in the source it may stand. */
  private int copied;

  private List<Integer> places = List.of();

  /** Ways on that are still open, and how many of their tokens are written. */
  private List<Way> ways = List.of();

  private int written;

  private record Way(Branch branch, int[] ids) {}

  /**
   * @param source what excerpts are copied from
   * @param endTokens ids that end an answer
   */
  FormedAnswer(Tokenizer tokenizer, AnswerForm form, String source, List<Integer> endTokens) {
    this.tokenizer = tokenizer;
    this.form = form;
    // As the tokenizer reads the text.
    this.source = new ExcerptSource(Normalizer.normalize(source, Normalizer.Form.NFC));
    this.endTokens = endTokens;
  }

  @Override
  public int choose(float[] logits) {
    if (inExcerpt) {
      int next = copy(logits);
      if (next >= 0) {
        return next;
      }
      endExcerpt();
    }
    if (ways.isEmpty()) {
      ways = open(form.branches());
      written = 0;
    }
    return ways.isEmpty() ? mostProbable(logits, endTokens) : goOn(logits);
  }

  private List<Way> open(List<Branch> branches) {
    return branches.stream()
        .filter(branch -> !branch.scopes().contains(Scope.NEXT_LINE) || !nextLines().isEmpty())
        .map(branch -> new Way(branch, tokenizer.encodeText(branch.text())))
        .toList();
  }

  private int goOn(float[] logits) {
    int next = mostProbable(logits, ways.stream().map(way -> way.ids()[written]).toList());
    ways = ways.stream().filter(way -> way.ids()[written] == next).toList();
    written++;
    ways.stream()
        .filter(way -> way.ids().length == written)
        .findFirst()
        .ifPresent(way -> take(way.branch()));
    return next;
  }

  private void take(Branch branch) {
    ways = List.of();
    inExcerpt = branch.excerpt();
    form = branch.next();
    if (inExcerpt) {
      endings =
          form.branches().stream()
              .map(way -> way.text().substring(0, 1))
              .collect(Collectors.joining());
    }
    branch.scopes().forEach(this::enter);
  }

  private void enter(Scope change) {
    switch (change) {
      case LINE -> {
        outerScopes.push(scope);
        BitSet all = new BitSet();
        all.set(0, source.lines());
        narrow(all);
      }
      case NEXT_LINE -> narrow(nextLines());
      case OUTER -> scope = outerScopes.pop();
    }
  }

  private void narrow(BitSet lines) {
    scope = lines;
    last = lines;
  }

  private BitSet nextLines() {
    BitSet next = new BitSet();
    last.stream().map(line -> line + 1).filter(line -> line < source.lines()).forEach(next::set);
    return next;
  }

  /** The next excerpts are in a line of this one. */
  private void endExcerpt() {
    if (copied > 0 && !scope.isEmpty()) {
      BitSet narrowed = new BitSet();
      places.stream().filter(this::mayEndAt).map(source::lineAt).forEach(narrowed::set);
      if (!narrowed.isEmpty()) {
        narrow(narrowed);
      }
    }
    inExcerpt = false;
    copied = 0;
    places = List.of();
  }

  private boolean mayEndAt(int place) {
    return source.endsBefore(place + copied);
  }

  /**
   * The most probable token that goes on with the excerpt; -1 if ending it is more probable, or
   * nothing else is left.
   */
  private int copy(float[] logits) {
    if (copied >= MOST_BYTES) {
      return -1;
    }
    boolean mayEnd = copied == 0 || places.stream().anyMatch(this::mayEndAt);
    int best = -1;
    List<Integer> bestPlaces = List.of();
    for (int id = 0; id < Math.min(logits.length, tokenizer.vocabularySize()); id++) {
      if (best >= 0 && logits[id] <= logits[best]) {
        continue;
      }
      String text = new String(tokenizer.bytes(id), ISO_8859_1);
      boolean ends = mayEnd && (endTokens.contains(id) || ends(text));
      List<Integer> going = ends || text.isEmpty() ? List.of() : goingOnWith(text);
      if (ends || !going.isEmpty()) {
        best = id;
        bestPlaces = going;
      }
    }
    if (bestPlaces.isEmpty()) {
      return -1;
    }
    places = bestPlaces;
    copied += tokenizer.bytes(best).length;
    return best;
  }

  private List<Integer> goingOnWith(String text) {
    if (!scope.isEmpty() && BETWEEN_CELLS.matcher(text).find()) {
      return List.of();
    }
    return copied > 0
        ? places.stream().filter(place -> source.standsAt(place + copied, text)).toList()
        : source.beginnings(text).stream()
            .filter(place -> scope.isEmpty() || scope.get(source.lineAt(place)))
            .toList();
  }

  private boolean ends(String text) {
    return !text.isEmpty() && endings.indexOf(text.charAt(0)) >= 0;
  }

  private static int mostProbable(float[] logits, List<Integer> ids) {
    int best = ids.get(0);
    for (int id : ids) {
      if (logits[id] > logits[best]) {
        best = id;
      }
    }
    return best;
  }
}
