"""The truth about pieces of a page.

The product cuts pages into pieces before its small model reads them. The synthesiser cuts in the same way and tells
where each piece lies; what stands in it is found here, from the glyphs whose centres were cut out: the lines of a
paragraph, the rows and columns of a table, the items of a list. A table's cell that reaches over the cut is in both pieces, with
the text that each of them shows.

    python -m smallmodel.pieces STREAM.tar OUT

writes the truth about piece K of page KIND-INDEX to OUT/KIND-INDEX/K.html.
"""

from __future__ import annotations

import argparse
import dataclasses
import pathlib
import re

import numpy

from . import glyphs as dense
from . import pointers, stream, tasks
from .stream import Page

BLOCK = re.compile(r'<(p|h[1-6]|ul|ol|table|div)\b[^>]*data-bbox="(\d+) (\d+) (\d+) (\d+)"[^>]*>.*?</\1>(?=\n)', re.DOTALL)
CAPTION = re.compile(r'<div class="image caption"')
ITEM = re.compile(r'<li data-bbox="(\d+) (\d+) (\d+) (\d+)">(.*?)</li>', re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<(t[hd])([^>]*)>(.*?)</\1>", re.DOTALL)
SPAN = re.compile(r'(rowspan|colspan)="(\d+)"')
UNIT = re.compile(r"<br\s*/?>|&[#\w]+;|.", re.DOTALL)
WHOLE = 0.98
"""Share of a figure's width and height that a piece has to show; it cannot be told in parts."""
INKED = 0.75
"""The same of a formula with all its letters: boxes of formulas are higher than their ink."""
LABELLED = 0.6
"""The same of a chart with all its labels: some bars and slices are as light as the paper."""
EXPLAINED = 0.9
"""Share of a piece's glyphs that its truth has to tell of."""
LETTER = re.compile(r"[^\W\d_]")


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a piece lies; see `PieceCutter.Piece` of the synthesiser."""

    left: int
    top: int
    width: int
    height: int
    slope: float
    goes_on: bool
    shown: tuple[int, int, int, int]


class _Cut:
    """One piece of a page: which glyphs it shows, and where things of the page lie in its picture."""

    def __init__(self, page: Page, place: Place, image: numpy.ndarray):
        self.page, self.place = page, place
        self.height, self.width = image.shape[:2]
        self.across, self.down = self.width / place.width, self.height / place.height
        self.middle = page.facts["width"] / 2, page.facts["height"] / 2

    def drop(self, x):
        """How much lower the page has column x than the levelled page."""
        return self.place.slope * (x - self.middle[0])

    def lean(self, y):
        """How much farther left the page has what the levelled page has in row y."""
        return self.place.slope * (y - self.middle[1])

    def glyphs(self) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Those of the page in pixels of the piece, and which of them it shows."""
        moved = self.page.glyphs.copy()
        box = moved["box"]
        x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
        drop = self.drop(x)
        y -= drop
        lean = self.lean(y)
        x += lean
        x1, y1, x2, y2 = self.place.shown
        inside = (x >= x1) & (x < x2) & (y >= y1) & (y < y2)
        moved["box"][:, [1, 3]] -= drop[:, None]
        moved["box"][:, [0, 2]] += lean[:, None]
        moved["box"] -= numpy.array([self.place.left, self.place.top] * 2, numpy.float32)
        moved["box"] *= numpy.array([self.across, self.down] * 2, numpy.float32)
        return moved, inside

    def box(self, values) -> list[float]:
        """A box of the page, levelled and cut to what is shown, in pixels of the piece."""
        x1, y1, x2, y2 = values
        at = self.drop(x1), self.drop(x2)
        y1, y2 = y1 - min(at), y2 - max(at)
        at = self.lean(y1), self.lean(y2)
        x1, x2 = x1 + max(at), x2 + min(at)
        left, top, right, bottom = self.place.shown
        x1, x2 = (min(max(x, left), right) for x in (x1, x2))
        y1, y2 = (min(max(y, top), bottom) for y in (y1, y2))
        return [(x1 - self.place.left) * self.across, (y1 - self.place.top) * self.down,
                (x2 - self.place.left) * self.across, (y2 - self.place.top) * self.down]

    def written(self, box) -> str:
        x1, y1, x2, y2 = (round(v) for v in box)
        x1, y1 = min(max(x1, 0), self.width - 1), min(max(y1, 0), self.height - 1)
        return f"{x1} {y1} {min(max(x2, x1 + 1), self.width)} {min(max(y2, y1 + 1), self.height)}"


def cut(page: Page) -> list[Page]:
    """A page for each of its pieces that can be told about, in the order of reading."""
    drawn = dense.visible(page.glyphs)
    whole = dataclasses.replace(page, glyphs=drawn)
    shows = pointers.places(page.html, drawn)
    out = []
    for number, (facts, image) in enumerate(zip(page.facts["pieces"], page.pieces)):
        place = Place(**{**facts, "shown": tuple(facts["shown"])})
        piece = _piece(whole, shows, place, image, f"{page.name}.{number}")
        if piece is not None:
            out.append(piece)
    return out


def _piece(page: Page, shows: numpy.ndarray, place: Place, image: numpy.ndarray, name: str) -> Page | None:
    cut = _Cut(page, place, image)
    moved, inside = cut.glyphs()
    told = numpy.zeros(len(inside), bool)
    blocks = []
    tables = 0
    for found in BLOCK.finditer(page.html):
        box = [int(v) for v in found.groups()[1:5]]
        near = pointers.inside(box, page.glyphs)
        is_caption = found[1] == "div" and bool(CAPTION.match(found[0]))
        if found[1] == "div" and not is_caption:
            block = _figure(cut, found, box, near, inside, moved)
        elif not inside[near].any():
            continue
        elif inside[near].all():
            block = _entire(cut, found)
        elif found[1] in ("ul", "ol"):
            block = _list(cut, found, shows, inside, moved)
        elif found[1] == "table":
            block = _table(cut, found, box, shows, inside)
        elif is_caption:
            block = _caption(cut, found, box, shows, inside, moved)
        else:
            block = _text(cut, found[1], box, page.html, found.start() + found[0].index(">") + 1,
                          found.end() - len(found[1]) - 3, shows, inside, moved)
        if block:
            if found[1] == "table":
                tables += 1
                block = re.sub(r'class="table\d+"', f'class="table{tables}"', block, count=1)
            told |= near
            blocks.append(block)
    told &= inside
    if not blocks or told.sum() < EXPLAINED * inside.sum():
        return None
    html = "<html><body>\n" + "\n".join(blocks) + "\n</body></html>"
    return Page(name, image, html, page.facts, moved[inside])


def _entire(cut: _Cut, found: re.Match) -> str:
    return tasks.BOX.sub(
        lambda numbers: f'data-bbox="{cut.written(cut.box([int(v) for v in numbers.groups()]))}"', found[0])


def _figure(cut: _Cut, found: re.Match, box: list[int], near, inside, moved) -> str | None:
    """A picture, a chart or a formula; whole or not at all."""
    levelled = cut.box(box)
    height = (box[3] - box[1] - abs(cut.drop(box[2]) - cut.drop(box[0]))) * cut.down
    width = (box[2] - box[0] - abs(cut.lean(box[3]) - cut.lean(box[1]))) * cut.across
    seen_height, seen_width = levelled[3] - levelled[1], levelled[2] - levelled[0]
    if near.any() and not inside[near].all():
        return None
    opening = found[0][:found[0].index(">")]
    is_formula, is_chart = (near.any() and kind in opening for kind in ("formula", '"chart"'))
    least = INKED if is_formula else LABELLED if is_chart else WHOLE
    if seen_height < least * height - 2 or seen_width < (LABELLED if is_chart else WHOLE) * width - 2:
        return None
    return _entire(cut, found)


def _kept(html: str, start: int, end: int, shows: numpy.ndarray, inside: numpy.ndarray) -> tuple[str, set[int]]:
    """What a piece shows of a stretch of text, and its glyphs. A word that goes on elsewhere keeps its hyphen."""
    out, glyphs, waiting, missing = [], set(), [], False
    last = ""
    for unit in UNIT.finditer(html, start, end):
        text = unit[0]
        glyph = -1 if text.isspace() or text[:3] == "<br" else int(shows[unit.start()])
        if glyph < 0:
            if out and not missing:
                waiting.append(text)
        elif inside[glyph]:
            out += waiting
            out.append(text)
            glyphs.add(glyph)
            waiting, missing, last = [], False, text
        else:
            if out and not missing and not waiting and LETTER.match(text) and LETTER.match(last):
                waiting = ["-"]
                out += waiting
            waiting, missing = [], True
    # Signs without a glyph of their own end the text only if nothing of it stands elsewhere.
    if waiting and not missing:
        out += [w for w in waiting if not w.isspace() and w[:3] != "<br"]
    return "".join(out), glyphs


def _tight(cut: _Cut, box, glyphs: set[int], moved) -> list[float]:
    """The box of a block that is cut: as wide and as high as the glyphs that are left of it."""
    own = moved["box"][sorted(glyphs)]
    whole = cut.box(box)
    return [max(whole[0], own[:, 0].min() - 1), max(whole[1], own[:, 1].min() - 1),
            min(whole[2], own[:, 2].max() + 1), min(whole[3], own[:, 3].max() + 1)]


def _text(cut: _Cut, tag: str, box, html: str, start: int, end: int, shows, inside, moved) -> str | None:
    text, glyphs = _kept(html, start, end, shows, inside)
    if not glyphs:
        return None
    return f'<{tag} data-bbox="{cut.written(_tight(cut, box, glyphs, moved))}">{text}</{tag}>'


def _caption(cut: _Cut, found: re.Match, box, shows, inside, moved) -> str | None:
    start, end = (found.start() + found[0].index(mark) for mark in ("<p>", "</p>"))
    text, glyphs = _kept(found.string, start + len("<p>"), end, shows, inside)
    if not glyphs:
        return None
    opening = found.string[found.start():start]
    return tasks.BOX.sub(f'data-bbox="{cut.written(_tight(cut, box, glyphs, moved))}"', opening) + f"<p>{text}</p></div>"


def _list(cut: _Cut, found: re.Match, shows, inside, moved) -> str | None:
    """The items that are there; what is left of one whose beginning is not becomes a paragraph before them."""
    html, items, before = found.string, [], ""
    for item in ITEM.finditer(html, found.start(), found.end()):
        box = [int(v) for v in item.groups()[:4]]
        text, glyphs = _kept(html, item.start(5), item.end(5), shows, inside)
        if not glyphs:
            continue
        own = [g for g in shows[item.start(5):item.end(5)] if g >= 0]
        begins = bool(own) and own[0] in glyphs
        tight = cut.written(_tight(cut, box, glyphs, moved) if len(glyphs) < len(set(own)) else cut.box(box))
        if begins:
            items.append(f'<li data-bbox="{tight}">{text}</li>')
        elif not items:
            before = f'<p data-bbox="{tight}">{text}</p>'
    if not items:
        return before or None
    tag, outer = found[1], [int(v) for v in found.groups()[1:5]]
    box = cut.box(outer)
    tops = [int(m.group(2)) for m in tasks.BOX.finditer("".join(items))]
    bottoms = [int(m.group(4)) for m in tasks.BOX.finditer("".join(items))]
    box[1], box[3] = max(box[1], min(tops)), min(box[3], max(bottoms))
    opening = re.sub(r'data-bbox="[^"]*"', f'data-bbox="{cut.written(box)}"', found[0][:found[0].index(">") + 1])
    lines = found[0].split("\n")
    joint = "\n" if len(lines) > 1 else ""
    return "\n".join(p for p in (before, opening + joint + joint.join(items) + joint + f"</{tag}>") if p)


@dataclasses.dataclass
class _Cell:
    tag: str
    text: str
    seen: bool
    row: int
    column: int
    rows: int
    columns: int


def _cells(found: re.Match, shows, inside) -> list[_Cell]:
    html, taken, cells = found.string, set(), []
    for y, row in enumerate(ROW.finditer(html, found.start(), found.end())):
        x = 0
        for cell in CELL.finditer(html, row.start(1), row.end(1)):
            while (y, x) in taken:
                x += 1
            spans = {name: int(value) for name, value in SPAN.findall(cell[2])}
            rows, columns = spans.get("rowspan", 1), spans.get("colspan", 1)
            taken.update((y + i, x + j) for i in range(rows) for j in range(columns))
            text, glyphs = _kept(html, cell.start(3), cell.end(3), shows, inside)
            cells.append(_Cell(cell[1], text if glyphs else "", bool(glyphs), y, x, rows, columns))
            x += columns
    return cells


def _table(cut: _Cut, found: re.Match, box, shows, inside) -> str | None:
    cells = _cells(found, shows, inside)
    seen = [c for c in cells if c.seen]
    if not seen:
        return None
    narrow = [c for c in seen if c.rows == 1] or seen
    first, last = min(c.row for c in narrow), max(c.row for c in narrow)
    left, _, right, _ = cut.place.shown
    if left > box[0] + 4 or right < box[2] - 4:
        own = [c for c in seen if c.columns == 1] or seen
        start, end = min(c.column for c in own), max(c.column + c.columns - 1 for c in own)
    else:
        start, end = 0, max(c.column + c.columns for c in cells) - 1
    lines = []
    for y in range(first, last + 1):
        line = []
        for cell in cells:
            rows = min(cell.row + cell.rows - 1, last) - max(cell.row, first) + 1
            columns = min(cell.column + cell.columns - 1, end) - max(cell.column, start) + 1
            if rows < 1 or columns < 1 or max(cell.row, first) != y:
                continue
            spans = (f' colspan="{columns}"' if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")
            line.append((cell.column, f"<{cell.tag}{spans}>{cell.text}</{cell.tag}>"))
        lines.append("<tr>" + "".join(text for _, text in sorted(line)) + "</tr>")
    opening = found[0][:found[0].index(">") + 1]
    opening = re.sub(r'data-bbox="[^"]*"', f'data-bbox="{cut.written(cut.box(box))}"', opening)
    return opening + "\n" + "\n".join(lines) + "\n</table>"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stream", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()
    with given.stream.open("rb") as file:
        for page in stream.pages(file):
            folder = given.out / f"{page.facts['kind']}-{page.facts['index']:06d}"
            folder.mkdir(parents=True, exist_ok=True)
            for piece in cut(page):
                (folder / f"{piece.name.rpartition('.')[2]}.html").write_text(piece.html, encoding="utf-8")


if __name__ == "__main__":
    main()
