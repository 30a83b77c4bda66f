package io.scriptorium.parser;

import io.scriptorium.renderer.PagePiece;
import io.scriptorium.renderer.PieceHalves;
import io.scriptorium.renderer.PieceInk;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.UnreadType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Puts the pieces of a page to the model. What lies in no block of an answer is read by itself, and
 * a piece is read again in halves whose answer was cut off or is doubtful; a half is only if it was
 * cut off. For one page and one thread.
 */
final class PieceReader {
  /** How often a piece is parted in two; its halves only if they are cut off. */
  private static final int MOST_HALVINGS = 2;

  /** What was passed over and is read by itself; a page of noise has more. */
  private static final int MOST_UNREAD = 32;

  /** What share of an answer's tokens may be doubtful. */
  private static final double MOST_DOUBTFUL = 0.15;

  private final PageModel model;
  private final IntConsumer tokenCount;
  private final List<PageAnswer> givenUp = new ArrayList<>();
  private int tokens;

  /**
   * @param tokenCount called with the number of tokens emitted so far
   */
  PieceReader(PageModel model, IntConsumer tokenCount) {
    this.model = model;
    this.tokenCount = tokenCount;
  }

  /**
   * Asks the model what is on the page.
   *
   * @throws ParseException if the model cannot answer
   */
  AnsweredPieces read(List<PagePiece> cut) throws ParseException {
    List<AnsweredPiece> pieces = read(cut, MOST_HALVINGS).stream().flatMap(List::stream).toList();
    return new AnsweredPieces(pieces, List.copyOf(givenUp));
  }

  /** For each of the pieces what it was read as in the end: itself, or parts of it. */
  private List<List<AnsweredPiece>> read(List<PagePiece> cut, int halvings) throws ParseException {
    List<AnsweredPiece> asked = ask(cut);
    List<List<AnsweredPiece>> read = new ArrayList<>();
    SecondTry.or(asked, () -> withUnread(cut, asked)).forEach(piece -> read.add(List.of(piece)));
    List<Integer> parted = new ArrayList<>();
    List<PagePiece> halves = new ArrayList<>();
    for (int i = 0; halvings > 0 && i < cut.size(); i++) {
      boolean again = halvings == MOST_HALVINGS ? !isSure(asked.get(i)) : isCutOff(asked.get(i));
      List<PagePiece> both = again ? PieceHalves.of(cut.get(i)) : List.of();
      if (!both.isEmpty()) {
        halves.addAll(both);
        parted.add(i);
      }
    }
    List<List<AnsweredPiece>> finer =
        halves.isEmpty() ? List.of() : SecondTry.or(List.of(), () -> read(halves, halvings - 1));
    for (int i = 0; i < finer.size(); i += 2) {
      List<AnsweredPiece> parts = new ArrayList<>(finer.get(i));
      parts.addAll(finer.get(i + 1));
      int piece = parted.get(i / 2);
      read.set(piece, surer(read.get(piece).get(0), parts));
    }
    return read;
  }

  private static boolean isSure(AnsweredPiece piece) {
    return !isCutOff(piece) && !piece.answer().isDoubtful(MOST_DOUBTFUL);
  }

  private static boolean isCutOff(AnsweredPiece piece) {
    return !piece.answer().end().whole();
  }

  /**
   * The parts of a piece instead of it if it was cut off, or if they have fewer doubtful tokens.
   */
  private List<AnsweredPiece> surer(AnsweredPiece piece, List<AnsweredPiece> parts) {
    if (isCutOff(piece) || doubtfulTokens(parts) < doubtfulTokens(List.of(piece))) {
      piece.answers().forEach(givenUp::add);
      return parts;
    }
    return List.of(parts.stream().reduce(piece, AnsweredPiece::without));
  }

  private static int doubtfulTokens(List<AnsweredPiece> pieces) {
    return pieces.stream()
        .flatMap(AnsweredPiece::answers)
        .mapToInt(PageAnswer::doubtfulTokens)
        .sum();
  }

  private List<AnsweredPiece> ask(List<PagePiece> cut) throws ParseException {
    int before = tokens;
    List<PageAnswer> answers =
        model.readPieces(
            cut.stream().map(PagePiece::image).toList(),
            count -> tokenCount.accept(before + count));
    tokens += answers.stream().mapToInt(PageAnswer::allTokens).sum();
    List<AnsweredPiece> asked = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      asked.add(AnsweredPiece.of(cut.get(i), answers.get(i), PieceInk.of(cut.get(i))));
    }
    return asked;
  }

  /** The pieces with what the model passed over in them; those that were cut off as they are. */
  private List<AnsweredPiece> withUnread(List<PagePiece> cut, List<AnsweredPiece> asked)
      throws ParseException {
    PieceShape shape = model.pieces().orElseThrow();
    List<PagePiece> unread = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      if (!isCutOff(asked.get(i))) {
        for (PagePiece part : UnreadType.of(cut.get(i), asked.get(i).taken(), shape)) {
          if (unread.size() < MOST_UNREAD) {
            unread.add(part);
            of.add(i);
          }
        }
      }
    }
    if (unread.isEmpty()) {
      return asked;
    }
    List<AnsweredPiece> found = ask(unread);
    List<AnsweredPiece> all = new ArrayList<>(asked);
    for (int i = 0; i < found.size(); i++) {
      AnsweredPiece part = found.get(i);
      AnsweredPiece piece = all.get(of.get(i));
      all.set(of.get(i), isSure(part) ? piece.with(part) : piece.without(part));
    }
    return all;
  }
}
