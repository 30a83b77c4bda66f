/**
 * Qwen2.5-VL written in TensorFlow operations. {@link VisionGraph} and {@link TextGraph} read like
 * the technical report; {@link Net} holds the few layers that both are made of.
 */
@NullMarked
package io.scriptorium.modelruntime.graph;

import org.jspecify.annotations.NullMarked;
