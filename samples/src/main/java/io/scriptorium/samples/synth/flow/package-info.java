/** Pieces of a page, such as paragraphs and lists, that run down columns. */
@NullMarked
package io.scriptorium.samples.synth.flow;

import org.jspecify.annotations.NullMarked;
