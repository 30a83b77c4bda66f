/**
 * Qwen2.5-VL as a TensorFlow SavedModel: checkpoint, graph, preprocessing, tokenizer, generation.
 */
@NullMarked
package io.scriptorium.modelruntime;

import org.jspecify.annotations.NullMarked;
