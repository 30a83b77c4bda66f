/**
 * Rendering in processes of its own: {@link io.scriptorium.renderer.pool.RenderPool} for the
 * caller, {@link io.scriptorium.renderer.pool.RenderChild} on the other side. What a document does
 * to memory and time, it does to a process that can be killed.
 */
@NullMarked
package io.scriptorium.renderer.pool;

import org.jspecify.annotations.NullMarked;
