package io.scriptorium.parser;

/**
 * A form of the result that could not be written; the others are there.
 *
 * @param code stable
 */
record ExportFailure(ExportFormat format, String code, String message) {}
