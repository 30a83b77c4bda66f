package io.scriptorium.htmlschema;

/**
 * Where a file breaks the published format.
 *
 * @param code stable, the name of a {@link ViolationCode}
 * @param place for example {@code page 2, block 3 (table)}
 * @param line counted from 1
 * @param column counted from 1
 * @param message one sentence for a person, without text of the document
 */
public record Violation(String code, String place, int line, int column, String message) {}
