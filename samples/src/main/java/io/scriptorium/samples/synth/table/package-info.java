/** Tables: what stands in them, how they look. */
@NullMarked
package io.scriptorium.samples.synth.table;

import org.jspecify.annotations.NullMarked;
