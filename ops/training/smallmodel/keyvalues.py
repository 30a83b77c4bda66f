"""Which key values a page or a piece of one shows, and where in its HTML they stand.

An answer repeats characters of the HTML, so that the decoder can be told at which glyph to look for each of them, as it is for
the HTML itself.
"""

from __future__ import annotations

import dataclasses
import html as entities
import json
import re

TICKS = "☐☑"
UNIT = re.compile(r"<br\s*/?>|<[^>]*>|&[#\w]+;|.", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
WORD = re.compile(r"\w")


@dataclasses.dataclass
class Text:
    """What is read in a stretch of HTML.

    at: for each character where in the HTML it stands; tags: the characters that tags have become, but for line breaks
    """

    text: str
    at: list[int]
    tags: list[int]

    @staticmethod
    def of(html: str, start: int = 0, end: int | None = None) -> Text:
        text, at, tags = [], [], []
        for unit in UNIT.finditer(html, start, len(html) if end is None else end):
            read = " " if unit[0][0] == "<" else entities.unescape(unit[0])
            if unit[0][0] == "<" and unit[0][:3] != "<br":
                tags.append(len(at))
            text.append(read)
            at += [unit.start()] * len(read)
        return Text("".join(text), at, tags)

    def find(self, value: str, start: int = 0, end: int | None = None) -> list[re.Match]:
        """Where a value stands as words of its own; white space of any kind and length is alike."""
        words = value.split()
        if not words:
            return []
        left = r"(?<!\w)" if WORD.match(words[0][0]) else ""
        right = r"(?!\w)" if WORD.match(words[-1][-1]) else ""
        sought = re.compile(left + r"\s+".join(re.escape(word) for word in words) + right)
        return list(sought.finditer(self.text, start, len(self.text) if end is None else end))

    def places(self, value: str, found: re.Match | None) -> list[int]:
        """For each character of a value where in the HTML it stands; -1 for white space and for a value without a known place."""
        if found is None:
            return [-1] * len(value)
        ends = iter(i for i in range(found.start(), found.end()) if not self.text[i].isspace())
        return [-1 if c.isspace() else self.at[next(ends)] for c in value]


@dataclasses.dataclass
class Shown:
    """A value and where each of its characters stands in the HTML."""

    value: str
    places: list[int]


def shown(values: dict, html: str, labelled: bool) -> dict:
    """The values of which a page's HTML tells, as `Shown`, in lists of records where they are records.

    labelled: keys are what is printed beside the values, as in forms
    """
    text = Text.of(html)
    rows = [Text.of(html, row.start(), row.end()) for row in ROW.finditer(html)]
    labels = sorted({found.span() for key in values for found in text.find(key)}) if labelled else []
    out = {}
    for key, value in values.items():
        if isinstance(value, list):
            records = [record for record in (_record(rows, record) for record in value) if record]
            if records:
                out[key] = records
        elif value:
            found = _labelled(text, key, value, labels) if labelled else _alone(text, value)
            if found:
                out[key] = found
    return out


def _alone(text: Text, value: str) -> Shown | None:
    found = text.find(value)
    if not found:
        return None
    return Shown(value, text.places(value, found[0] if len(found) == 1 else None))


def _labelled(text: Text, label: str, value: str, labels: list[tuple[int, int]]) -> Shown | None:
    """A value between its label and the next one, else in the same block before its label, as above a line to sign."""
    for place in text.find(label):
        before = max((tag for tag in text.tags if tag < place.start()), default=0)
        after = min((start for start, _ in labels if start >= place.end()), default=len(text.text))
        if value in TICKS:
            tick = re.search(f"[{TICKS}](?=\\s*$)", text.text[before:place.start()])
            if tick and tick[0] == value:
                return Shown(value, [text.at[before + tick.start()]])
            continue
        found = text.find(value, place.end(), after) or text.find(value, before, place.start())
        if found:
            ticked = [f for f in found if text.text[:f.start()].rstrip().endswith(TICKS[1])]
            return Shown(value, text.places(value, (ticked or found)[0]))
    return None


def _record(rows: list[Text], record: dict) -> dict | None:
    """What the row that has most of a record has of it. It has to have its longest value, since short ones recur.

    The row is taken out of those that are left.
    """
    wanted = {key: value for key, value in record.items() if value}
    longest = max(wanted, key=lambda key: len(wanted[key]), default=None)
    best: dict = {}
    at = -1
    for number, row in enumerate(rows):
        own = {key: found for key, value in wanted.items() if (found := _alone(row, value))}
        if longest in own and len(own) > len(best):
            best, at = own, number
    if at < 0:
        return None
    del rows[at]
    return best


def answer(values: dict, keys: list[str]) -> tuple[str, list[int]]:
    """The answer for some keys of what is shown, and for each of its characters where in the HTML it stands or -1."""
    text, places = [], []

    def write(markup: str, at: int = -1) -> None:
        text.append(markup)
        places.extend([at] + [-1] * (len(markup) - 1))

    def write_value(value) -> None:
        if isinstance(value, Shown):
            write('"')
            for c, at in zip(value.value, value.places):
                write(json.dumps(c, ensure_ascii=False)[1:-1], at)
            write('"')
        elif isinstance(value, dict):
            write_all("{", value.items(), "}", lambda item: (write(json.dumps(item[0], ensure_ascii=False) + ": "), write_value(item[1])))
        else:
            write_all("[", value, "]", write_value)

    def write_all(opening: str, parts, closing: str, one) -> None:
        write(opening)
        for number, part in enumerate(parts):
            if number:
                write(", ")
            one(part)
        write(closing)

    write("```json\n")
    write_value({key: values[key] for key in keys if key in values})
    write("\n```")
    return "".join(text), places
