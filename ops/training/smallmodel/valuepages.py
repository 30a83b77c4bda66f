"""Questions about key values in the text of a page, and their answers as tokens.

A question has a template with every key that is asked for. The answer is that template in JSON with the values in their
places: "" where the page has none, [] where it has no records. Values are written in the very tokens that the text has
them in, so a decoder has to find them and to repeat them, and it is known which token of the text each of the answer
repeats.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import os
import pathlib
import random
import re
import shlex
from collections.abc import Iterator

import numpy
import torch

from . import keyvalues, pagetext, stream, tasks
from .batch import Segments
from .pagetext import PageText
from .sample import turns

MARKUP, VALUE, FIRST = 0, 1, 2
"""Kinds of tokens of an answer: JSON, keys and values that the text does not have; values; the first token of a value,
which has to be found."""

LONG_LIST = 7
"""Records of a list from which on it is long: rows are lost in those first."""
LACKING = 0.33
"""Share of the questions, and of the lists, that ask for what the page lacks."""
AT_ONCE = 64
"""Pages of which batches of like lengths are made."""


@dataclasses.dataclass
class Question:
    """What is asked of a page.

    text: the page's, as it was read
    wanted: keys that are asked for in their order, see `blank`
    shown: those of the page's values that it shows, see `keyvalues.shown`
    names: how keys are called in the template, but for those that keep their name
    """

    text: PageText
    wanted: dict
    shown: dict
    names: dict[str, str] = dataclasses.field(default_factory=dict)

    def named(self, key: str) -> str:
        return self.names.get(key, key)

    def template(self) -> dict:
        """The keys, with nothing in them; of a list of records, one record with the keys of all."""
        return self._named(self.wanted)

    def _named(self, wanted: object) -> object:
        if isinstance(wanted, dict):
            return {self.named(key): self._named(inside) for key, inside in wanted.items()}
        return [self._named(record) for record in wanted] if isinstance(wanted, list) else wanted


def blank(values: dict) -> dict:
    """A page's keys with nothing in them; of a list of records, one record with the keys of all."""
    return {key: [_blank_record(value)] if isinstance(value, list) else "" for key, value in values.items()}


def _blank_record(records: list[dict]) -> dict[str, str]:
    return dict.fromkeys(itertools.chain.from_iterable(records), "")


def blank_of_all(pages: list[dict]) -> dict[str, dict]:
    """For each kind of pages what can be asked of any of them, see `blank`."""
    kinds: dict[str, dict] = {}
    for page in pages:
        known = kinds.setdefault(page["kind"], {})
        for key, value in blank(page["values"]).items():
            if isinstance(value, list) and isinstance(known.get(key), list):
                value = [_blank_record(known[key] + value)]
            known[key] = value
    return kinds


def all_keys(wanted: dict) -> list[str]:
    """Keys, and behind them those of records."""
    inside = [value[0] for value in wanted.values() if value]
    return list(dict.fromkeys(itertools.chain(wanted, *inside)))


def question(page: dict) -> Question:
    """Every key of a page, read without mistakes. page: its html, its values and its kind."""
    return Question(pagetext.of(page["html"]), blank(page["values"]), shown(page))


def varied_question(page: dict, dice: random.Random, known: dict, noise: float = 0.04) -> Question:
    """Some or all keys, in some order and by some names, with some that the page lacks, of a page that may be misread,
    with fields in rows and with blocks in another order or parted differently.

    known: what can be asked of pages of its kind; noise: the largest share of misread letters and digits
    """
    parts, wanted, names = pagetext.blocks(page["html"]), varied_keys(page, dice, known), {}
    if dice.random() < 0.6:
        parts = pagetext.in_rows(parts, dice.random() * (1.0 if _is_form(page) else 0.5), dice)
    if dice.random() < 0.4:
        parts = pagetext.torn(parts, 0.5 * dice.random(), dice)
    if dice.random() < 0.25:
        for _ in range(dice.randint(1, 3)):
            i = dice.randrange(len(parts))
            if i + 1 < len(parts):
                parts[i], parts[i + 1] = parts[i + 1], parts[i]
    if not _is_form(page) and dice.random() < 0.25:
        names = {key: renamed(key, dice) for key in all_keys(wanted)}
    text = pagetext.joined(parts)
    if dice.random() < 0.5:
        text = pagetext.misread(text, dice.random() * noise, dice)
    return Question(text, wanted, shown(page), names)


