package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Sheet;

/** What a page is drawn with. */
public record Desk(Sheet sheet, PageStyle style, Dice dice, Words words, KeyValues values) {}
