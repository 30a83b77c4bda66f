package io.scriptorium.renderer;

/**
 * A word in its place on a page.
 *
 * @param text the word, with the space that follows it on its line
 * @param x where it begins, in pixels
 * @param baseline on which it stands, in pixels from the top
 * @param size of its type, in pixels
 * @param width in pixels
 */
record FittedWord(String text, double x, double baseline, double size, double width) {}
