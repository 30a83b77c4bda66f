"""How well an answer reads. For steering training; the product's `eval` command is what results are told by."""

from __future__ import annotations

import numpy

from . import tasks


def edit_distance(a: str, b: str) -> int:
    """Insertions, deletions and substitutions (Levenshtein)."""
    if not a or not b:
        return max(len(a), len(b))
    codes = numpy.array([ord(c) for c in b])
    row = numpy.arange(len(b) + 1)
    steps = numpy.arange(len(b) + 1)
    for i, c in enumerate(a, 1):
        best = numpy.minimum(row[:-1] + (codes != ord(c)), row[1:] + 1)
        row = numpy.minimum.accumulate(numpy.concatenate([[i], best]) - steps) + steps
    return int(row[-1])


def text(html: str) -> str:
    """All text in reading order, blocks by line."""
    lines = (" ".join(tasks.plain(line).split()) for line in html.replace("</td>", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def overlap(a: list[int], b: list[int]) -> float:
    """Intersection over union."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(width, 0) * max(height, 0)
    areas = sum((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b))
    return both / (areas - both) if areas > both else 0.0


def boxes_found(answer: str, truth: str, least: float = 0.5) -> tuple[int, int, int]:
    """Boxes of the answer that lie on one of the truth's, boxes of the answer, boxes of the truth."""
    given, wanted = ([[int(v) for v in found] for found in tasks.BOX.findall(html)] for html in (answer, truth))
    left, right = list(wanted), 0
    for box in given:
        best = max(left, key=lambda other: overlap(box, other), default=None)
        if best is not None and overlap(box, best) >= least:
            left.remove(best)
            right += 1
    return right, len(given), len(wanted)


def reading(answers: list[str], truths: list[str]) -> dict[str, float]:
    """Character error rate over all pages and F1 of the boxes."""
    errors = letters = right = given = wanted = exact = 0
    for answer, truth in zip(answers, truths):
        a, t = text(answer), text(truth)
        errors += edit_distance(a, t)
        letters += len(t)
        exact += answer == truth
        r, g, w = boxes_found(answer, truth)
        right, given, wanted = right + r, given + g, wanted + w
    return {"cer": errors / max(letters, 1), "box_f1": 2 * right / max(given + wanted, 1),
            "exact": exact / max(len(truths), 1)}
