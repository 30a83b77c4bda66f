"""Dense truth: which character stands where.

A patch of 14 pixels is cut into a grid of 2 rows and 4 columns; a slot holds the character whose centre falls
into it. Other than "the first and the second character of the patch", a slot does not change its meaning
when a neighbour moves over the patch's edge, and text of 9 pixels still fits.
"""

from __future__ import annotations

import numpy

from .shape import CELL, PATCH

SLOT_ROWS, SLOT_COLUMNS = 2, 4
SLOTS = SLOT_ROWS * SLOT_COLUMNS

CHARACTERS = (
    [chr(c) for c in range(0x21, 0x7F)] + [chr(c) for c in range(0xA1, 0x100)]
    + list("ŒœŸŠšŽž€–—‘’‚“”„†‡•…‰‹›™−×√∑∫∏∞≈≠≤≥∂∇±☐☑☒✓→←ﬁﬂ")
    + [chr(c) for c in range(0x391, 0x3CA) if c != 0x3A2])
CLASS = {c: i for i, c in enumerate(dict.fromkeys([*CHARACTERS, " "]), 1)}
OTHER = len(CLASS) + 1
CLASSES = OTHER + 1
EDGES = CELL + 1


def visible(glyphs: numpy.ndarray) -> numpy.ndarray:
    """Glyphs without spaces."""
    codes = glyphs["code"]
    return glyphs[(codes > 0x20) & (codes != 0xA0) & ~((codes >= 0x2000) & (codes <= 0x200B)) & (codes != 0x202F)]


def slots(glyphs: numpy.ndarray, height: int, width: int) -> numpy.ndarray:
    """(rows, columns, slots) of character classes; glyphs whose centre is outside the picture are left out.

    Of two in one slot the later one stays.
    """
    rows, columns = height // PATCH, width // PATCH
    grid = numpy.zeros((rows * SLOT_ROWS, columns * SLOT_COLUMNS), numpy.int16)
    box = glyphs["box"]
    y = ((box[:, 1] + box[:, 3]) * (0.5 * SLOT_ROWS / PATCH)).astype(int)
    x = ((box[:, 0] + box[:, 2]) * (0.5 * SLOT_COLUMNS / PATCH)).astype(int)
    classes = numpy.array([CLASS.get(chr(c), OTHER) for c in glyphs["code"]], numpy.int16)
    inside = (y >= 0) & (y < grid.shape[0]) & (x >= 0) & (x < grid.shape[1])
    grid[y[inside], x[inside]] = classes[inside]
    return grid.reshape(rows, SLOT_ROWS, columns, SLOT_COLUMNS).transpose(0, 2, 1, 3).reshape(rows, columns, SLOTS)


def places(glyphs: numpy.ndarray, height: int, width: int) -> numpy.ndarray:
    """(glyphs + 1, 2) in which cell each has its centre and in which of the cell's slots, as `heads.CellTable` counts
    them; the last row stands for no glyph and holds -1."""
    rows, columns = height // CELL * 2 * SLOT_ROWS, width // CELL * 2 * SLOT_COLUMNS
    box = glyphs["box"]
    y = ((box[:, 1] + box[:, 3]) * (0.5 * SLOT_ROWS / PATCH)).astype(int).clip(0, rows - 1)
    x = ((box[:, 0] + box[:, 2]) * (0.5 * SLOT_COLUMNS / PATCH)).astype(int).clip(0, columns - 1)
    cell = y // (2 * SLOT_ROWS) * (width // CELL) + x // (2 * SLOT_COLUMNS)
    patch = y // SLOT_ROWS % 2 * 2 + x // SLOT_COLUMNS % 2
    slot = patch * SLOTS + y % SLOT_ROWS * SLOT_COLUMNS + x % SLOT_COLUMNS
    return numpy.append(numpy.stack([cell, slot], 1), [[-1, -1]], 0)


def edges(glyphs: numpy.ndarray, height: int, width: int) -> numpy.ndarray:
    """(cell rows, cell columns, 4): left, top, right, bottom of the glyphs in each cell of 28 pixels, clipped
    to it, as 1..28; 0 where no glyph has its centre. From these the layouts' boxes can be told."""
    rows, columns = height // CELL, width // CELL
    box = glyphs["box"]
    y = ((box[:, 1] + box[:, 3]) / (2 * CELL)).astype(int)
    x = ((box[:, 0] + box[:, 2]) / (2 * CELL)).astype(int)
    inside = (y >= 0) & (y < rows) & (x >= 0) & (x < columns)
    y, x, box = y[inside], x[inside], box[inside]
    low = numpy.full((rows, columns, 2), CELL, numpy.float32)
    high = numpy.zeros((rows, columns, 2), numpy.float32)
    corner = numpy.stack([x, y], 1) * CELL
    numpy.minimum.at(low, (y, x), box[:, :2] - corner)
    numpy.maximum.at(high, (y, x), box[:, 2:] - corner)
    out = numpy.concatenate([low, high], -1).round().clip(0, CELL - 1).astype(numpy.int16) + 1
    filled = numpy.zeros((rows, columns), bool)
    filled[y, x] = True
    return out * filled[..., None]
