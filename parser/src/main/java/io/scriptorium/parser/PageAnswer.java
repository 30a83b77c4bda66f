package io.scriptorium.parser;

import io.scriptorium.htmlschema.ModelOutputReader;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.TokenConfidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer for one page.
 *
 * @param text what it emitted
 * @param seen size of the resized image that it saw; its boxes are in these pixels
 * @param end why it ended
 * @param promptTokens tokens of the prompt, image included; of all views together if there were
 *     several
 * @param tokens tokens emitted
 * @param meanLogProbability mean natural logarithm of the probabilities of the emitted tokens; NaN
 *     if there are none
 * @param confidence of the tokens of the text; null if it is not known
 * @param others what other answers took that were asked for the same and given up for this one
 */
public record PageAnswer(
    String text,
    PageSize seen,
    End end,
    int promptTokens,
    int tokens,
    double meanLogProbability,
    @Nullable TokenConfidence confidence,
    Others others) {
  /** A token that is less probable than this is doubtful. */
  private static final double PROBABLE = 0.6;

  /** Why an answer ended. */
  public enum End {
    /** The model ended it. */
    WHOLE,
    /** The token limit cut it off. */
    TOKEN_LIMIT,
    /** The model went round in a loop and was stopped; the text holds the first round. */
    LOOP;

    boolean whole() {
      return this == WHOLE;
    }
  }

  /**
   * What answers took.
   *
   * @param answers how many
   * @param promptTokens of all of them
   * @param tokens of all of them
   */
  public record Others(int answers, int promptTokens, int tokens) {
    static final Others NONE = new Others(0, 0, 0);

    /** What some answers took, with those that were given up for them. */
    static Others of(List<PageAnswer> answers) {
      Others all = NONE;
      for (PageAnswer answer : answers) {
        all = all.and(new Others(1, answer.promptTokens, answer.tokens)).and(answer.others);
      }
      return all;
    }

    Others and(Others more) {
      return new Others(
          answers + more.answers, promptTokens + more.promptTokens, tokens + more.tokens);
    }
  }

  /** An answer for which no other was given up. */
  public PageAnswer(
      String text,
      PageSize seen,
      End end,
      int promptTokens,
      int tokens,
      double meanLogProbability,
      @Nullable TokenConfidence confidence) {
    this(text, seen, end, promptTokens, tokens, meanLogProbability, confidence, Others.NONE);
  }

  public PageAnswer {
    if (promptTokens < 0) {
      throw new IllegalArgumentException("promptTokens (" + promptTokens + ") is negative");
    }
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens (" + tokens + ") is negative");
    }
  }

  /**
   * Makes a valid page of it.
   *
   * @param page size of the page, or of the part of one that it is about
   */
  PageReading reading(PageSize page) {
    return confidence == null
        ? ModelOutputReader.read(text, seen, page)
        : ModelOutputReader.read(text, seen, page, confidence);
  }

  /** Whether the model gave more than that share of its tokens little chance. */
  boolean isDoubtful(double most) {
    return doubtfulTokens() > most * tokens;
  }

  /** How many of its tokens the model gave little chance; 0 if that is not known. */
  int doubtfulTokens() {
    return confidence == null ? 0 : confidence.countBelow(PROBABLE);
  }

  /** The same of the tokens without the numbers of boxes, which it often guesses. */
  boolean isDoubtfullyRead(double most) {
    TokenConfidence read = withoutBoxes();
    return read != null && read.countBelow(PROBABLE) > most * read.count();
  }

  /** How many of its tokens but those of boxes the model gave little chance. */
  int doubtfullyRead() {
    TokenConfidence read = withoutBoxes();
    return read == null ? 0 : read.countBelow(PROBABLE);
  }

  private @Nullable TokenConfidence withoutBoxes() {
    return confidence == null ? null : confidence.withoutBoxes(text);
  }

  /** Tokens emitted, those of the answers that were given up included. */
  int allTokens() {
    return tokens + others.tokens();
  }

  /** The same, with another one given up for it. */
  PageAnswer insteadOf(PageAnswer other) {
    return new PageAnswer(
        text,
        seen,
        end,
        promptTokens,
        tokens,
        meanLogProbability,
        confidence,
        others.and(Others.of(List.of(other))));
  }
}
