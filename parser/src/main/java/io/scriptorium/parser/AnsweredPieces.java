package io.scriptorium.parser;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.assembly.ChartRows;
import io.scriptorium.htmlschema.assembly.FigureCaptions;
import io.scriptorium.htmlschema.assembly.PieceJoiner;
import io.scriptorium.htmlschema.assembly.ReadPiece;
import io.scriptorium.htmlschema.assembly.StrayCaptions;
import io.scriptorium.htmlschema.assembly.TableColumns;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageResult.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answers for the pieces of a page.
 *
 * @param pieces in reading order
 * @param givenUp answers that were cut off or doubtful, whose parts of the page were read again
 */
record AnsweredPieces(List<AnsweredPiece> pieces, List<PageAnswer> givenUp)
    implements PageReader.Answers {
  @Override
  public Set<End> ends() {
    return answers().map(PageAnswer::end).collect(Collectors.toSet());
  }

  @Override
  public Usage usage() {
    return Usage.of(answers().toList(), givenUp);
  }

  private Stream<PageAnswer> answers() {
    return pieces.stream().flatMap(AnsweredPiece::answers);
  }

  @Override
  public PageReading read(PageSize size) {
    List<AnsweredPiece> placed = inColumns(inColumns(pieces, true), false);
    List<ReadPiece> read =
        IntStream.range(0, placed.size()).mapToObj(i -> piece(placed, i)).toList();
    PageReading joined = PieceJoiner.join(size, read);
    boolean isHelped = pieces.stream().anyMatch(piece -> piece.ink() != null);
    Page page = ChartRows.in(joined.page());
    Page told = FigureCaptions.in(isHelped ? StrayCaptions.in(page) : page);
    return new PageReading(told, joined.repairs());
  }

  /** The pieces with cells in the columns that the part of their table before or behind shows. */
  private static List<AnsweredPiece> inColumns(List<AnsweredPiece> pieces, boolean down) {
    List<AnsweredPiece> placed = new ArrayList<>(pieces);
    Optional<TableColumns> known = Optional.empty();
    for (int i = 0; i < placed.size(); i++) {
      int at = down ? i : placed.size() - 1 - i;
      AnsweredPiece piece = placed.get(at);
      AnsweredPiece told = known.map(columns -> piece.inColumns(down, columns)).orElse(piece);
      placed.set(at, told);
      Optional<TableColumns> before = told.isTable() ? known : Optional.empty();
      known = told.columns(!down).or(() -> before);
    }
    return placed;
  }

  private static ReadPiece piece(List<AnsweredPiece> pieces, int index) {
    boolean afterTable = index > 0 && pieces.get(index - 1).endsWithTable();
    boolean beforeTable = index + 1 < pieces.size() && pieces.get(index + 1).beginsWithTable();
    return pieces.get(index).read(afterTable, beforeTable);
  }
}
