/**
 * Text to token ids and back, and prompts as token ids. Text from outside never becomes a control
 * token.
 */
@NullMarked
package io.scriptorium.modelruntime.tokenizer;

import org.jspecify.annotations.NullMarked;
