package io.scriptorium.modelruntime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.scriptorium.modelruntime.AnswerForm.Branch;
import io.scriptorium.modelruntime.AnswerForm.Scope;
import io.scriptorium.modelruntime.generation.TokenChooser;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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
  private final ExcerptScope scope;

  private AnswerForm form;
  private boolean inExcerpt;

  /** What tokens begin with that end the excerpt. */
  private String endings = "";

  /** Whether the excerpt begins somewhere in particular, and where. */
  private boolean confined;

  private BitSet within = new BitSet();

  /** Bytes of the excerpt so far, and where in the source it may stand. */
  private int copied;

  private List<Integer> places = List.of();

  /** How probable its tokens were, and those that it might have had in their place. */
  private CopiedTokens tokens;

  /** Ways on that are still open, and how many of their tokens are written. */
  private List<Way> ways = List.of();

  private int written;

  private record Way(Branch branch, int[] ids) {}

  /**
   * @param source what excerpts are copied from
   * @param endTokens ids that end an answer
   */
  FormedAnswer(
      Tokenizer tokenizer,
      AnswerForm form,
      String source,
      List<Integer> endTokens,
      FirstRecords firsts) {
    this.tokenizer = tokenizer;
    this.form = form;
    // As the tokenizer reads the text.
    this.source =
        new ExcerptSource(Normalizer.normalize(source, Normalizer.Form.NFC), form::isLabel);
    this.scope = new ExcerptScope(this.source, firsts);
    this.tokens = new CopiedTokens(tokenizer);
    this.endTokens = endTokens;
  }

  /**
   * What the answer, which ended there, should be begun again with, as the first record of a list
   * is more probable with other cells than it got.
   */
  Optional<FirstRecords> better() {
    return scope.better();
  }

  @Override
  public int choose(float[] logits) {
    if (scope.better().isPresent()) {
      return endTokens.get(0);
    }
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
    List<Branch> open =
        branches.stream()
            .filter(branch -> !branch.scopes().contains(Scope.NEXT_LINE) || scope.hasNextLine())
            .toList();
    List<Branch> goingOn = open.stream().filter(FormedAnswer::isNextRecord).toList();
    return (goingOn.isEmpty() || !scope.goesOn() ? open : goingOn)
        .stream().map(branch -> new Way(branch, tokenizer.encodeText(branch.text()))).toList();
  }

  private static boolean isNextRecord(Branch branch) {
    return !branch.scopes().isEmpty() && branch.scopes().get(0) == Scope.NEXT_LINE;
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
      confined = !branch.within().isEmpty();
      within = source.places(branch.within());
      endings =
          form.branches().stream()
              .map(way -> way.text().substring(0, 1))
              .collect(Collectors.joining());
    }
    branch.scopes().forEach(scope::enter);
    if (inExcerpt && confined) {
      scope.head();
    }
  }

  private void endExcerpt() {
    scope.take(places, copied, tokens);
    tokens = new CopiedTokens(tokenizer);
    inExcerpt = false;
    copied = 0;
    places = List.of();
  }

  /**
   * The most probable token that goes on with the excerpt; -1 if ending it is more probable, or
   * nothing else is left.
   */
  private int copy(float[] logits) {
    if (copied >= MOST_BYTES) {
      return -1;
    }
    boolean mayEnd =
        copied == 0
            ? !scope.isFilled()
            : places.stream().anyMatch(place -> scope.mayEnd(place, copied));
    int best = -1;
    float ending = Float.NEGATIVE_INFINITY;
    List<Integer> bestPlaces = List.of();
    for (int id = 0; id < Math.min(logits.length, tokenizer.vocabularySize()); id++) {
      if (best >= 0 && logits[id] <= logits[best] && logits[id] <= ending) {
        continue;
      }
      String text = new String(tokenizer.bytes(id), ISO_8859_1);
      boolean isEnding = endTokens.contains(id) || ends(text);
      ending = isEnding ? Math.max(ending, logits[id]) : ending;
      if (best >= 0 && logits[id] <= logits[best]) {
        continue;
      }
      boolean ends = mayEnd && isEnding;
      List<Integer> going = ends || text.isEmpty() ? List.of() : goingOnWith(text);
      if (ends || !going.isEmpty()) {
        best = id;
        bestPlaces = going;
      }
    }
    boolean isEnd = bestPlaces.isEmpty();
    if (scope.mayBeWeighed()) {
      tokens.add(logits, ending, isEnd ? "" : new String(tokenizer.bytes(best), ISO_8859_1));
    }
    if (isEnd) {
      return -1;
    }
    places = bestPlaces;
    copied += tokenizer.bytes(best).length;
    return best;
  }

  private List<Integer> goingOnWith(String text) {
    if (scope.isLine() && BETWEEN_CELLS.matcher(text).find()) {
      return List.of();
    }
    return copied > 0
        ? places.stream().filter(place -> source.isContinued(place, place + copied, text)).toList()
        : scope.beginnings(text).stream().filter(place -> !confined || within.get(place)).toList();
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
