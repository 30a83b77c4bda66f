/** From prompt to text: prefill, cached decoding, sampling. */
@NullMarked
package io.scriptorium.modelruntime.generation;

import org.jspecify.annotations.NullMarked;
