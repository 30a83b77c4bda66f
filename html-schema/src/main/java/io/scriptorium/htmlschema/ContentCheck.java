package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the LaTeX, ABC and SMILES of a page by the basics of their grammars. What fails is flagged
 * and stays as it is: the page shows whether the model or the check is wrong. Passing does not make
 * a formula fit for TeX from an unknown source, but a formula that is not flagged has balanced
 * braces and none but well-known commands. Time grows with the length of the notations. Safe for
 * use by several threads.
 */
public final class ContentCheck {
  /** Most characters of a notation that are looked at. */
  public static final int MAX_CHARACTERS = 1 << 16;

  private ContentCheck() {}

  /** What is wrong, the first fault of each block. */
  record Fault(ContentCode code, String message) {}

  /** The flags of a page in the order of its blocks, at most one a block. */
  public static List<ContentFlag> of(Page page) {
    List<ContentFlag> flags = new ArrayList<>();
    for (int i = 0; i < page.blocks().size(); i++) {
      int block = i + 1;
      fault(page.blocks().get(i))
          .ifPresent(fault -> flags.add(new ContentFlag(fault.code(), block, fault.message())));
    }
    return flags;
  }

  private static Optional<Fault> fault(Block block) {
    String notation = notation(block);
    if (notation.length() > MAX_CHARACTERS) {
      return Optional.of(
          new Fault(
              ContentCode.NOTATION_TOO_LONG,
              notation.length() + " characters are more than " + MAX_CHARACTERS));
    }
    if (block instanceof Formula) {
      return new LatexCheck(notation).fault();
    }
    if (block instanceof MusicSheet) {
      return AbcCheck.fault(notation).map(message -> new Fault(ContentCode.ABC_INVALID, message));
    }
    if (block instanceof ChemicalFormula) {
      return new SmilesCheck(notation)
          .fault()
          .map(message -> new Fault(ContentCode.SMILES_INVALID, message));
    }
    return Optional.empty();
  }

  private static String notation(Block block) {
    if (block instanceof Formula formula) {
      return formula.latex();
    }
    if (block instanceof MusicSheet music) {
      return music.abc();
    }
    return block instanceof ChemicalFormula chemical ? chemical.smiles() : "";
  }
}
