package io.scriptorium.routes.cli;

import java.util.OptionalInt;

/**
 * What a user wants of the model; empty leaves it to the model.
 *
 * @param maxTokens tokens that the answer for a page may have
 * @param maxPixels pixels of a page that the model sees
 */
record PageSettings(OptionalInt maxTokens, OptionalInt maxPixels) {}
