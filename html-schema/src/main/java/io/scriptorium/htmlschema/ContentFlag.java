package io.scriptorium.htmlschema;

/**
 * Something about a block's notation that a reader downstream should know. Nothing was changed.
 *
 * @param code what it is
 * @param block counted from 1 on its page
 * @param message one sentence for a person, without text of the document
 */
public record ContentFlag(ContentCode code, int block, String message) {}