def varied_keys(page: dict, dice: random.Random, known: dict) -> dict:
    """What is asked of a page: half of the questions are for some of its keys only, and half of the lists are asked
    for some of their columns; a third are for keys or columns as well that the page lacks."""
    own = blank(page["values"])
    keys, lacking = list(own), []
    if dice.random() < 0.5:
        dice.shuffle(keys)
        keys = keys[:dice.randint(1, len(keys))]
    if dice.random() < LACKING:
        lacking = _some([key for key in known if key not in own and key not in page["html"]], 4, dice)
        for key in lacking:
            keys.insert(dice.randint(0, len(keys)), key)
    return {key: _varied_columns(own.get(key, known.get(key)), known.get(key), dice) for key in keys}


def _varied_columns(wanted: object, known: object, dice: random.Random) -> object:
    if not wanted or not wanted[0]:
        return wanted
    columns = list(wanted[0])
    if dice.random() < 0.5:
        dice.shuffle(columns)
        columns = columns[:dice.randint(1, len(columns))]
    if known and dice.random() < LACKING:
        for column in _some([column for column in known[0] if column not in wanted[0]], 2, dice):
            columns.insert(dice.randint(0, len(columns)), column)
    return [dict.fromkeys(columns, "")]


def _some(keys: list[str], most: int, dice: random.Random) -> list[str]:
    return dice.sample(keys, min(len(keys), dice.randint(1, most)))


def shown(page: dict) -> dict:
    return keyvalues.shown(page["values"], page["html"], _is_form(page))


def _is_form(page: dict) -> bool:
    """Keys of forms are printed beside their values."""
    return page["kind"] == "form"


def renamed(key: str, dice: random.Random) -> str:
    """A key as somebody else might have named it."""
    words = key.split("_")
    way = dice.randrange(4)
    if way == 0:
        return " ".join(words)
    if way == 1:
        return " ".join(words).capitalize()
    if way == 2:
        return words[0] + "".join(word.capitalize() for word in words[1:])
    return key


def span_of(value: keyvalues.Shown, where: dict[int, int], text: str) -> tuple[tuple[int, int] | None, bool]:
    """Where a value stands in the text, None for nowhere, and whether that is known for sure.

    where: see `PageText.spans`
    """
    places = [where[p] for p in value.places if p in where]
    if places:
        start, end = min(places), max(places) + 1
        # Blocks that changed places may have come between its parts.
        together = end - start <= 2 * len(value.value) + 4
        return ((start, end), True) if together else (None, False)
    found = re.search(r"\s+".join(re.escape(word) for word in value.value.split()), text)
    return (found.span(), False) if found else (None, False)


@dataclasses.dataclass
class Prompt:
    """ids: up to where the answer begins

    text: the page's; offsets: for each token from row `text_at` on, the question's first, where in the text it begins
    and ends, in characters; those of the question are below 0
    """

    ids: list[int]
    text: str
    offsets: list[tuple[int, int]]
    text_at: int


def prompt(tokenizer, asked: Question) -> Prompt:
    """The product's prompt: question and text are one stretch of text, in which tokens merge."""
    before, after = turns(tokenizer)
    words = "user\n" + tasks.VALUES_PROMPT.format(json.dumps(asked.template(), ensure_ascii=False)) + "\n\n"
    spoken = tokenizer.encode(words + asked.text.text, add_special_tokens=False)
    return Prompt([*before, *spoken.ids, *after], asked.text.text,
                  [(a - len(words), b - len(words)) for a, b in spoken.offsets], len(before))


