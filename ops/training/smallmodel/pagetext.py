"""The text of a page as the product asks about it (`ReadingText.inBlocks`), made from the page's HTML."""

from __future__ import annotations

import dataclasses
import html as entities
import random
import re

from . import keyvalues

BLOCK = re.compile(
    r'<(?P<tag>p|h[1-6]|table|ul|ol|div)\b[^>]*>(?P<inside>.*?)</(?P=tag)>', re.DOTALL)
IN_LINES = ("table", "ul", "ol")
"""Blocks whose rows or items are lines."""


@dataclasses.dataclass
class PageText:
    """text: what is asked about; at: for each of its characters where in the HTML it stands, -1 between blocks

    paragraph: whether it is one paragraph
    """

    text: str
    at: list[int]
    paragraph: bool = False

    def spans(self) -> dict[int, int]:
        """Where in the text the character at a place of the HTML stands."""
        return {place: i for i, place in enumerate(self.at) if place >= 0}


def of(html: str) -> PageText:
    return joined(blocks(html))


def blocks(html: str) -> list[PageText]:
    """Of each block with text in it: its lines; cells of a table's row are parted by tabs."""
    found = [_block(html, *block.span("inside"), block["tag"]) for block in BLOCK.finditer(html)]
    return [part for part in found if part.text]


def joined(parts: list[PageText]) -> PageText:
    """Blocks parted by an empty line."""
    text, at = [], []
    for number, part in enumerate(parts):
        if number:
            text.append("\n\n")
            at += [-1, -1]
        text.append(part.text)
        at += part.at
    return PageText("".join(text), at)


def misread(page: PageText, chance: float, dice: random.Random) -> PageText:
    """The same with letters and digits exchanged by that chance, as a reader might."""
    text = list(page.text)
    for i, c in enumerate(text):
        if c.isalnum() and dice.random() < chance:
            if c.isdigit():
                text[i] = dice.choice("0123456789")
            else:
                other = dice.choice("aeioucnrtlsmuid")
                text[i] = other.upper() if c.isupper() else other
    return PageText("".join(text), page.at, page.paragraph)


def torn(parts: list[PageText], chance: float, dice: random.Random) -> list[PageText]:
    """The same as a reader might have parted it: tables come in pieces, some with an empty cell behind each row, lines
    of a paragraph come apart, and blocks together."""
    out: list[PageText] = []
    for part in parts:
        table = "\t" in part.text
        while "\n" in part.text and dice.random() < (chance if table else 0.2 * chance):
            upper, part = _parted(part, dice.choice([i for i, c in enumerate(part.text) if c == "\n"]))
            out.append(_with_empty_cells(upper) if table and dice.random() < 0.3 else upper)
        if table and dice.random() < 0.3 * chance:
            part = _with_empty_cells(part)
        if out and not table and dice.random() < 0.1 * chance:
            before = out.pop()
            part = PageText(f"{before.text}\n{part.text}", [*before.at, -1, *part.at])
        out.append(part)
    return out


def _parted(part: PageText, at: int) -> tuple[PageText, PageText]:
    return (dataclasses.replace(part, text=part.text[:at], at=part.at[:at]),
            dataclasses.replace(part, text=part.text[at + 1:], at=part.at[at + 1:]))


def _with_empty_cells(table: PageText) -> PageText:
    text, at = "", []
    for c, place in zip(table.text + "\n", [*table.at, -1]):
        if c == "\n":
            text += "\t"
            at.append(-1)
        text += c
        at.append(place)
    return dataclasses.replace(table, text=text[:-1], at=at[:-1])


def in_rows(parts: list[PageText], chance: float, dice: random.Random) -> list[PageText]:
    """The same with some fields, labels with values below, read as they stand side by side: as rows of a table.

    A few others lose the line break between label and value.
    """
    out, at = [], 0
    while at < len(parts):
        group = parts[at:at + dice.randint(2, 4)]
        group = group[:next((i for i, part in enumerate(group) if not _is_field(part)), len(group))]
        if len(group) > 1 and any("\n" in part.text for part in group) and dice.random() < chance:
            out.append(_table(group))
            at += len(group)
            continue
        part = parts[at]
        if group and dice.random() < 0.1 * chance:
            part = dataclasses.replace(part, text=part.text.replace("\n", " "))
        out.append(part)
        at += 1
    return out


def _is_field(part: PageText) -> bool:
    return part.paragraph and part.text.count("\n") < 2 and len(part.text) < 80 and part.text[0] not in keyvalues.TICKS


def _table(fields: list[PageText]) -> PageText:
    """A row of the first lines and one of the second ones, if there are any."""
    rows = []
    for line in range(2):
        text, at = "", []
        for number, field in enumerate(fields):
            lines = field.text.split("\n")
            start = len(lines[0]) + 1 if line else 0
            cell = lines[line] if line < len(lines) else ""
            text += ("\t" if number else "") + cell
            at += ([-1] if number else []) + field.at[start:start + len(cell)]
        rows.append(PageText(text, at))
    first, second = rows
    return PageText(f"{first.text}\n{second.text}", [*first.at, -1, *second.at])


def _block(html: str, start: int, end: int, tag: str) -> PageText:
    """What stands in a stretch of HTML, without white space around it but tabs: those are empty cells."""
    text, at = [], []
    for unit in keyvalues.UNIT.finditer(html, start, end):
        read = " " if tag == "table" and unit[0].startswith("<br") else _read(unit[0])
        if tag in IN_LINES and read == " " and text[-1:] in ([], ["\n"]):
            continue  # what parts rows or items in the source
        if unit[0] == "</tr>" and text[-1:] == ["\t"]:
            text.pop()  # behind the last cell of a row
            at.pop()
        text += read
        at += [unit.start()] * len(read)
    whole = "".join(text)
    left, right = len(whole) - len(whole.lstrip("\n ")), len(whole.rstrip("\n "))
    return PageText(whole[left:right], at[left:right], tag == "p")


def _read(unit: str) -> str:
    """What a character, an entity or a tag is read as."""
    if unit.startswith("<br") or unit in ("</tr>", "</li>"):
        return "\n"
    if unit in ("</td>", "</th>"):
        return "\t"
    if unit[0] == "<":
        return ""
    return " " if unit == "\n" else entities.unescape(unit)
