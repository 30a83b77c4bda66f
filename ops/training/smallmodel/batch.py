"""What a training step works on: many pages side by side, without padding between them."""

from __future__ import annotations

import dataclasses

import numpy
import torch


@dataclasses.dataclass
class Segments:
    """Consecutive runs of rows that attend to themselves alone.

    starts: (runs + 1,) row where each run begins, then the number of rows. Runs may be empty.
    rows: how many rows there are
    longest: rows of the longest run, or a bound of it
    same: rows of every run if they are equally long, otherwise 0
    """

    starts: torch.Tensor
    rows: int
    longest: int
    same: int

    @staticmethod
    def of(lengths, longest: int = 0, count: int = 0) -> "Segments":
        """count: pad with empty runs up to so many, for shapes that never change."""
        lengths = numpy.asarray(lengths, dtype=numpy.int64)
        if count:
            if len(lengths) > count:
                raise ValueError(f"{len(lengths)} runs do not fit {count}")
            lengths = numpy.concatenate([lengths, numpy.zeros(count - len(lengths), numpy.int64)])
        starts = numpy.concatenate([[0], lengths.cumsum()])
        equal = not count and len(lengths) > 0 and (lengths == lengths[0]).all()
        return Segments(torch.from_numpy(starts.astype(numpy.int32)), int(starts[-1]),
                        longest or int(lengths.max(initial=1)), int(lengths[0]) if equal else 0)

    def places(self) -> torch.Tensor:
        """(runs, longest) row at each place of a run; places behind its end hold the number of rows."""
        starts = self.starts.long()
        column = starts[:-1, None] + torch.arange(self.longest, device=starts.device)
        return torch.where(column < starts[1:, None], column, self.rows)

    def rows_in_places(self) -> torch.Tensor:
        """(rows,) where each row is found in the flattened places."""
        starts = self.starts.long()
        row = torch.arange(self.rows, device=starts.device)
        run = torch.searchsorted(starts, row, right=True) - 1
        return run * self.longest + row - starts[run]

    def to(self, device) -> "Segments":
        return dataclasses.replace(self, starts=self.starts.to(device, non_blocking=True))


@dataclasses.dataclass
class Batch:
    """Patches stand in window order, tokens in the order of their sequences; nothing is padded unless asked.

    pixels: (patches, 196 or 588) uint8, one frame; grey, or colour as (channel, y, x)
    patch_at: (patches, 2) row and column of each patch in its page
    cell_order: (cells,) for each cell in reading order of its page, its index in window order
    windows, frames: which patches attend to each other in windowed and in full blocks
    ids, positions: (tokens,) and (3, tokens)
    cell_rows: (cells used,) rows of ids that hold an image token; cell_of: the cell that each of them shows
    sequences: which tokens form a sequence
    asked: (answers,) rows whose next token is to be learnt; answer: that token; answer_kind: 0 markup, 1 box,
        2 text; answer_weight: how much it counts; answer_shown: (answers, 3) row of
        the cell that shows it, slot in that cell, and row of the cell that shows the token before; -1 for none
    glyphs: (patches, slots) character class at each slot, 0 for none
    glyph_at: indices of the filled slots in the flattened glyphs
    edges: (cells, 4) left, top, right, bottom of the ink in each cell, 1..28, or 0; cells in window order
    pages: number of pages
    longest: tokens of the longest sequence; most_asked: answers of the one with the most
    """

    pixels: torch.Tensor
    patch_at: torch.Tensor
    cell_order: torch.Tensor
    windows: Segments
    frames: Segments
    ids: torch.Tensor
    positions: torch.Tensor
    cell_rows: torch.Tensor
    cell_of: torch.Tensor
    sequences: Segments
    asked: torch.Tensor
    answer: torch.Tensor
    answer_kind: torch.Tensor
    answer_weight: torch.Tensor
    answer_shown: torch.Tensor
    glyphs: torch.Tensor
    glyph_at: torch.Tensor
    edges: torch.Tensor
    pages: int
    longest: int
    most_asked: int

    def to(self, device) -> "Batch":
        if torch.device(device).type == "cpu":
            return self
        moved = {}
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if isinstance(value, torch.Tensor):
                value = value.pin_memory().to(device, non_blocking=True)
            elif isinstance(value, Segments):
                value = value.to(device)
            moved[field.name] = value
        return Batch(**moved)
