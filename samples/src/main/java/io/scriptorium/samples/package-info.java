/** Draws the sample documents. */
@NullMarked
package io.scriptorium.samples;

import org.jspecify.annotations.NullMarked;
