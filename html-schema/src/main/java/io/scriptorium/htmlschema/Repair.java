package io.scriptorium.htmlschema;

/**
 * Something that the reader put right, or could not keep.
 *
 * @param code stable, for example {@code BOX_CLAMPED}
 * @param place where in the model's text, for example {@code block 3 (table)}
 * @param message one sentence for a person
 */
public record Repair(String code, String place, String message) {}
