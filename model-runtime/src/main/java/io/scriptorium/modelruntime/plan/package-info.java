/**
 * The index arithmetic of Qwen2.5-VL that needs no tensors: in which order patches are attended to,
 * which rows belong to a window, which rows a tile of attention covers, and which position every
 * token has. The graphs take these plans as inputs, so that one graph serves pages of any size.
 */
@NullMarked
package io.scriptorium.modelruntime.plan;

import org.jspecify.annotations.NullMarked;
