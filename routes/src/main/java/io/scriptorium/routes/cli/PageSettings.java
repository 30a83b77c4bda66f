package io.scriptorium.routes.cli;

import io.scriptorium.renderer.PieceShape;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user wants of the model; empty leaves it to the model.
 *
 * @param maxTokens tokens that an answer may have
 * @param maxPixels pixels of a page that the model sees
 * @param pieces what pages are cut into
 * @param readings how often what the model is unsure of is read at most
 * @param keys whether it will be asked for key values
 */
record PageSettings(
    OptionalInt maxTokens,
    OptionalInt maxPixels,
    Optional<PieceShape> pieces,
    OptionalInt readings,
    boolean keys) {}
