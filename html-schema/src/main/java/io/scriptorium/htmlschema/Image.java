package io.scriptorium.htmlschema;

/** A picture without text of its own. */
public record Image(BoundingBox box) implements Block {}
