"""Which signs a formula's LaTeX shows, in the order in which the synthesiser draws them.

LaTeX is read as a reader writes it: an index before the exponent, a matrix row by row. Drawn is the exponent first and
a matrix column by column. Only what the synthesiser writes is known.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

PART = re.compile(r"\\(?:[A-Za-z]+|.)|.", re.DOTALL)
NAMED = {
    "\\" + name: sign for name, sign in {
        "pm": "±", "times": "×", "cdot": "·", "div": "÷", "cap": "∩", "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈",
        "equiv": "≡", "to": "→", "leftrightarrow": "↔", "mid": "|", "infty": "∞", "partial": "∂", "ldots": "…",
        "sum": "∑", "prod": "∏", "int": "∫", "varepsilon": "ε", "varphi": "φ", "{": "{", "}": "}", "cdots": "···",
    }.items()}
DRAWN = {"-": "−", "'": "′"}
LIMITS = {"\\sum", "\\prod", "\\int"}
"""Their lower limit is drawn before the upper one."""
SILENT = set("{}[]&^_\\") | {
    "\\\\", "\\frac", "\\binom", "\\sqrt", "\\text", "\\bar", "\\overline", "\\hat", "\\tilde", "\\vec",
    "\\dot", "\\ddot"}
"""They are lines, accents or only grouping: no glyph is theirs, nor one of the brackets that grow with what they hold."""

Sign = tuple[str, int, int]
"""A drawn character and the stretch of the answer that stands for it."""


def signs(spelling: list[Sign]) -> list[Sign]:
    """What the characters of a formula show; nothing if its braces do not match.

    spelling: each of its characters, spaces too, and where it stands
    """
    try:
        return _Formula(spelling).sequence(())
    except IndexError:
        return []


class _Formula:
    def __init__(self, spelling: list[Sign]):
        self.spelling = spelling
        text = "".join(c for c, _, _ in spelling)
        self.parts = [found for found in PART.finditer(text) if not found[0].isspace()]
        self.at = 0

    def next(self) -> str:
        return self.parts[self.at][0] if self.at < len(self.parts) else ""

    def take(self) -> str:
        self.at += 1
        return self.parts[self.at - 1][0]

    def sequence(self, stops: tuple[str, ...]) -> list[Sign]:
        found, last = [], ""
        while self.next() and self.next() not in stops:
            part = self.take()
            if part == "_":
                lower, upper = self.argument(), []
                if self.next() == "^":
                    self.take()
                    upper = self.argument()
                found += lower + upper if last in LIMITS else upper + lower
            elif part == "\\begin":
                found += self.array()
            elif part == "\\tag":
                tag = self.argument(with_braces=True)
                found += [("(", *tag[0][1:]), *tag[1:-1], (")", *tag[-1][1:])]
            elif part in ("\\left", "\\right"):
                self.take()
            elif part == "{":
                found += self.sequence(("}",))
                self.take()
            elif part == "\\sqrt" and self.next() == "[":
                self.take()
                found += self.sequence(("]",))
                self.take()
            else:
                found += self.drawn(part)
            last = part
        return found

    def argument(self, with_braces: bool = False) -> list[Sign]:
        if self.next() != "{":
            return self.drawn(self.take())
        opening = self.stretch(self.at)
        self.take()
        inner = self.sequence(("}",))
        closing = self.stretch(self.at)
        self.take()
        return [("{", *opening), *inner, ("}", *closing)] if with_braces else inner

    def array(self) -> list[Sign]:
        self.argument()
        rows: list[list[list[Sign]]] = [[]]
        while True:
            rows[-1].append(self.sequence(("&", "\\\\", "\\end")))
            if self.next() == "\\\\":
                rows.append([])
            elif self.next() != "&":
                break
            self.take()
        self.take()
        self.argument()
        return [sign for column in itertools.zip_longest(*rows, fillvalue=[]) for cell in column for sign in cell]

    def drawn(self, part: str) -> list[Sign]:
        """The glyphs of one part; of the name of a function its letters."""
        first, last = self.stretch(self.at - 1)
        if part in SILENT:
            return []
        if part not in NAMED and len(part) > 1:
            letter = _greek(part[1:])
            if not letter:
                start = self.parts[self.at - 1].start() + 1
                letters = self.spelling[start:start + len(part) - 1]
                return [(letters[0][0], first, letters[0][2]), *letters[1:]]
            return [(letter, first, last)]
        shown = NAMED.get(part) or DRAWN.get(part, part)
        if len(shown) == 1:
            return [(shown, first, last)]
        edges = [first + round(i * (last - first) / len(shown)) for i in range(len(shown) + 1)]
        return [(c, a, b) for c, a, b in zip(shown, edges, edges[1:])]

    def stretch(self, index: int) -> tuple[int, int]:
        part = self.parts[index]
        return self.spelling[part.start()][1], self.spelling[part.end() - 1][2]


def _greek(name: str) -> str:
    case = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        # Unicode spells lambda otherwise.
        return unicodedata.lookup(f"GREEK {case} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    except KeyError:
        return ""
