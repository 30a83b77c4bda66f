package io.scriptorium.htmlschema.export;

import static io.scriptorium.htmlschema.export.Blocks.BOX;
import static io.scriptorium.htmlschema.export.Blocks.grid;
import static io.scriptorium.htmlschema.export.Blocks.list;
import static io.scriptorium.htmlschema.export.Blocks.page;
import static io.scriptorium.htmlschema.export.Blocks.paragraph;
import static io.scriptorium.htmlschema.export.Blocks.spanning;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.ChemicalFormula;
import io.scriptorium.htmlschema.CropLinks;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.MusicSheet;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.RandomPages;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @Test
  void writesASmallDocument() {
    Page first =
        page(
            new Heading(BOX, 2, "1. Tea_time"),
            paragraph("first line\n2) second"),
            list(false, "one", "two\nmore"),
            list(false, "other"),
            list(true, "first", "second"),
            new Table(BOX, grid("!item;sum", "tea|cup;2 * 3")),
            new Table(BOX, grid("a;b")));
    Page second =
        page(
            new Table(BOX, spanning()),
            new Formula(BOX, Formula.Kind.PRINTED, "a<b \\\\\n c"),
            new Formula(BOX, Formula.Kind.PRINTED, "a $ b"),
            new Image(BOX),
            new Caption(BOX, "Figure 1"),
            new MusicSheet(BOX, "X:1\nK:C\nCDE"),
            new ChemicalFormula(BOX, "C`C"));

    assertThat(Markdown.document(List.of(first, second), CropLinks.NONE))
        .isEqualTo(
            """
            <!-- page 1 -->

            ## 1\\. Tea\\_time

            first line\\
            2\\) second

            - one
            - two\\
              more

            * other

            1. first
            2. second

            | item | sum |
            | --- | --- |
            | tea\\|cup | 2 \\* 3 |

            |  |  |
            | --- | --- |
            | a | b |

            <!-- page 2 -->

            <table>
            <tr><th colspan="2">a &lt;b&gt;<br>c</th></tr>
            <tr><td>d</td><td>e &amp; f</td></tr>
            </table>

            $$a< b \\\\ c$$

            ```latex
            a $ b
            ```

            Figure 1

            ```abc
            X:1
            K:C
            CDE
            ```

            ```smiles
            C`C
            ```
            """);
  }

  @Test
  void linksThePicturesOfFigures() {
    CropLinks crops = new CropLinks(Set.of(new CropLinks.Place(1, 2)));

    assertThat(Markdown.document(List.of(page(paragraph("a"), new Image(BOX))), crops))
        .isEqualTo("<!-- page 1 -->\n\na\n\n![](crops/0001-002.png)\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a* _b_ `c` ~~d~~ **e**",
        "# a #",
        "> a",
        "- a",
        "+ a",
        "1. a",
        "12) a",
        "---",
        "***",
        "===",
        "a\n===",
        "a\n---",
        "| a | b |\n| --- | --- |",
        "a\n:-:",
        "[a](https://a.example)",
        "![a](b)",
        "[a]: https://a.example",
        "<script>alert(1)</script>",
        "<!-- a",
        "<https://a.example>",
        "&lt;b&gt; &#60; &copy",
        "$$x$$ and $y$",
        "```\ncode",
        "~~~\ncode",
        "[^1]: note",
        "- [ ] task",
        "a\\\nb\\",
        "\\"
      })
  void noTextBecomesMarkup(String text) {
    for (Block block :
        List.of(
            paragraph(text),
            new Heading(BOX, 3, text),
            list(true, text),
            new Caption(BOX, text),
            new Table(BOX, new Grid(List.of(List.of(new Cell(text, 1, 1, true))))))) {
      Node document = parse(page(block));

      assertThat(textOf(document)).isEqualTo(squeezed(ReadingText.of(block)));
      assertThat(kindsOf(document)).as("%s", block).isSubsetOf(harmlessKinds());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "x$$<b>",
        "a<!--",
        "<a>"
      })
  void noFormulaBecomesHtmlOrALink(String latex) {
    Node document = parse(page(new Formula(BOX, Formula.Kind.PRINTED, latex)));

    assertThat(kindsOf(document)).doesNotContain("Link", "HtmlInline", "LinkReferenceDefinition");
  }

  @Test
  void holdsTheTextOfEveryBlockInOrder() {
    for (long seed = 1; seed <= 500; seed++) {
      Page random = new RandomPages(seed).page();
      Page page =
          new Page(
              random.size(),
              random.blocks().stream().filter(block -> !(block instanceof Formula)).toList());

      Node document = parse(page);

      assertThat(textOf(document)).as("seed %d", seed).isEqualTo(squeezed(ReadingText.of(page)));
      assertThat(kindsOf(document)).as("seed %d", seed).isSubsetOf(harmlessKinds());
    }
  }

  private static Node parse(Page page) {
    return PARSER.parse(Markdown.document(List.of(page), CropLinks.NONE));
  }

  private static Set<String> harmlessKinds() {
    return Set.of(
        "Document",
        "Paragraph",
        "Heading",
        "BulletList",
        "OrderedList",
        "ListItem",
        "TableBlock",
        "TableHead",
        "TableBody",
        "TableRow",
        "TableCell",
        "FencedCodeBlock",
        "HtmlBlock",
        "HtmlInline",
        "HardLineBreak",
        "Text");
  }

  private static Set<String> kindsOf(Node document) {
    Set<String> kinds = new TreeSet<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          protected void visitChildren(Node parent) {
            kinds.add(parent.getClass().getSimpleName());
            super.visitChildren(parent);
          }

          @Override
          public void visit(Text text) {
            kinds.add("Text");
          }

          @Override
          public void visit(Code code) {
            kinds.add("Code");
          }

          @Override
          public void visit(HtmlInline html) {
            assertThat(html.getLiteral()).isEqualTo("<br>");
            kinds.add("HtmlInline");
          }

          @Override
          public void visit(HtmlBlock html) {
            assertThat(html.getLiteral()).matches("(?s)<!-- page \\d+ -->|<table>.*</table>");
            kinds.add("HtmlBlock");
          }

          @Override
          public void visit(SoftLineBreak line) {
            kinds.add("SoftLineBreak");
          }
        });
    return kinds;
  }

  /** All text, without any space. */
  private static String textOf(Node document) {
    StringBuilder out = new StringBuilder();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            out.append(text.getLiteral());
          }

          @Override
          public void visit(FencedCodeBlock code) {
            out.append(code.getLiteral());
          }

          @Override
          public void visit(HardLineBreak line) {
            out.append(' ');
          }

          @Override
          public void visit(HtmlBlock html) {
            out.append(
                html.getLiteral()
                    .replaceAll("<[^>]*>", " ")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&"));
          }
        });
    return squeezed(out.toString());
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
