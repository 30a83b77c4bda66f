package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "E = mc^2",
        "\\frac{1}{2} \\sqrt[3]{x_{i,j}} \\cdot \\left( \\alpha + \\beta \\right)",
        "\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}",
        "\\left. \\frac{\\partial f}{\\partial x} \\right|_{x=0}",
        "\\{ a \\mid b \\}",
        "100\\% % a remark with an open {",
        "$a + b$",
        "\\[ a \\]",
        "\\mathbb{R}^n \\to \\operatorname{Hom}(V, W)"
      })
  void takesFormulasOfUsualMathematics(String latex) {
    assertThat(flagsOf(formula(latex))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "\\frac{1}{2",
        "\\left( x",
        "x \\right)",
        "\\begin{matrix} x",
        "\\end{matrix}",
        "\\begin{matrix} { \\end{matrix} }",
        "$x",
        "x\\",
        "\\[ x \\)",
        "{\\left( x } \\right)"
      })
  void flagsFormulasThatDoNotMatchUp(String latex) {
    assertThat(flagsOf(formula(latex)))
        .extracting(ContentFlag::code)
        .containsExactly(ContentCode.LATEX_UNBALANCED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\input{/etc/passwd}",
        "\\write18{ls}",
        "\\newcommand{\\a}{\\a}\\a",
        "\\def\\a{\\a}",
        "\\href{javascript:alert(1)}{x}",
        "\\include{x}",
        "\\openin5=x",
        "\\catcode`\\%=12",
        "\\csname input\\endcsname",
        "\\usepackage{x}",
        "\\begin{document}x\\end{document}",
        "\\begin",
        "\\immediate",
        "\\loop",
        "\\url{x}",
        "\\includegraphics{x}"
      })
  void flagsCommandsThatAreNoMathematics(String latex) {
    assertThat(flagsOf(formula(latex)))
        .extracting(ContentFlag::code)
        .containsExactly(ContentCode.LATEX_COMMAND_UNKNOWN);
  }

  @Test
  void flagsGroupsThatAreNestedTooDeep() {
    String deep = "{".repeat(101) + "}".repeat(101);

    assertThat(flagsOf(formula(deep)))
        .containsExactly(
            new ContentFlag(
                ContentCode.LATEX_UNBALANCED,
                1,
                "groups are nested deeper than 100, at character 101"));
  }

  @Test
  void flagsWhatIsTooLongToBeChecked() {
    String latex = "x".repeat(ContentCheck.MAX_CHARACTERS + 1);

    assertThat(flagsOf(formula(latex)))
        .containsExactly(
            new ContentFlag(
                ContentCode.NOTATION_TOO_LONG, 1, "65537 characters are more than 65536"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X:1\nT:Scale\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|",
        "X:1\nK:Gm\n|: \"Gm\"G2 (3ABc !trill!d>e [GBd]/2 ^f=e _B, z | % remark\nw: la la\nG4 :|",
        "X:7\nK:D\n[K:G] {ga}b2 ~c' .d|]"
      })
  void takesMusicInAbc(String abc) {
    assertThat(flagsOf(new MusicSheet(Reading.BOX, abc))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "X:1, there is no key",
    "CDEF|, 'there is music before the key, in line 1'",
    "X:1\\nK:C, there is no line of music",
    "X:1\\nK:C\\nCD # 2, line 3 is no music",
    "X:1\\nK:C\\nC \"Am D, line 3 is no music"
  })
  void flagsWhatIsNoAbc(String abc, String message) {
    assertThat(flagsOf(new MusicSheet(Reading.BOX, abc.replace("\\n", "\n"))))
        .containsExactly(new ContentFlag(ContentCode.ABC_INVALID, 1, message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C",
        "CCO",
        "c1ccccc1",
        "CC(=O)Oc1ccccc1C(=O)O",
        "[Na+].[Cl-]",
        "C%12CCCCC%12",
        "N#N",
        "F/C=C\\F",
        "[13CH4]",
        "N[C@@H](C)C(=O)O",
        "CCO>>CC=O",
        "C1=CC=CC=C1",
        "[OH2:1]",
        "CC(C)(C)C",
        "C12C3C4C1C5C2C3C45"
      })
  void takesMoleculesInSmiles(String smiles) {
    assertThat(flagsOf(new ChemicalFormula(Reading.BOX, smiles))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', there is no atom",
    "C(C, a branch is not closed",
    "C1CC, a ring is not closed",
    "CC=, the end is not an atom",
    "C)C, character 2 does not fit",
    "C==C, character 3 does not fit",
    "C()C, character 3 does not fit",
    "(C)C, character 1 does not fit",
    "Hello, character 1 does not fit",
    "[C, character 1 does not fit",
    "C%1, character 2 does not fit",
    "C.., character 3 does not fit"
  })
  void flagsWhatIsNoSmiles(String smiles, String message) {
    assertThat(flagsOf(new ChemicalFormula(Reading.BOX, smiles)))
        .containsExactly(new ContentFlag(ContentCode.SMILES_INVALID, 1, message));
  }

  @Test
  void tellsWhichBlockItIsAndLeavesThePageAsItIs() {
    Block good = formula("x");
    Page page = new Page(Reading.SIZE, List.of(new Image(Reading.BOX), good, formula("{")));

    assertThat(ContentCheck.of(page))
        .containsExactly(
            new ContentFlag(
                ContentCode.LATEX_UNBALANCED,
                3,
                "the end comes before what was begun, at character 1"));
  }

  private static Formula formula(String latex) {
    return new Formula(Reading.BOX, Formula.Kind.PRINTED, latex);
  }

  private static List<ContentFlag> flagsOf(Block block) {
    return ContentCheck.of(new Page(Reading.SIZE, List.of(block)));
  }
}
