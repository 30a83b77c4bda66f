package io.scriptorium.parser;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.assembly.ChartRows;
import io.scriptorium.htmlschema.assembly.FigureCaptions;
import io.scriptorium.htmlschema.assembly.PieceJoiner;
import io.scriptorium.htmlschema.assembly.ReadPiece;
import io.scriptorium.htmlschema.assembly.ShortLines;
import io.scriptorium.htmlschema.assembly.StrayCaptions;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageResult.Usage;
import java.util.List;
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
  /** Lines of running text that show how high its type is. */
  private static final int LEAST_LINES = 6;

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
    List<AnsweredPiece> placed = CarriedColumns.in(size, pieces);
    int[] lines = placed.stream().flatMapToInt(AnsweredPiece::textLines).sorted().toArray();
    int lineHeight = lines.length < LEAST_LINES ? Integer.MAX_VALUE : lines[lines.length / 2];
    List<ReadPiece> read =
        IntStream.range(0, placed.size()).mapToObj(i -> piece(placed, i, lineHeight)).toList();
    PageReading joined = PieceJoiner.join(size, read);
    boolean isHelped = pieces.stream().anyMatch(piece -> piece.ink() != null);
    Page page = ChartRows.in(joined.page());
    Page told = FigureCaptions.in(isHelped ? StrayCaptions.in(page) : page);
    return new PageReading(isHelped ? ShortLines.in(told) : told, joined.repairs());
  }

  private static ReadPiece piece(List<AnsweredPiece> pieces, int index, int lineHeight) {
    boolean afterTable = index > 0 && pieces.get(index - 1).endsWithTable();
    boolean beforeTable = index + 1 < pieces.size() && pieces.get(index + 1).beginsWithTable();
    return pieces.get(index).read(afterTable, beforeTable, lineHeight);
  }
}
