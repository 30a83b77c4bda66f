/** Formulas: their parts, how they are set on a page, and how they are spelled in LaTeX. */
@NullMarked
package io.scriptorium.samples.synth.formula;

import org.jspecify.annotations.NullMarked;
