/**
 * QwenVL HTML: the document model, reading what a model emits, validating, and writing it
 * canonically.
 */
@NullMarked
package io.scriptorium.htmlschema;

import org.jspecify.annotations.NullMarked;