class Answer:
    """An answer as tokens, written piece by piece, and what they repeat.

    ids, kinds: (tokens,); rows: (tokens,) row of the prompt that each repeats, -1 for none
    """

    def __init__(self, tokenizer, asked: Question, given: Prompt):
        self.tokenizer, self.asked, self.given = tokenizer, asked, given
        self.where = asked.text.spans()
        self.ids, self.kinds, self.rows = [], [], []
        self.held = ""
        self._write(asked.shown, asked.wanted)
        self._flush()

    def _write(self, value, wanted) -> None:
        """value: what the page shows of what is wanted, None for nothing"""
        if isinstance(wanted, dict):
            self.held += "{"
            for number, (key, inside) in enumerate(wanted.items()):
                self.held += (", " if number else "") + json.dumps(self.asked.named(key), ensure_ascii=False) + ": "
                self._write(value.get(key) if value else None, inside)
            self.held += "}"
        elif isinstance(wanted, list):
            self.held += "["
            with_any = [record for record in value or [] if not record.keys().isdisjoint(wanted[0])]
            for number, record in enumerate(with_any):
                self.held += ", " if number else ""
                self._write(record, wanted[0])
            self.held += "]"
        elif value is None:
            self.held += '""'
        else:
            self.held += '"'
            self._write_value(value)
            self.held += '"'

    def _write_value(self, value: keyvalues.Shown) -> None:
        """Repeats the tokens of the text from the value's first to its last, with a space that the first begins with
        and with raw line breaks. Tokens that hold more than the value, or what JSON has to escape, are spelt anew."""
        self._flush()
        span, sure = span_of(value, self.where, self.given.text)
        if span is None:
            self._add(self._spelt(value.value), MARKUP)
            return
        start, end = span
        kind = FIRST
        for number, (a, b) in enumerate(self.given.offsets):
            if b <= start or a >= end:
                continue
            part = self.given.text[max(a, start):min(b, end)]
            whole = b <= end and (a >= start or a == start - 1 and self.given.text[a].isspace())
            at = self.given.text_at + number
            ids = [self.given.ids[at]] if whole and '"' not in part and "\\" not in part else self._spelt(part)
            row = at if sure else -1
            self._add(ids[:1], kind, row)
            self._add(ids[1:], VALUE, row)
            kind = VALUE

    def _flush(self) -> None:
        """Writes markup that was held back: it is encoded in one stretch."""
        self._add(self.tokenizer.encode(self.held, add_special_tokens=False).ids, MARKUP)
        self.held = ""

    def _spelt(self, part: str) -> list[int]:
        return self.tokenizer.encode(json.dumps(part, ensure_ascii=False)[1:-1], add_special_tokens=False).ids

    def _add(self, ids: list[int], kind: int, row: int = -1) -> None:
        self.ids += ids
        self.kinds += [kind] * len(ids)
        self.rows += [row] * len(ids)


@dataclasses.dataclass
class Sample:
    """ids: (tokens,) prompt and answer with its end token; answer_at: where the answer begins

    kinds: (answers,) MARKUP, VALUE or FIRST
    shown: (answers, 2) row of ids that holds what each token repeats, and of what the token before it repeats, -1 for
        none
    """

    ids: numpy.ndarray
    answer_at: int
    kinds: numpy.ndarray
    shown: numpy.ndarray


def sample(tokenizer, asked: Question) -> Sample:
    given = prompt(tokenizer, asked)
    answer = Answer(tokenizer, asked, given)
    ids = numpy.array([*given.ids, *answer.ids, tokenizer.token_to_id("<|im_end|>")], numpy.int64)
    rows = numpy.array([*answer.rows, -1])
    return Sample(ids, len(given.ids), numpy.array([*answer.kinds, MARKUP], numpy.int8),
                  numpy.column_stack([rows, [-1, *rows[:-1]]]))


