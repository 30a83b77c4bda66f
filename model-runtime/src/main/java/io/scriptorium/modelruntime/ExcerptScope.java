package io.scriptorium.modelruntime;

import io.scriptorium.modelruntime.AnswerForm.Scope;
import io.scriptorium.modelruntime.RecordRow.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a source the next excerpt may stand. Those of a record are in one line, and where that
 * is a row of a table, the next record has its excerpts in the cells below. For one answer and one
 * thread.
 */
final class ExcerptScope {
  private static final int SURE_COLUMNS = 3;

  /** Letters that two rows begin with alike if they have the same label. */
  private static final int SURE_LETTERS = 3;

  private static final Pattern COUNT = Pattern.compile("(\\d{1,4})[.)]?");

  private final ExcerptSource source;
  private final FirstRecords firsts;
  private final Deque<Level> levels = new ArrayDeque<>();

  /** Lists that were entered. */
  private int lists;

  /** First records that are more probable. */
  private Optional<FirstRecords> better = Optional.empty();

  /** The lines that the last excerpt in a line may be in. */
  private BitSet last = new BitSet();

  /** The cells that records of lists have taken that are done. */
  private final BitSet spent = new BitSet();

  /** Those of them in rows of several columns of lists of several records, which are no sums. */
  private final BitSet spentInRows = new BitSet();

  /** The records of a list. */
  private static final class Level {
    /** How many lists were entered before. */
    final int number;

    /** Whether it is the first record. */
    boolean isFirst = true;

    /** The lines that the record may be in. */
    BitSet lines = new BitSet();

    /** Excerpts of the record, in their order. */
    List<Excerpt> taken = new ArrayList<>();

    /** What row the record before was, if it was one. */
    @Nullable RecordRow above;

    /** Whether it is known where its columns are. */
    boolean headed;

    Level(int number) {
      this.number = number;
    }
  }

  /** An excerpt of so many bytes, and where it may stand. */
  private record Excerpt(List<Integer> places, int length, CopiedTokens tokens) {}

  ExcerptScope(ExcerptSource source, FirstRecords firsts) {
    this.source = source;
    this.firsts = firsts;
  }

  /** Whether excerpts are confined to a line. */
  boolean isLine() {
    return !levels.isEmpty();
  }

  boolean hasNextLine() {
    return !nextLines().isEmpty();
  }

  /**
   * Whether the next line is a record as sure as this one: a row that counts on, that has the same
   * label before another number, or that has in the cells that are wholly taken what is like them.
   */
  boolean goesOn() {
    RecordRow row = isLine() ? row(levels.element()) : null;
    int next = row == null ? source.lines() : nextLine(row.line());
    if (row == null || next == source.lines()) {
      return false;
    }
    int line = row.line();
    return countsOn(line, next)
        || hasLabelOf(line, next)
        || (source.isAligned(line, next) ? isAsFull(row, next) : goesOnInPieces(line, next));
  }

  private boolean countsOn(int line, int next) {
    Matcher count = COUNT.matcher(source.cell(line, 0).strip());
    Matcher other = COUNT.matcher(source.cell(next, 0).strip());
    return source.cells(next) >= SURE_COLUMNS
        && count.matches()
        && other.matches()
        && Integer.parseInt(other.group(1)) == Integer.parseInt(count.group(1)) + 1;
  }

  private boolean hasLabelOf(int line, int next) {
    String label = letters(source.cell(line, 0));
    int last = source.cells(line) - 1;
    return label.length() >= SURE_LETTERS
        && last == source.cells(next) - 1
        && label.equals(letters(source.cell(next, 0)))
        && isNumber(source.cell(line, last))
        && isNumber(source.cell(next, last));
  }

