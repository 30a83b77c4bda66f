"""Lays samples side by side."""

from __future__ import annotations

import dataclasses

import numpy
import torch

from .batch import Batch, Segments
from .sample import Sample
from .shape import MAX_PIXELS, PATCH

LONGEST_PAGE = MAX_PIXELS // PATCH ** 2
LONGEST_SEQUENCE = 4096


@dataclasses.dataclass(frozen=True)
class Room:
    """What a batch may hold. Filled up to exactly that if `fixed`, so that compiled code sees one shape."""

    patches: int
    tokens: int
    pages: int
    fixed: bool = False

    def holds(self, patches: int, tokens: int, pages: int) -> bool:
        # One token stays free for the padding's cells.
        return patches <= self.patches and tokens < self.tokens and pages <= self.pages


def fits(sample: Sample, room: Room) -> bool:
    return len(sample.ids) <= LONGEST_SEQUENCE and room.holds(len(sample.picture.pixels), len(sample.ids), 1)


class Packer:
    """Collects samples until the next one does not fit."""

    def __init__(self, room: Room, box_weight: float = 1.0):
        self.room = room
        self.box_weight = box_weight
        self.held: list[Sample] = []

    def add(self, sample: Sample) -> Batch | None:
        """A full batch, if that sample starts a new one."""
        out = None
        patches = sum(len(s.picture.pixels) for s in self.held) + len(sample.picture.pixels)
        tokens = sum(len(s.ids) for s in self.held) + len(sample.ids)
        if self.held and not self.room.holds(patches, tokens, len(self.held) + 1):
            out = pack(self.held, self.room, self.box_weight)
            self.held = []
        self.held.append(sample)
        return out


def pack(samples: list[Sample], room: Room | None = None, box_weight: float = 1.0) -> Batch:
    """A batch of samples, padded to the room if that is fixed.

    Padding patches form windows and one frame of their own, padding tokens one sequence; padding answers
    weigh nothing.
    """
    fixed = room is not None and room.fixed
    pictures = [s.picture for s in samples]
    colour = max(p.pixels.shape[1] for p in pictures)
    pixels = [_with_colour(p.pixels, colour) for p in pictures]
    patches = [len(p) for p in pixels]
    cells = [n // 4 for n in patches]
    tokens = [len(s.ids) for s in samples]
    first_cell = numpy.cumsum([0, *cells])
    first_token = numpy.cumsum([0, *tokens])

    cell_order = [p.cell_order + first_cell[i] for i, p in enumerate(pictures)]
    cell_rows = [first_token[i] + s.cells_at + numpy.arange(cells[i]) for i, s in enumerate(samples)]
    asked = [first_token[i] + numpy.arange(s.answer_at - 1, len(s.ids) - 1) for i, s in enumerate(samples)]
    answer = [s.ids[s.answer_at:] for s in samples]
    kinds = [s.kinds for s in samples]
    shown = [s.shown + numpy.where(s.shown >= 0, [first_token[i], 0, first_token[i]], 0) for i, s in enumerate(samples)]
    weights = [numpy.where(k == 1, box_weight, 1.0).astype(numpy.float32) for k in kinds]

    arrays = dict(
        pixels=numpy.concatenate(pixels),
        patch_at=numpy.concatenate([p.patch_at for p in pictures]),
        cell_order=numpy.concatenate(cell_order),
        ids=numpy.concatenate([s.ids for s in samples]),
        positions=numpy.concatenate([s.positions for s in samples], 1),
        cell_rows=numpy.concatenate(cell_rows),
        cell_of=numpy.arange(sum(cells)),
        asked=numpy.concatenate(asked),
        answer=numpy.concatenate(answer),
        answer_kind=numpy.concatenate(kinds),
        answer_weight=numpy.concatenate(weights),
        answer_shown=numpy.concatenate(shown),
        glyphs=numpy.concatenate([p.glyphs for p in pictures]),
        edges=numpy.concatenate([p.edges for p in pictures]))
    windows = numpy.concatenate([p.windows for p in pictures])
    if not fixed:
        segments = Segments.of(windows), Segments.of(patches), Segments.of(tokens)
    else:
        spare, rest = room.patches - sum(patches), room.tokens - sum(tokens)
        arrays = _filled(arrays, spare, rest)
        # The padding is cut into short runs: attention over all of it would cost its square.
        segments = (
            Segments.of([*windows, *_cut(spare, 64)], 64, room.patches // 32 + room.pages),
            Segments.of([*patches, *_cut(spare, 512)], LONGEST_PAGE, room.patches // 512 + room.pages + 1),
            Segments.of([*tokens, *_cut(rest, 512)], LONGEST_SEQUENCE, room.tokens // 512 + room.pages + 1))
    arrays["glyph_at"] = arrays["glyphs"].ravel().nonzero()[0]
    tensors = {name: torch.from_numpy(numpy.ascontiguousarray(value)) for name, value in arrays.items()}
    return Batch(windows=segments[0], frames=segments[1], sequences=segments[2], pages=len(samples),
                 longest=max(tokens), most_asked=max(len(a) for a in answer), **tensors)


def _cut(rows: int, length: int) -> list[int]:
    return [length] * (rows // length) + [rows % length]


def _with_colour(pixels: numpy.ndarray, values: int) -> numpy.ndarray:
    return pixels if pixels.shape[1] == values else numpy.tile(pixels, (1, values // pixels.shape[1]))


def _filled(arrays: dict[str, numpy.ndarray], patches: int, tokens: int) -> dict[str, numpy.ndarray]:
    """The arrays with so many more patches and tokens, and answers for all tokens there are."""
    total = len(arrays["ids"]) + tokens

    def longer(name: str, count: int, value: int = 0) -> None:
        old = arrays[name]
        extra = numpy.full((count, *old.shape[1:]), value, old.dtype)
        arrays[name] = numpy.concatenate([old, extra])

    old_cells, cells = len(arrays["cell_order"]), patches // 4
    for name, count in (("pixels", patches), ("patch_at", patches), ("glyphs", patches), ("edges", cells)):
        longer(name, count)
    arrays["cell_order"] = numpy.append(arrays["cell_order"], old_cells + numpy.arange(cells))
    longer("ids", tokens)
    arrays["positions"] = numpy.pad(arrays["positions"], ((0, 0), (0, tokens)))
    # Cells of the padding are written over its first token, which nothing learns from; there is always one.
    for name, value in (("cell_rows", total - 1), ("cell_of", old_cells)):
        longer(name, cells, value)
    answers = total - len(arrays["asked"])
    for name in ("asked", "answer", "answer_kind", "answer_weight"):
        longer(name, answers)
    longer("answer_shown", answers, -1)
    return arrays
