package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Repair;
import io.scriptorium.htmlschema.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceJoinerTest {
  private static final PageSize PAGE = new PageSize(1000, 1400);
  private static final PageSize PIECE = new PageSize(400, 200);
  private static final BoundingBox BOX = new BoundingBox(10, 20, 300, 120);

  @Test
  void putsBlocksWhereTheirPiecesLie() {
    Page page =
        join(piece(100, 50, false, paragraph("One")), piece(500, 300, false, paragraph("Two")));

    assertThat(page.size()).isEqualTo(PAGE);
    assertThat(page.blocks())
        .containsExactly(
            new Paragraph(new BoundingBox(110, 70, 400, 170), "One"),
            new Paragraph(new BoundingBox(510, 320, 800, 420), "Two"));
  }

  @Test
  void keepsBoxesOnThePageWherePiecesReachOutside() {
    Page page =
        join(
            piece(-50, -90, false, paragraph("One")),
            piece(900, 1300, false, paragraph("Two")),
            piece(2000, 3000, false, paragraph("Three")));

    assertThat(page.blocks())
        .extracting(Block::box)
        .containsExactly(
            new BoundingBox(0, 0, 250, 30),
            new BoundingBox(910, 1320, 1000, 1400),
            new BoundingBox(999, 1399, 1000, 1400));
  }

  @Test
  void laysBoxesAroundLinesThatAreAskewOnThePage() {
    PageReading level = new PageReading(new Page(PIECE, List.of(paragraph("One"))), List.of());

    Page page =
        PieceJoiner.join(PAGE, List.of(new ReadPiece(level, 0, 600, 0.02, false, List.of())))
            .page();

    // 490 and 200 pixels left of the middle, lines lie 10 and 4 higher; 90 above it, 2 to the
    // right.
    assertThat(page.blocks().get(0).box()).isEqualTo(new BoundingBox(10, 610, 302, 716));
  }

  @Test
  void joinsAParagraphThatWasCut() {
    Page page =
        join(
            piece(0, 0, false, paragraph("Heading"), paragraph("Nothing was re-")),
            piece(5, 200, true, paragraph("ported of"), paragraph("it.")));

    assertThat(page.blocks())
        .containsExactly(
            new Paragraph(BOX, "Heading"),
            new Paragraph(new BoundingBox(10, 20, 305, 320), "Nothing was reported of"),
            new Paragraph(new BoundingBox(15, 220, 305, 320), "it."));
  }

  @Test
  void leavesApartFieldsOfWhichOneStandsFartherToTheLeft() {
    Page page =
        join(piece(400, 0, false, paragraph("City")), piece(0, 200, true, paragraph("Name")));

    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void putsASpaceBetweenTheLines() {
    Page page = join(piece(0, 0, false, paragraph("one")), piece(0, 200, true, paragraph("two")));

    assertThat(texts(page)).containsExactly("one two");
  }

  private static List<String> texts(Page page) {
    return page.blocks().stream().map(block -> ((Paragraph) block).text()).toList();
  }

  @Test
  void leavesApartWhatIsOnlyBelowEachOther() {
    Page page = join(piece(0, 0, false, paragraph("one")), piece(0, 200, false, paragraph("two")));

    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void joinsASentenceThatGoesOnInTheNextLine() {
    Paragraph below = new Paragraph(new BoundingBox(10, 130, 300, 180), "goes on. And ends.");

    assertThat(texts(join(piece(0, 0, false, paragraph("It"), below))))
        .containsExactly("It goes on. And ends.");
    assertThat(
            texts(
                join(piece(0, 0, false, paragraph("It")), piece(0, 110, false, paragraph("is.")))))
        .containsExactly("It is.");
  }

  @Test
  void leavesApartSentencesThatEndOrBeginOrStandFartherBelow() {
    Paragraph below = new Paragraph(new BoundingBox(10, 130, 300, 180), "goes on.");
    Paragraph name = new Paragraph(new BoundingBox(10, 130, 300, 180), "Ann");
    Paragraph lower = new Paragraph(new BoundingBox(10, 150, 300, 200), "goes on.");

    assertThat(texts(join(piece(0, 0, false, paragraph("It ended."), below)))).hasSize(2);
    assertThat(texts(join(piece(0, 0, false, paragraph("Dear"), name)))).hasSize(2);
    assertThat(texts(join(piece(0, 0, false, paragraph("It"), lower)))).hasSize(2);
  }

  @Test
  void joinsTheRowsOfATableThatHasAsManyColumns() {
    Page page =
        join(
            piece(0, 0, false, table("!Day|Wind", "1|W 3")),
            piece(0, 200, true, table("2|W 2", "3|SW 2")),
            piece(0, 400, true, table("4|SW 2|rain")));

    assertThat(page.blocks())
        .containsExactly(
            new Table(
                new BoundingBox(10, 20, 300, 320),
                Paper.grid("!Day|Wind", "1|W 3", "2|W 2", "3|SW 2")),
            new Table(new BoundingBox(10, 420, 300, 520), Paper.grid("4|SW 2|rain")));
  }

  @Test
  void joinsTheRowsOfATableThatHasAsMuchRoomBetweenItsRows() {
    Page page =
        join(
            piece(0, 0, false, table("!Day|Wind", "1|W 3")),
            piece(0, 130, false, table("2|W 2", "3|SW 2")),
            piece(0, 290, false, table("4|SW 2", "5|SW 3")));

    assertThat(page.blocks())
        .containsExactly(
            new Table(
                new BoundingBox(10, 20, 300, 250),
                Paper.grid("!Day|Wind", "1|W 3", "2|W 2", "3|SW 2")),
            new Table(new BoundingBox(10, 310, 300, 410), Paper.grid("4|SW 2", "5|SW 3")));
  }

  @Test
  void leavesApartATableWithHeadsOfItsOwn() {
    Page page =
        join(
            piece(0, 0, false, table("!Day|Wind", "1|W 3")),
            piece(0, 130, false, table("!Town|Rain", "Lund|3 mm")));

    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void fillsUpTheRowsOfAPartThatTouchesOneWithMoreColumns() {
    Page page =
        join(
            piece(0, 0, false, table("0|W 1", "1|W 3")),
            piece(0, 105, false, table("2|W 2|rain", "3|SW 2|")));

    assertThat(page.blocks())
        .containsExactly(
            new Table(
                new BoundingBox(10, 20, 300, 225),
                Paper.grid("0|W 1|", "1|W 3|", "2|W 2|rain", "3|SW 2|")));
  }

  @Test
  void fillsUpHeadsWithHeads() {
    Page page =
        join(
            piece(0, 0, false, table("!Day|Wind", "1|W 3")),
            piece(0, 105, false, table("2|W 2|rain")));

    assertThat(((Table) page.blocks().get(0)).grid().rows().get(0))
        .hasSize(3)
        .allMatch(Cell::header);
  }

  @Test
  void measuresWhatIsBetweenTablesOnTheLevelledPage() {
    Page page =
        join(
            askew(0, 600, table("1|W 3", "2|W 2")),
            askew(0, 710, table("3|W 2|rain", "4|W 3|")),
            askew(0, 830, table("5|W 2", "6|W 3")));

    // On the page each box is 10 pixels higher, so nothing seems to be between them.
    assertThat(page.blocks()).hasSize(2);
  }

  private static ReadPiece askew(int left, int top, Block block) {
    PageReading reading = new PageReading(new Page(PIECE, List.of(block)), List.of());
    return new ReadPiece(reading, left, top, 0.035, false, List.of());
  }

  @Test
  void leavesApartATableThatStandsFartherToTheRight() {
    Page page =
        join(
            piece(0, 0, false, table("!Day|Wind", "1|W 3")),
            piece(60, 105, false, table("2|W 2", "3|SW 2")));

    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void joinsWiderRowsWhoseLinesGoOnThoughSomeColumnsWereMissed() {
    Page page =
        join(
            piece(0, lines(20, 60, 100), table("!Day|Sky|mm", "1|rain|4.2", "2|fog|0.5")),
            piece(120, lines(20, 60), table("3|1.7", "4|2.3")));

    assertThat(page.blocks())
        .containsExactly(
            new Table(
                new BoundingBox(10, 20, 300, 240),
                Paper.grid("!Day|Sky|mm", "1|rain|4.2", "2|fog|0.5", "3||1.7", "4||2.3")));
  }

  @Test
  void leavesApartATableFartherBelowThanLinesAreFromEachOther() {
    Page page =
        join(
            piece(0, lines(20, 60, 100), table("1|rain|4.2", "2|fog|0.5", "3|sun|")),
            piece(140, lines(20, 60), table("4|1.7", "5|2.3")));

    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void leavesApartATableOfWhichNoLinesAreSeenAmidItsGrid() {
    Page page =
        join(
            piece(0, lines(20), table("1|rain|4.2", "2|fog|0.5", "3|sun|")),
            piece(120, lines(20, 60), table("4|1.7", "5|2.3")));

    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void takesForARowWhatWasReadAsHeadsAmidATable() {
    Page page =
        join(
            piece(0, lines(20, 60, 100), table("!Day|Sky", "1|rain", "2|fog")),
            piece(120, lines(20, 60), table("!3|sun", "4|hail")));

    assertThat(page.blocks())
        .extracting(block -> ((Table) block).grid())
        .containsExactly(Paper.grid("!Day|Sky", "1|rain", "2|fog", "3|sun", "4|hail"));
  }

  @Test
  void leavesApartATableWithOtherHeadsOrAnotherWidthThoughItIsClose() {
    Table narrow =
        new Table(new BoundingBox(100, 20, 300, 80), Paper.grid("!Town|Sky", "Lund|sun"));

    Table lacking =
        new Table(
            BOX,
            new Grid(
                List.of(
                    List.of(
                        new Cell("Town", 1, 1, true),
                        new Cell("Sky", 1, 1, true),
                        new Cell("", 1, 1, false)))));
    for (Table other : List.of(table("!Town|Sky|mm", "Lund|sun|1"), narrow, lacking)) {
      Page page =
          join(
              piece(0, lines(20, 60, 100), table("!Day|Sky", "1|rain", "2|fog")),
              piece(120, lines(20, 60), other));

      assertThat(page.blocks()).hasSize(2);
    }
  }

  @Test
  void letsTheLabelsOfSumsGoOverTheColumnsBeforeThem() {
    Table sums = new Table(new BoundingBox(140, 20, 300, 80), Paper.grid("Net|2.5", "Total|3"));

    Page page =
        join(
            piece(0, lines(20, 60, 100), table("!Day|Sky|mm", "1|rain|2", "2|fog|0.5")),
            piece(120, lines(20, 60), sums));

    assertThat(page.blocks()).hasSize(1);
    assertThat(((Table) page.blocks().get(0)).grid().rows().subList(3, 5))
        .extracting(row -> row.get(0))
        .containsExactly(new Cell("Net", 2, 1, false), new Cell("Total", 2, 1, false));
  }

  @Test
  void joinsATableWithoutRowsToWhatIsBelowIt() {
    Page page =
        join(
            piece(0, lines(20, 60, 100), new Table(BOX, Grid.EMPTY)),
            piece(120, lines(20, 60), table("1|rain", "2|fog")));

    assertThat(page.blocks())
        .extracting(block -> ((Table) block).grid())
        .containsExactly(Paper.grid("1|rain", "2|fog"));
  }

  @Test
  void joinsTwoTablesOfOnePieceOnlyIfTheLinesGoOn() {
    Table upper = table("!Day|Sky", "1|rain");
    Table lower = new Table(new BoundingBox(10, 140, 300, 200), Paper.grid("2|fog", "3|sun"));

    assertThat(join(piece(0, lines(20, 60, 140, 180), upper, lower)).blocks()).hasSize(2);
    assertThat(join(piece(0, lines(20, 60, 100, 140, 180), upper, lower)).blocks()).hasSize(1);
  }

  @Test
  void joinsTheItemsOfAListOfOneKind() {
    Page page =
        join(
            piece(0, 0, false, list(true, "one")),
            piece(0, 200, true, list(true, "two")),
            piece(0, 400, true, list(false, "three")));

    assertThat(page.blocks()).hasSize(2);
    assertThat(((ListBlock) page.blocks().get(0)).items())
        .extracting(ListItem::text)
        .containsExactly("one", "two");
  }

  @Test
  void joinsTheItemsOfAListThatBeginOneBelowTheOther() {
    Page page =
        join(
            piece(0, 0, false, list(false, "one")),
            piece(0, 180, false, list(false, "two")),
            piece(60, 340, false, list(false, "inner")),
            piece(60, 620, false, list(false, "far")),
            piece(500, 740, true, list(false, "beside")));

    assertThat(page.blocks()).hasSize(4);
    assertThat(((ListBlock) page.blocks().get(0)).items())
        .extracting(ListItem::text)
        .containsExactly("one", "two");
  }

  @Test
  void joinsTheLinesOfAHeading() {
    Page page = headings("1 Nails and", 110, "how to sell them");

    assertThat(page.blocks())
        .containsExactly(
            new Heading(new BoundingBox(10, 20, 300, 230), 2, "1 Nails and how to sell them"));
  }

  @Test
  void leavesApartHeadingsThatFollowEachOther() {
    assertThat(headings("1 Nails", 110, "1.1 Iron").blocks()).hasSize(2);
    assertThat(headings("I. Nails", 110, "II. Iron").blocks()).hasSize(2);
    assertThat(headings("Nails.", 110, "Iron").blocks()).as("which end").hasSize(2);
    assertThat(headings("Nails", 110, 3, "Iron").blocks()).as("of another level").hasSize(2);
    assertThat(headings("Nails", 150, "Iron").blocks()).as("with more between them").hasSize(2);
  }

  @Test
  void joinsTheLinesOfACaption() {
    Caption begun = new Caption(BOX, "Figure 8: New fountains of");

    Page page = join(piece(0, 0, false, begun), piece(0, 0, true, below("the town", 112)));

    assertThat(page.blocks())
        .containsExactly(
            new Caption(new BoundingBox(10, 20, 300, 150), "Figure 8: New fountains of the town"));
  }

  @Test
  void leavesApartACaptionAndTheNextSentence() {
    Caption ended = new Caption(BOX, "Figure 8: New fountains.");
    Caption begun = new Caption(BOX, "Figure 8: New fountains");

    assertThat(join(piece(0, 0, false, ended, below("the town", 112))).blocks()).hasSize(2);
    assertThat(join(piece(0, 0, false, begun), piece(0, 0, true, below("The town", 112))).blocks())
        .hasSize(2);
    assertThat(join(piece(0, 0, false, begun, below("the town", 145))).blocks())
        .as("with more white between them")
        .hasSize(2);
  }

  @Test
  void joinsTheCentredLinesOfASentence() {
    Page page = join(piece(0, 0, false, paragraph("Table 8: what was")), centred("sold there"));

    assertThat(texts(page)).containsExactly("Table 8: what was sold there");
    assertThat(join(piece(0, 0, false, paragraph("Table 8: sold")), centred("There")).blocks())
        .as("which begins with a capital")
        .hasSize(2);
  }

  private static Paragraph below(String text, int top) {
    return new Paragraph(new BoundingBox(60, top, 250, top + 38), text);
  }

  private static ReadPiece centred(String text) {
    return piece(0, 0, false, below(text, 125));
  }

  @Test
  void joinsTheLinesOfAnItem() {
    Page page =
        join(
            piece(0, 0, false, list(false, "one and a bro-")),
            piece(30, 180, true, paragraph("ken word."), list(false, "two")));

    assertThat(page.blocks()).hasSize(1);
    ListBlock list = (ListBlock) page.blocks().get(0);
    assertThat(list.items())
        .extracting(ListItem::text)
        .containsExactly("one and a broken word.", "two");
    assertThat(list.items().get(0).box())
        .isEqualTo(new BoundingBox(BOX.x1(), BOX.y1(), BOX.x2() + 30, BOX.y2() + 180));
  }

  @Test
  void joinsTheIndentedLineOfAnItemAlsoWhereItSeemsToBeginAnew() {
    ReadPiece list = piece(0, 0, false, item("one is"));

    assertThat(join(list, piece(0, 0, false, restOfItem(20, "a nail"))).blocks()).hasSize(1);
    assertThat(join(list, piece(0, 0, false, restOfItem(20, "A nail"))).blocks())
        .as("which begins with a capital")
        .hasSize(2);
  }

  @Test
  void joinsTheNextItemsOfAListThatWereReadAsTexts() {
    ListBlock first = orderedItem(20, "one");
    ListBlock last = orderedItem(110, "four");
    Block second = new Heading(new BoundingBox(10, 50, 200, 70), 2, "2. two");
    Block third = new Paragraph(new BoundingBox(10, 80, 200, 100), "c) three");

    Page page = join(piece(0, 0, false, first, second, third, last));

    assertThat(page.blocks()).hasSize(1);
    assertThat(((ListBlock) page.blocks().get(0)).items())
        .extracting(ListItem::text)
        .containsExactly("one", "two", "three", "four");
  }

  @Test
  void leavesApartTextsBelowAListThatAreNoNextItem() {
    ListBlock list = orderedItem(20, "one");

    assertThat(join(piece(0, 0, false, list, below(50, "3. three"))).blocks())
        .as("with another number")
        .hasSize(2);
    assertThat(join(piece(0, 0, false, list, below(90, "2. two"))).blocks())
        .as("with much white between them")
        .hasSize(2);
    Block heading = new Heading(new BoundingBox(10, 50, 200, 80), 2, "2. two");
    assertThat(join(piece(0, 0, false, list, heading)).blocks()).as("in larger type").hasSize(2);
    ListBlock plain = new ListBlock(list.box(), false, list.items());
    assertThat(join(piece(0, 0, false, plain, below(50, "2. two"))).blocks())
        .as("of items without numbers")
        .hasSize(2);
  }

  private static ListBlock orderedItem(int top, String text) {
    BoundingBox box = new BoundingBox(10, top, 300, top + 20);
    return new ListBlock(box, true, List.of(new ListItem(box, text)));
  }

  private static Paragraph below(int top, String text) {
    return new Paragraph(new BoundingBox(10, top, 200, top + 20), text);
  }

  @Test
  void leavesApartAParagraphBelowAList() {
    ReadPiece list = piece(0, 0, false, item("One."));

    assertThat(join(list, piece(0, 0, true, restOfItem(20, "is a nail"))).blocks())
        .as("but for what goes on")
        .hasSize(1);
    assertThat(join(list, piece(0, 0, true, restOfItem(20, "Two."))).blocks())
        .as("that begins another sentence")
        .hasSize(2);
    assertThat(
            join(piece(0, 0, false, item("One")), piece(0, 0, true, restOfItem(90, "Two")))
                .blocks())
        .as("that stands much farther right")
        .hasSize(2);
    assertThat(join(list, piece(0, 0, false, restOfItem(20, "Two."))).blocks())
        .as("that begins anew")
        .hasSize(2);
  }

  @Test
  void leavesApartAListThatStandsFartherRightThanTheOneBefore() {
    ListBlock inner =
        new ListBlock(
            new BoundingBox(70, 70, 200, 90),
            false,
            List.of(new ListItem(new BoundingBox(70, 70, 200, 90), "a")));

    Page page =
        join(
            piece(0, 0, false, item("one is")), piece(0, 0, true, restOfItem(20, "a nail"), inner));

    assertThat(page.blocks()).hasSize(2);
  }

  private static ListBlock item(String text) {
    BoundingBox box = new BoundingBox(10, 20, 300, 40);
    return new ListBlock(box, false, List.of(new ListItem(box, text)));
  }

  private static Paragraph restOfItem(int indent, String text) {
    return new Paragraph(new BoundingBox(10 + indent, 45, 250, 65), text);
  }

  @Test
  void goesOnWithNothingWhereThePieceBeforeWasEmpty() {
    Page page = join(piece(0, 0, false), piece(0, 200, true, paragraph("two")));

    assertThat(page.blocks()).hasSize(1);
  }

  @Test
  void takesTheMeanConfidenceByLength() {
    Paragraph sure = paragraph("four").with(Marks.NONE.withConfidence(1));
    Paragraph unsure = paragraph("4444").with(Marks.NONE.withConfidence(0.25));

    Page page = join(piece(0, 0, false, sure), piece(0, 200, true, unsure));

    assertThat(page.blocks().get(0).marks().confidence()).hasValue(0.5);
  }

  @Test
  void tellsInWhichPieceSomethingWasPutRight() {
    PageReading odd =
        new PageReading(
            new Page(PIECE, List.of()), List.of(new Repair("BOX_CLAMPED", "block 1", "x2")));

    PageReading joined =
        PieceJoiner.join(
            PAGE,
            List.of(
                piece(0, 0, false, paragraph("one")),
                new ReadPiece(odd, 0, 200, 0, false, List.of())));

    assertThat(joined.repairs())
        .containsExactly(new Repair("BOX_CLAMPED", "piece 2, block 1", "x2"));
  }

  private static Page join(ReadPiece... pieces) {
    return PieceJoiner.join(PAGE, List.of(pieces)).page();
  }

  private static ReadPiece piece(int left, int top, boolean goesOn, Block... blocks) {
    PageReading reading = new PageReading(new Page(PIECE, List.of(blocks)), List.of());
    return new ReadPiece(reading, left, top, 0, goesOn, List.of());
  }

  /** A piece with lines of type 20 pixels high. */
  private static ReadPiece piece(int top, List<BoundingBox> lines, Block... blocks) {
    PageReading reading = new PageReading(new Page(PIECE, List.of(blocks)), List.of());
    return new ReadPiece(reading, 0, top, 0, false, lines);
  }

  private static List<BoundingBox> lines(int... tops) {
    return Arrays.stream(tops)
        .mapToObj(top -> new BoundingBox(BOX.x1(), top, BOX.x2(), top + 20))
        .toList();
  }

  private static Paragraph paragraph(String text) {
    return new Paragraph(BOX, text);
  }

  private static Table table(String... rows) {
    return new Table(BOX, Paper.grid(rows));
  }

  private static Page headings(String upper, int down, String lower) {
    return headings(upper, down, 2, lower);
  }

  private static Page headings(String upper, int down, int level, String lower) {
    return join(
        piece(0, 0, false, new Heading(BOX, 2, upper)),
        piece(0, down, false, new Heading(BOX, level, lower)));
  }

  private static ListBlock list(boolean ordered, String item) {
    return new ListBlock(BOX, ordered, List.of(new ListItem(BOX, item)));
  }
}
