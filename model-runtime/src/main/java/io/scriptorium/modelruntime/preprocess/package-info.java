/**
 * From pixels to the rows the vision tower eats: size, resampling, normalisation, patches. All
 * types are immutable and safe for use by many threads.
 */
@NullMarked
package io.scriptorium.modelruntime.preprocess;

import org.jspecify.annotations.NullMarked;
