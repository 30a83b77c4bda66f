/** Figures: charts with their data, and pictures. */
@NullMarked
package io.scriptorium.samples.synth.figure;

import org.jspecify.annotations.NullMarked;
