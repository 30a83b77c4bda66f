package io.scriptorium.htmlschema;

/**
 * A drawn molecule or reaction.
 *
 * @param smiles the molecule as SMILES, verbatim
 */
public record ChemicalFormula(BoundingBox box, String smiles) implements Block {
  public ChemicalFormula {
    smiles = CleanText.verbatim(smiles);
  }
}