  private static String letters(String cell) {
    return cell.codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * Whether there is something like it below each cell that is wholly taken, in at least {@link
   * #SURE_COLUMNS} of them and in all but one, or in all if it is known where the columns are.
   */
  private boolean isAsFull(RecordRow row, int next) {
    Set<Integer> cells = row.wholeCells();
    long alike = cells.stream().filter(cell -> isAlike(row.line(), cell, next, cell)).count();
    return levels.element().headed
        ? alike > 0 && alike == cells.size()
        : alike >= SURE_COLUMNS && alike >= cells.size() - 1;
  }

  /** Whether the next row is in another piece of the table in which a cell was lost or parted. */
  private boolean goesOnInPieces(int line, int next) {
    int last = source.cells(line) - 1;
    int nextLast = source.cells(next) - 1;
    return next > line
        && !source.isInBlockOf(line, next)
        && nextLast + 1 >= SURE_COLUMNS
        && Math.abs(last - nextLast) <= 1
        && isAlike(line, 0, next, 0)
        && isAlike(line, last, next, nextLast)
        && isNumber(source.cell(line, last));
  }

  private boolean isAlike(int line, int cell, int other, int otherCell) {
    return isAlike(source.cell(line, cell), source.cell(other, otherCell));
  }

  private static boolean isAlike(String cell, String below) {
    return !below.isBlank() && (!isNumber(cell) || isNumber(below));
  }

  /** Whether there is a digit for each letter at least, as in an amount with its currency. */
  private static boolean isNumber(String cell) {
    long digits = cell.chars().filter(Character::isDigit).count();
    return digits > 0 && digits >= cell.chars().filter(Character::isLetter).count();
  }

  void enter(Scope change) {
    switch (change) {
      case LINE -> {
        Level level = new Level(lists++);
        level.above = firsts.of(level.number);
        if (level.above == null) {
          level.lines.set(0, source.lines());
        } else {
          level.lines.set(level.above.line());
        }
        levels.push(level);
        last = level.lines;
      }
      case NEXT_LINE -> {
        Level level = levels.element();
        BitSet next = nextLines();
        weigh(level);
        level.isFirst = false;
        spend(level);
        level.above = row(level);
        level.taken = new ArrayList<>();
        level.lines = next;
        last = next;
      }
      case OUTER -> {
        Level level = levels.pop();
        weigh(level);
        spend(level);
      }
    }
  }

  /** First records to begin again with, as one is more probable with other cells. */
  Optional<FirstRecords> better() {
    return better;
  }

  /** Whether it may be asked how probable the tokens of the next excerpt were. */
  boolean mayBeWeighed() {
    return isLine() && mayBeWeighed(levels.element());
  }

  private boolean mayBeWeighed(Level level) {
    boolean isFree = level.isFirst && level.above == null && !level.headed;
    return isFree && better.isEmpty() && firsts.mayChange();
  }

  /** Looks for better cells of a first record that is in a row of a table. */
  private void weigh(Level level) {
    int line = level.lines.nextSetBit(0);
    if (!mayBeWeighed(level) || level.lines.cardinality() != 1 || source.cells(line) < 2) {
      return;
    }
    List<RecordCells.Written> record = new ArrayList<>();
    for (Excerpt excerpt : level.taken) {
      Optional<String> cell = wholeCell(line, excerpt);
      if (cell.isEmpty()) {
        return;
      }
      record.add(new RecordCells.Written(cell.get(), excerpt.tokens()));
    }
    List<String> cells =
        IntStream.range(0, source.cells(line))
            .mapToObj(cell -> isOpen(line, cell) ? source.cell(line, cell).strip() : "")
            .toList();
    better =
        RecordCells.better(cells, record)
            .map(columns -> firsts.with(level.number, new RecordRow(line, columns)));
  }

  /** Whether a cell is no label, and no record of another list has it. */
  private boolean isOpen(int line, int cell) {
    BitSet places = new BitSet();
    source.setCell(places, line, cell);
    return !source.isLabel(line, cell) && !places.intersects(spent);
  }

  /** The cell that an excerpt fills in a line, empty if it is; nothing if it fills none. */
  private Optional<String> wholeCell(int line, Excerpt excerpt) {
    return excerpt.length() == 0
        ? Optional.of("")
        : excerpt.places().stream()
            .filter(place -> source.lineAt(place) == line)
            .filter(place -> columnAt(place, excerpt.length()).whole())
            .map(place -> source.cell(line, source.cellAt(place)).strip())
            .findFirst();
  }

  /** Leaves to no other list the cells that a record has taken, if it is known which they are. */
  private void spend(Level level) {
    int line = level.lines.nextSetBit(0);
    if (level.lines.cardinality() == 1 && source.cells(line) > 1) {
      boolean isRowOfSeveral = !level.isFirst && filledCells(line) >= SURE_COLUMNS;
      for (Excerpt excerpt : level.taken) {
        Column column = columnIn(line, excerpt);
        if (column != null && column.whole()) {
          source.setCell(spent, line, column.cell());
          if (isRowOfSeveral) {
            source.setCell(spentInRows, line, column.cell());
          }
        }
      }
    }
  }

  private long filledCells(int line) {
    return IntStream.range(0, source.cells(line))
        .filter(cell -> !source.cell(line, cell).isBlank())
        .count();
  }

  /** Takes note that it is known where the columns of the records are. */
  void head() {
    if (isLine()) {
      levels.element().headed = true;
    }
  }

  /** Where an excerpt that begins with some bytes may begin. */
  List<Integer> beginnings(String beginning) {
    return source.beginnings(beginning).stream().filter(this::mayBeginAt).toList();
  }

  private boolean mayBeginAt(int place) {
    if (!isLine()) {
      return !spentInRows.get(place);
    }
    Level level = levels.element();
    if (spent.get(place) || !level.lines.get(source.lineAt(place))) {
      return false;
    }
    RecordRow above = rowAbove(source.lineAt(place));
    Column column = above == null ? null : columnOfNext(above);
    int cell = source.cellAt(place);
    return column == null
        ? above == null || !above.wholeCells().contains(cell)
        : column.cell() == cell && (!column.whole() || source.beginsCell(place));
  }

  /**
   * Whether the next excerpt is known to fill a cell of a row of some columns, and what is in that
   * is like what the record before has there, and not a dash alone.
   */
  boolean isFilled() {
    if (!isLine() || levels.element().lines.cardinality() != 1) {
      return false;
    }
    int line = levels.element().lines.nextSetBit(0);
    RecordRow above = rowAbove(line);
    Column column = above == null ? null : columnOfNext(above);
    return column != null
        && column.whole()
        && source.cells(line) >= SURE_COLUMNS
        && source.cell(line, column.cell()).codePoints().anyMatch(Character::isLetterOrDigit)
        && isAlike(above.line(), column.cell(), line, column.cell());
  }

  /** Whether an excerpt that begins at a place may have so many bytes. */
  boolean mayEnd(int place, int length) {
    RecordRow above = rowAbove(source.lineAt(place));
    Column column = above == null ? null : columnOfNext(above);
    return source.endsBefore(place + length)
        && (column == null || !column.whole() || source.endsCell(place + length));
  }

  /** The row of the record before as far as a line is one like it. */
  private @Nullable RecordRow rowAbove(int line) {
    RecordRow above = isLine() ? levels.element().above : null;
    if (above == null || source.isAligned(above.line(), line)) {
      return above;
    }
    return goesOnInPieces(above.line(), line)
        ? above.atEnds(source.cells(above.line()) - 1, source.cells(line) - 1)
        : null;
  }

  private @Nullable Column columnOfNext(RecordRow above) {
    return above.column(levels.element().taken.size());
  }

  /** Takes an excerpt; the next ones are in a line of it. */
  void take(List<Integer> places, int length, CopiedTokens tokens) {
    if (!isLine()) {
      return;
    }
    Level level = levels.element();
    List<Integer> ending = places.stream().filter(place -> mayEnd(place, length)).toList();
    level.taken.add(new Excerpt(ending, length, tokens));
    if (!ending.isEmpty()) {
      BitSet lines = new BitSet();
      ending.stream().map(source::lineAt).forEach(lines::set);
      level.lines = lines;
      last = lines;
    }
  }

  private BitSet nextLines() {
    BitSet next = new BitSet();
    last.stream().map(this::nextLine).filter(line -> line < source.lines()).forEach(next::set);
    return next;
  }

  /**
   * The line that follows. In a table it is the next row that has more than half of the cells, also
   * right behind the table; what is behind the last line if there is none.
   */
  private int nextLine(int line) {
    int next = line + 1;
    while (next < source.lines() && 2 * source.cells(next) <= source.cells(line)) {
      if (!source.isInBlockOf(line, next)) {
        return source.lines();
      }
      next++;
    }
    boolean skipped = next > line + 1 && next < source.lines();
    return skipped && !source.isInBlockOf(line, next) ? source.lines() : next;
  }

  private @Nullable RecordRow row(Level level) {
    int line = level.lines.nextSetBit(0);
    if (level.lines.cardinality() != 1 || source.cells(line) < 2) {
      return null;
    }
    List<@Nullable Column> columns = new ArrayList<>();
    for (int i = 0; i < level.taken.size(); i++) {
      columns.add(column(level, line, i));
    }
    return new RecordRow(line, columns);
  }

  /** The column of an excerpt; that of the record before for one that is empty. */
  private @Nullable Column column(Level level, int line, int which) {
    Excerpt excerpt = level.taken.get(which);
    RecordRow above = level.above;
    if (excerpt.length() == 0) {
      return above == null || !source.isAligned(above.line(), line) ? null : above.column(which);
    }
    return columnIn(line, excerpt);
  }

  /** The column of an excerpt in a line; null if there is more than one that it may be, or none. */
  private @Nullable Column columnIn(int line, Excerpt excerpt) {
    List<Column> found =
        excerpt.places().stream()
            .filter(place -> source.lineAt(place) == line)
            .map(place -> columnAt(place, excerpt.length()))
            .distinct()
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private Column columnAt(int place, int length) {
    boolean whole = source.beginsCell(place) && source.endsCell(place + length);
    return new Column(source.cellAt(place), whole);
  }
}
