/** Compares parse results with the truth and says how well the model reads. */
@NullMarked
package io.scriptorium.parser.evaluation;

import org.jspecify.annotations.NullMarked;
