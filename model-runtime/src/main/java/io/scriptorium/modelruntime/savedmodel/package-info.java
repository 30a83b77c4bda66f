/**
 * The model on disk as a TensorFlow SavedModel: converting a checkpoint, the manifest that vouches
 * for every file, and what is checked before a graph is allowed to run.
 */
@NullMarked
package io.scriptorium.modelruntime.savedmodel;

import org.jspecify.annotations.NullMarked;
