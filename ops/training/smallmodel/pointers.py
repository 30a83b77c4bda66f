"""Which character of the page each character of an answer shows.

The synthesiser tells every glyph's place, in the order of drawing, and the truth as QwenVL HTML. Where the two
spell the same, a reader that writes the truth looks at these glyphs one after the other, and the decoder
can be told where to look (`heads.pointer`). A formula is spelt as LaTeX; `latex` tells what that shows.
"""

from __future__ import annotations

import difflib
import html as entities
import re

import numpy

from . import latex, tasks

PIECE = re.compile(r"<[^>]*>|&[#\w]+;|[^<]", re.DOTALL)
FORMULA = re.compile(r'<div class="formula.*?</div>', re.DOTALL)
NOWHERE = -1
MARGIN = 2.0
LEAST_RUN = 3
"""Shorter agreements of texts that differ are taken for chance."""


class _Block:
    """The text of an answer between one box and the next, without spaces where it is no formula.

    glyphs: indices of those inside the box
    """

    def __init__(self, tag: re.Match | None, numbers: re.Match | None, glyphs: numpy.ndarray):
        self.tag, self.numbers, self.glyphs = tag, numbers, glyphs
        self.runs: list[list[tuple[str, int, int]]] = [[]]


def inside(box: list[int], drawn: numpy.ndarray) -> numpy.ndarray:
    """(glyphs,) which have their centre in a box or a little beside it."""
    x, y = ((drawn["box"][:, i] + drawn["box"][:, i + 2]) / 2 for i in (0, 1))
    x1, y1, x2, y2 = box
    return (x > x1 - MARGIN) & (x < x2 + MARGIN) & (y > y1 - MARGIN) & (y < y2 + MARGIN)


def _in_formulas(answer: str) -> numpy.ndarray:
    """(len(answer),) whether each character belongs to a formula."""
    out = numpy.zeros(len(answer), bool)
    for formula in FORMULA.finditer(answer):
        out[formula.start():formula.end()] = True
    return out


def _blocks(answer: str, drawn: numpy.ndarray, in_formula: numpy.ndarray) -> list[_Block]:
    found = [_Block(None, None, numpy.zeros(0, int))]
    for piece in PIECE.finditer(answer):
        text = piece[0]
        if text[0] == "<":
            numbers = tasks.BOX.search(answer, piece.start(), piece.end())
            if numbers:
                box = [int(v) for v in numbers.groups()]
                found.append(_Block(piece, numbers, inside(box, drawn).nonzero()[0]))
            elif found[-1].runs[-1]:
                found[-1].runs.append([])
        else:
            for c in entities.unescape(text) if text[0] == "&" else text:
                if not c.isspace() or in_formula[piece.start()]:
                    found[-1].runs[-1].append((c, piece.start(), piece.end()))
    return found


def _agreeing(wanted: str, given: str, start: int) -> list[tuple[int, int, int]]:
    """Stretches that agree, as (first in wanted, first in given, length)."""
    at = given.find(wanted, start)
    if at < 0:
        at = given.find(wanted)
    if at >= 0:
        return [(0, at, len(wanted))]
    match = difflib.SequenceMatcher(None, wanted, given[start:], autojunk=False)
    return [(a, b + start, size) for a, b, size in match.get_matching_blocks() if size >= LEAST_RUN]


def places(answer: str, drawn: numpy.ndarray) -> numpy.ndarray:
    """(len(answer),) index of the glyph that each character shows, -1 for none.

    drawn: visible glyphs in the pixels that the boxes of the answer are told in. The four numbers of a box show its
    outermost glyphs; a space, an opening tag and what else leads to a text shows that text's first glyph.
    """
    shown = numpy.full(len(answer), NOWHERE, numpy.int32)
    in_formula = _in_formulas(answer)
    for block in _blocks(answer, drawn, in_formula):
        if not len(block.glyphs):
            continue
        given, last = "".join(map(chr, drawn["code"][block.glyphs])), 0
        for spelt in block.runs:
            formula = bool(spelt) and in_formula[spelt[0][1]]
            run = latex.signs(spelt) if formula else spelt
            wanted = "".join(c for c, _, _ in run)
            for a, b, size in _agreeing(wanted, given, last) if wanted else ():
                for (_, begin, end), glyph in zip(run[a:a + size], block.glyphs[b:b + size]):
                    shown[begin:end] = glyph
                last = b + size
            if formula:
                _lead_in_formula(shown, spelt, run)
        _lead(answer, shown, block)
        if block.numbers:
            box = drawn["box"][block.glyphs]
            outermost = (box[:, 0].argmin(), box[:, 1].argmin(), box[:, 2].argmax(), box[:, 3].argmax())
            for group, at in enumerate(outermost, 1):
                shown[block.numbers.start(group):block.numbers.end(group)] = block.glyphs[at]
    return shown


def _lead(answer: str, shown: numpy.ndarray, block: _Block) -> None:
    """Spaces and opening tags show what comes next in their block."""
    start = block.tag.start() if block.tag else 0
    stop = max((run[-1][2] for run in block.runs if run), default=start)
    coming = NOWHERE
    for piece in reversed(list(PIECE.finditer(answer, start, stop))):
        text = piece[0]
        if text.isspace() or text[0] == "<" and text[1] != "/":
            shown[piece.start():piece.end()] = coming
        elif text[0] != "<":
            coming = shown[piece.start()]


def _lead_in_formula(shown: numpy.ndarray, spelt: list[latex.Sign], signs: list[latex.Sign]) -> None:
    """Whatever groups, raises or lowers shows the sign that comes next, and nothing if that was not found."""
    stands_for = {at for _, begin, end in signs for at in range(begin, end)}
    coming = NOWHERE
    for _, begin, end in reversed(spelt):
        if begin not in stands_for:
            shown[begin:end] = coming
        coming = shown[begin]


def gaps(answer: str, shown: numpy.ndarray, drawn: numpy.ndarray) -> numpy.ndarray:
    """Spaces between two glyphs of a line, as glyphs with code 32 halfway between the two; none in formulas, where
    LaTeX has spaces that cannot be seen."""
    at = numpy.array([piece.start() for piece in PIECE.finditer(answer) if piece[0] == " "], int)
    at = at[(at > 0) & (at + 1 < len(answer)) & ~_in_formulas(answer)[at]]
    before, after = shown[at - 1], shown[at + 1]
    known = (before >= 0) & (after >= 0) & (before != after)
    left, right = drawn["box"][before[known]], drawn["box"][after[known]]
    line = (left[:, 1] < right[:, 3]) & (right[:, 1] < left[:, 3]) & (right[:, 0] > left[:, 2] - 1)
    left, right = left[line], right[line]
    out = numpy.zeros(len(left), drawn.dtype)
    out["code"] = 0x20
    middle = (left[:, 2] + right[:, 0]) / 2
    taller = numpy.where((left[:, 3] - left[:, 1] > right[:, 3] - right[:, 1])[:, None], left, right)
    out["box"] = numpy.stack([middle, taller[:, 1], middle, taller[:, 3]], 1)
    return out
