/** Compares this implementation with answers that the reference implementation gave. */
@NullMarked
package io.scriptorium.modelruntime.verify;

import org.jspecify.annotations.NullMarked;
