package io.scriptorium.modelruntime;

import java.util.List;

/**
 * What an answer may look like from some point on. The program writes what the form leaves no
 * choice about, and the model chooses between the rest. Immutable.
 */
public interface AnswerForm {
  /** Ends an answer. */
  AnswerForm END = List::of;

  /** Ways on, of which the model chooses one; none where the answer ends. */
  List<Branch> branches();

  /**
   * Whether no excerpt begins in what fills a line of the source, or a cell of one. The first form
   * of an answer is asked.
   */
  default boolean isLabel(String filling) {
    return false;
  }

  /** What changes about where excerpts are copied from; at first it is the whole source. */
  enum Scope {
    /** One line of the source, whichever the first of them is in. */
    LINE,
    /** The line that follows the one of the last excerpt in a line; empty ones do not count. */
    NEXT_LINE,
    /** What they were copied from before the last {@link #LINE} that is not left yet. */
    OUTER
  }

  /** Characters of the source as it is in NFC, from the first to behind the last. */
  record Range(int start, int end) {
    /** Its first character; nothing of an empty one. */
    public Range first() {
      return new Range(start, Math.min(start + 1, end));
    }
  }

  /**
   * One way on. One to the next line is not open where there is none.
   *
   * @param text what comes next, not empty. Behind it a token begins: as with the first branches it
   *     should end before a space or before an excerpt
   * @param excerpt whether the model then copies from the source of the answer. It ends that by a
   *     token that begins like a branch of {@code next}; so the source must hold that character
   *     only behind a backslash
   * @param scopes what changes about where is copied from, from here on, one change after the other
   * @param within where in the source the excerpt begins; anywhere if that is empty
   * @param next what may come behind
   */
  record Branch(
      String text, boolean excerpt, List<Scope> scopes, List<Range> within, AnswerForm next) {
    public Branch {
      scopes = List.copyOf(scopes);
      within = List.copyOf(within);
      if (text.isEmpty()) {
        throw new IllegalArgumentException("a branch without text");
      }
    }

    public Branch(String text, boolean excerpt, List<Scope> scopes, AnswerForm next) {
      this(text, excerpt, scopes, List.of(), next);
    }
  }
}
