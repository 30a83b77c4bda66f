/**
 * Checkpoints as they are published: config.json and safetensors files, read without trusting them,
 * and random ones of any size for tests and measurements.
 */
@NullMarked
package io.scriptorium.modelruntime.checkpoint;

import org.jspecify.annotations.NullMarked;
