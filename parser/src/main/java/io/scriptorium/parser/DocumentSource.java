package io.scriptorium.parser;

import java.nio.file.Path;

/**
 * A document to parse.
 *
 * @param file where its bytes are
 * @param label what people call it, from outside and therefore never used as a path
 */
public record DocumentSource(Path file, String label) {}
