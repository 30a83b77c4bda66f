package io.scriptorium.htmlschema;

/** A table. */
public record Table(BoundingBox box, Grid grid) implements Block {}
