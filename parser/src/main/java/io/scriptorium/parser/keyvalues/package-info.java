/** Key values: which are wanted of a document, and what a model's answers say they are. */
@NullMarked
package io.scriptorium.parser.keyvalues;

import org.jspecify.annotations.NullMarked;
