package io.scriptorium.htmlschema;

/**
 * A chart.
 *
 * @param data what can be read off it; {@link Grid#EMPTY} if nothing was
 */
public record Chart(BoundingBox box, Grid data) implements Block {}
