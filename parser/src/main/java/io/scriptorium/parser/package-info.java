/** Joins renderer, model and format: a document becomes a result folder. */
@NullMarked
package io.scriptorium.parser;

import org.jspecify.annotations.NullMarked;
