/** Kinds of pages: letters, articles, tables, charts, formulas and mixtures of them. */
@NullMarked
package io.scriptorium.samples.synth.layout;

import org.jspecify.annotations.NullMarked;
