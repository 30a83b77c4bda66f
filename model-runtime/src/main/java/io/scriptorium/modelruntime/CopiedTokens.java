package io.scriptorium.modelruntime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.scriptorium.modelruntime.generation.Logits;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How probable the model found each token while it copied one excerpt, which tells how probable it
 * found other texts in its place. For one thread.
 */
final class CopiedTokens {
  private final Tokenizer tokenizer;
  private final List<Step> steps = new ArrayList<>();

  /**
   * One token.
   *
   * @param logits {@code [vocabulary]}
   * @param logNormaliser of them
   * @param ending the largest of those that end the excerpt
   * @param text the bytes of what was chosen, one a character; nothing at the end
   */
  private record Step(float[] logits, double logNormaliser, float ending, String text) {}

  CopiedTokens(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Takes note of a token that goes on with the excerpt, or ends it.
   *
   * @param logits {@code [vocabulary]}; they are copied
   * @param ending the largest of those that would end the excerpt
   * @param text the bytes of what was chosen, one a character; nothing if it ends
   */
  void add(float[] logits, float ending, String text) {
    steps.add(new Step(logits.clone(), Logits.logNormaliser(logits), ending, text));
  }

  /** The logarithm of how probable it was that there is no excerpt. */
  double ofNothing() {
    return steps.isEmpty() ? 0 : steps.get(0).ending() - steps.get(0).logNormaliser();
  }

  /**
   * The logarithm of how probable each of some texts was, as far as it takes to tell it from the
   * others.
   */
  double[] of(List<String> texts) {
    List<String> bytes = texts.stream().map(ExcerptSource::bytes).toList();
    return bytes.stream().mapToDouble(text -> of(text, bytes)).toArray();
  }

  private double of(String text, List<String> all) {
    double sum = 0;
    int at = 0;
    for (int i = 0; i < steps.size() && (i == 0 || hasRival(text, at, all)); i++) {
      Step step = steps.get(i);
      String rest = text.substring(at);
      sum += (rest.isEmpty() ? step.ending() : best(step, rest, i == 0)) - step.logNormaliser();
      String written = i == 0 ? step.text().stripLeading() : step.text();
      if (written.isEmpty() || !rest.startsWith(written)) {
        break;
      }
      at += written.length();
    }
    return sum;
  }

  /** Whether another text begins with as many bytes of a text. */
  private static boolean hasRival(String text, int bytes, List<String> all) {
    return all.stream()
        .anyMatch(other -> !other.equals(text) && other.startsWith(text.substring(0, bytes)));
  }

  /** The largest logit of the tokens that a text goes on with. */
  private float best(Step step, String rest, boolean first) {
    float best = Float.NEGATIVE_INFINITY;
    for (int id = 0; id < Math.min(step.logits().length, tokenizer.vocabularySize()); id++) {
      if (step.logits()[id] > best) {
        String token = new String(tokenizer.bytes(id), ISO_8859_1);
        String copied = first ? token.stripLeading() : token;
        if (!copied.isEmpty() && rest.startsWith(copied)) {
          best = step.logits()[id];
        }
      }
    }
    return best;
  }
}
