"""What is asked of a page, and the answer."""

from __future__ import annotations

import dataclasses
import html as entities
import json
import random
import re

import numpy

from . import keyvalues
from .stream import Page

SYSTEM = "You are a helpful assistant."
HTML_PROMPT = "QwenVL HTML "
SPOTTING_PROMPT = "Spotting all the text in the image with block-level, and output in JSON format."
BOX_PROMPT = "What is the text in the box [{}, {}, {}, {}]?"
VALUES_PROMPT = "Extract the key-value information in the format:{}"

BOX = re.compile(r'data-bbox="(\d+) (\d+) (\d+) (\d+)"')
TEXT_BLOCK = re.compile(r'<(p|h[1-6]|li) data-bbox="(\d+) (\d+) (\d+) (\d+)">(.*?)</\1>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclasses.dataclass
class Question:
    """A question about a page, put before the picture, and its answer.

    places: (characters of the answer) where in the HTML of the page each of them stands, -1 for nowhere
    """

    text: str
    answer: str
    places: numpy.ndarray


def scaled(html: str, width_ratio: float, height_ratio: float, width: int, height: int) -> str:
    """The truth with its boxes in pixels of the picture the model sees, width x height."""
    def box(found: re.Match) -> str:
        x1, y1, x2, y2 = (int(v) for v in found.groups())
        x = sorted(min(max(round(v * width_ratio), 0), width) for v in (x1, x2))
        y = sorted(min(max(round(v * height_ratio), 0), height) for v in (y1, y2))
        return f'data-bbox="{x[0]} {y[0]} {x[1]} {y[1]}"'
    if width_ratio == 1 and height_ratio == 1:
        return html
    return BOX.sub(box, html)


def plain(markup: str) -> str:
    """Text of a block, its lines kept."""
    return entities.unescape(TAG.sub("", re.sub(r"<br\s*/?>", "\n", markup)))


def text_blocks(html: str) -> list[tuple[list[int], str]]:
    """Boxes and texts of paragraphs, headings and list items, in reading order."""
    return [([int(v) for v in found.groups()[1:5]], plain(found[6])) for found in TEXT_BLOCK.finditer(html)]


def fenced(value: object) -> str:
    return "```json\n" + json.dumps(value, ensure_ascii=False) + "\n```"


def blank(values: object) -> object:
    """The same keys with nothing in them; of a list of records, one record."""
    if isinstance(values, dict):
        return {key: blank(value) for key, value in values.items()}
    if isinstance(values, list):
        return [blank(values[0])] if values else []
    return ""


def unplaced(text: str, answer: str) -> Question:
    return Question(text, answer, numpy.full(len(answer), -1))


def html_question(html: str) -> Question:
    return Question(HTML_PROMPT, html, numpy.arange(len(html)))


def values_question(page: Page, html: str, dice: random.Random) -> Question | None:
    """Some or all of a page's key values, in an order of its own; what is not there is left out of the answer."""
    values = page.facts.get("values")
    if not values:
        return None
    there = keyvalues.shown(values, html, page.facts["kind"] == "form")
    keys = list(values)
    if dice.random() < 0.5:
        dice.shuffle(keys)
        keys = keys[:dice.randint(1, len(keys))]
    if not there.keys() & set(keys) and dice.random() < 0.8:
        return None
    asked = json.dumps(blank({key: values[key] for key in keys}), ensure_ascii=False)
    answer, places = keyvalues.answer(there, keys)
    return Question(VALUES_PROMPT.format(asked), answer, numpy.array(places))


def spotting_question(html: str) -> Question | None:
    found = [{"bbox_2d": box, "text_content": text} for box, text in text_blocks(html)]
    return unplaced(SPOTTING_PROMPT, fenced(found)) if found else None


def box_question(html: str, dice: random.Random) -> Question | None:
    found = text_blocks(html)
    if not found:
        return None
    box, text = dice.choice(found)
    return unplaced(BOX_PROMPT.format(*box), text)


def choose(page: Page, html: str, mix: dict[str, float], dice: random.Random) -> Question:
    """A question by chance; mix has a weight for each of html, values, spotting and box."""
    kind = dice.choices(list(mix), list(mix.values()))[0]
    question = {
        "html": lambda: html_question(html),
        "values": lambda: values_question(page, html, dice),
        "spotting": lambda: spotting_question(html),
        "box": lambda: box_question(html, dice),
    }[kind]()
    return question or html_question(html)
