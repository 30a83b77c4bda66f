package io.scriptorium.htmlschema;

/**
 * A drawn molecule or reaction.
 *
 * @param smiles the molecule as SMILES, verbatim
 */
public record ChemicalFormula(BoundingBox box, String smiles, Marks marks) implements Block {
  public ChemicalFormula {
    smiles = CleanText.verbatim(smiles);
  }

  public ChemicalFormula(BoundingBox box, String smiles) {
    this(box, smiles, Marks.NONE);
  }

  @Override
  public ChemicalFormula with(Marks newMarks) {
    return new ChemicalFormula(box, smiles, newMarks);
  }
}
