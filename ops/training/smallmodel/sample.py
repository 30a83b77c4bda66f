"""From a page and a question to the numbers a model learns from."""

from __future__ import annotations

import dataclasses
import math

import numpy
from PIL import Image
from tokenizers import Tokenizer

from . import glyphs as dense
from . import pointers, tasks
from .shape import CELL, MAX_PIXELS, MIN_PIXELS, PATCH, WINDOW
from .stream import Page

MARKUP, BOX, TEXT = 0, 1, 2
UNITS = WINDOW // CELL


def smart_resize(height: int, width: int) -> tuple[int, int]:
    """Size of the picture that the model sees, as the reference's image processor chooses it."""
    h, w = round(height / CELL) * CELL, round(width / CELL) * CELL
    if h * w > MAX_PIXELS:
        beta = math.sqrt(height * width / MAX_PIXELS)
        h = max(CELL, math.floor(height / beta / CELL) * CELL)
        w = max(CELL, math.floor(width / beta / CELL) * CELL)
    elif h * w < MIN_PIXELS:
        beta = math.sqrt(MIN_PIXELS / (height * width))
        h, w = math.ceil(height * beta / CELL) * CELL, math.ceil(width * beta / CELL) * CELL
    return h, w


def window_order(rows: int, columns: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Cells of a page (rows x columns) window by window, and how many patches each window has."""
    index = numpy.arange(rows * columns).reshape(rows, columns)
    tiles = [index[y:y + UNITS, x:x + UNITS].ravel()
             for y in range(0, rows, UNITS) for x in range(0, columns, UNITS)]
    return numpy.concatenate(tiles), numpy.array([4 * len(t) for t in tiles])


@dataclasses.dataclass
class Picture:
    """A page's picture in patches; see `Batch` for the meaning of the arrays. html: the truth in its pixels."""

    height: int
    width: int
    pixels: numpy.ndarray
    patch_at: numpy.ndarray
    cell_order: numpy.ndarray
    windows: numpy.ndarray
    glyphs: numpy.ndarray
    edges: numpy.ndarray
    html: str
    shown: numpy.ndarray
    """(characters of html, 2) cell of the glyph that each of them shows and the slot in it, -1 for none"""


@dataclasses.dataclass
class Sample:
    """One question about one picture.

    ids: prompt, cells, and the answer with its end token
    kinds: of each token of the answer, what it is
    shown: (answer, 3) row in ids of the cell that each token shows, slot in that cell, and row of the cell that the token
        before shows; -1 for none
    """

    picture: Picture
    ids: numpy.ndarray
    positions: numpy.ndarray
    cells_at: int
    answer_at: int
    kinds: numpy.ndarray
    shown: numpy.ndarray
    question: tasks.Question


def by_patch(grid: numpy.ndarray) -> numpy.ndarray:
    """(rows, columns, ...) per patch as (cells, 4, ...) in reading order of the cells."""
    rows, columns = grid.shape[:2]
    split = grid.reshape(rows // 2, 2, columns // 2, 2, *grid.shape[2:])
    return split.swapaxes(1, 2).reshape(rows * columns // 4, 4, *grid.shape[2:])


def picture(page: Page, zoom: float = 1.0) -> Picture:
    """The picture as the model sees it. zoom: by how much it is enlarged before"""
    image = page.image
    height, width = smart_resize(*(round(side * zoom) for side in image.shape[:2]))
    across, down = width / image.shape[1], height / image.shape[0]
    glyphs = dense.visible(page.glyphs)
    if (height, width) != image.shape[:2]:
        image = numpy.asarray(Image.fromarray(image).resize((width, height), Image.Resampling.BICUBIC))
        glyphs = glyphs.copy()
        glyphs["box"] *= numpy.array([across, down, across, down], numpy.float32)
    html = tasks.scaled(page.html, across, down, width, height)
    shown = pointers.places(html, glyphs)
    spaced = numpy.concatenate([pointers.gaps(html, shown, glyphs), glyphs])
    rows, columns = height // PATCH, width // PATCH
    order, windows = window_order(rows // 2, columns // 2)
    tiles = image.reshape(rows, PATCH, columns, PATCH, -1).transpose(0, 2, 4, 1, 3).reshape(rows, columns, -1)
    places = numpy.stack(numpy.meshgrid(numpy.arange(rows), numpy.arange(columns), indexing="ij"), -1)

    def patches(grid):
        return by_patch(grid)[order].reshape(rows * columns, -1)

    back = numpy.empty_like(order)
    back[order] = numpy.arange(len(order))
    return Picture(
        height, width, patches(tiles), patches(places.astype(numpy.int16)), back, windows,
        patches(dense.slots(spaced, height, width)),
        dense.edges(glyphs, height, width).reshape(-1, 4)[order],
        html, dense.places(glyphs, height, width)[shown])


def kinds_of_characters(answer: str) -> numpy.ndarray:
    """For each character of an answer whether it is markup, a number of a box, or text."""
    kind = numpy.full(len(answer), TEXT, numpy.int8)
    for found in tasks.TAG.finditer(answer):
        kind[found.start():found.end()] = MARKUP
    for found in tasks.BOX.finditer(answer):
        kind[found.start(1):found.end(4)] = BOX
    for i, c in enumerate(answer):
        if c in "\r\n":
            kind[i] = MARKUP
    return kind


def answer_tokens(tokenizer: Tokenizer, answer: str) -> tuple[list[int], list[int]]:
    """Ids of an answer, and at which of its characters each begins."""
    encoded = tokenizer.encode(answer, add_special_tokens=False)
    return encoded.ids, [start for start, _ in encoded.offsets]


def loose_tokens(tokenizer: Tokenizer, answer: str, dropout: float) -> tuple[list[int], list[int]]:
    """The same with each merge of the text left out by that chance; tags and numbers of boxes keep theirs.

    Letters are learnt within minutes, whole words only when each has been seen often; what is learnt from the
    letters carries over (BPE dropout, Provilkov et al., 2020).
    """
    kinds = kinds_of_characters(answer)
    ends = [*(numpy.flatnonzero(numpy.diff(kinds == TEXT)) + 1), len(answer)]
    ids, begins, start = [], [], 0
    for end in ends:
        part = answer[start:end]
        tokenizer.model.dropout = dropout if part and kinds[start] == TEXT else None
        encoded = tokenizer.encode(part, add_special_tokens=False)
        ids += encoded.ids
        begins += [start + at for at, _ in encoded.offsets]
        start = end
    tokenizer.model.dropout = None
    return ids, begins


def positions(before: int, rows: int, columns: int, after: int) -> numpy.ndarray:
    """(3, tokens) time, row and column of: text, the cells of a picture, text."""
    first = numpy.tile(numpy.arange(before), (3, 1))
    y, x = numpy.divmod(numpy.arange(rows * columns), columns)
    cells = before + numpy.stack([numpy.zeros_like(y), y, x])
    last = before + max(rows, columns) + numpy.tile(numpy.arange(after), (3, 1))
    return numpy.concatenate([first, cells, last], 1)


def turns(tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """Ids before what the user says, which begins with "user" and a line break, and behind it up to the answer."""
    def text(value: str) -> list[int]:
        return tokenizer.encode(value, add_special_tokens=False).ids

    start, end = tokenizer.token_to_id("<|im_start|>"), tokenizer.token_to_id("<|im_end|>")
    return ([start, *text(f"system\n{tasks.SYSTEM}"), end, *text("\n"), start],
            [end, *text("\n"), start, *text("assistant\n")])


def prompt(tokenizer: Tokenizer, question: str, cells: int) -> tuple[list[int], int]:
    """Ids up to where the answer begins, and the row of the first cell. Text stands before the picture."""
    def control(token: str) -> int:
        return tokenizer.token_to_id(token)

    before, after = turns(tokenizer)
    before += [*tokenizer.encode("user\n" + question, add_special_tokens=False).ids, control("<|vision_start|>")]
    return [*before, *[control("<|image_pad|>")] * cells, control("<|vision_end|>"), *after], len(before)


def sample(tokenizer: Tokenizer, seen: Picture, question: tasks.Question, dropout: float = 0.0) -> Sample:
    rows, columns = seen.height // CELL, seen.width // CELL
    asked, cells_at = prompt(tokenizer, question.text, rows * columns)
    if dropout > 0:
        answer, begins = loose_tokens(tokenizer, question.answer, dropout)
    else:
        answer, begins = answer_tokens(tokenizer, question.answer)
    kinds = kinds_of_characters(question.answer)[begins]
    places = question.places[begins]
    shown = numpy.where(places[:, None] >= 0, seen.shown[places], -1)
    shown = numpy.append(shown, [[-1, -1]], 0)
    shown[:, 0] += numpy.where(shown[:, 0] >= 0, cells_at, 0)
    before = numpy.concatenate([[-1], shown[:-1, 0]])
    ids = numpy.array([*asked, *answer, tokenizer.token_to_id("<|im_end|>")], numpy.int64)
    after = len(ids) - cells_at - rows * columns
    return Sample(seen, ids, positions(cells_at, rows, columns, after), cells_at, len(asked),
                  numpy.append(kinds, numpy.int8(MARKUP)), numpy.column_stack([shown, before]), question)
