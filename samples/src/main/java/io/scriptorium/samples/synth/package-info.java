/** Draws documents by chance, each together with the exact truth about it, to train and measure. */
@NullMarked
package io.scriptorium.samples.synth;

import org.jspecify.annotations.NullMarked;