@dataclasses.dataclass
class TextBatch:
    """Prompts and answers side by side without padding; fields as in `Batch`, but for these.

    kinds: (answers,) MARKUP, VALUE or FIRST
    shown: (answers, 2) row that holds what the token to be learnt repeats, and of what the one before it repeats, -1
        for none
    """

    ids: torch.Tensor
    positions: torch.Tensor
    sequences: Segments
    asked: torch.Tensor
    answer: torch.Tensor
    kinds: torch.Tensor
    shown: torch.Tensor
    pages: int
    longest: int
    most_asked: int


def pack(samples: list[Sample]) -> TextBatch:
    lengths = [len(s.ids) for s in samples]
    starts = numpy.concatenate([[0], numpy.cumsum(lengths)[:-1]])
    asked = numpy.concatenate([at + numpy.arange(s.answer_at - 1, len(s.ids) - 1) for at, s in zip(starts, samples)])
    ids = numpy.concatenate([s.ids for s in samples])
    rows = numpy.concatenate([numpy.where(s.shown >= 0, s.shown + at, -1) for at, s in zip(starts, samples)])
    positions = numpy.tile(numpy.concatenate([numpy.arange(n) for n in lengths]), (3, 1))
    return TextBatch(
        torch.from_numpy(ids), torch.from_numpy(positions), Segments.of(lengths), torch.from_numpy(asked),
        torch.from_numpy(ids[asked + 1]), torch.from_numpy(numpy.concatenate([s.kinds for s in samples])).long(),
        torch.from_numpy(rows), len(samples), max(lengths), max(len(s.ids) - s.answer_at for s in samples))


def grouped(samples: list[Sample], room: int) -> list[list[Sample]]:
    """Samples of like lengths together, each group of at most so many tokens if all were as long as its longest."""
    groups: list[list[Sample]] = []
    for s in sorted(samples, key=lambda s: len(s.ids)):
        if not groups or (len(groups[-1]) + 1) * len(s.ids) > room:
            groups.append([])
        groups[-1].append(s)
    return groups


def batches(pages: list[dict], tokenizer, room: int, longest: int, dice: random.Random) -> Iterator[TextBatch]:
    """Batches without end; each page comes with another question each time, one with a long list twice as often.

    room: tokens of a batch; longest: tokens of a sequence, longer ones are left out
    """
    known = blank_of_all(pages)
    pages = pages + [page for page in pages if longest_list(page) >= LONG_LIST]
    while True:
        dice.shuffle(pages)
        for at in range(0, len(pages), AT_ONCE):
            asked = [varied_question(page, dice, known[page["kind"]]) for page in pages[at:at + AT_ONCE]]
            samples = [sample(tokenizer, one) for one in asked]
            groups = grouped([s for s in samples if len(s.ids) <= longest], room)
            dice.shuffle(groups)
            yield from map(pack, groups)


def longest_list(page: dict) -> int:
    return max((len(value) for value in page["values"].values() if isinstance(value, list)), default=0)


def draw(command: str, seed: int, split: str, count: int, file: pathlib.Path) -> None:
    """Keeps what is asked about of so many of the synthesiser's pages, a line of JSON for each."""
    written = file.with_suffix(".writing")
    with written.open("w", encoding="utf-8") as lines:
        for page in itertools.islice(stream.run(shlex.split(command.format(seed=seed, split=split))), count):
            kept = {"html": page.html, "values": page.facts.get("values"), "kind": page.facts["kind"]}
            lines.write(json.dumps(kept, ensure_ascii=False) + "\n")
    os.replace(written, file)


def read(file: pathlib.Path) -> list[dict]:
    """The pages of such a file that have key values. Raises ValueError if there are none."""
    with file.open(encoding="utf-8") as lines:
        pages = [page for page in map(json.loads, lines) if page["values"]]
    if not pages:
        raise ValueError(f"no page of {file} has key values")
    return pages
