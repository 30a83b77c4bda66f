"""Parts that are thrown away after training: they carry the dense supervision."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn

from . import glyphs as dense
from .batch import Batch
from .shape import CELL

CODE = 96
"""Width of a character's code; slots share it, so that a letter need not be learnt anew for each slot."""


class GlyphHead(nn.Module):
    """Tells from a patch which slots hold a character, and which one."""

    def __init__(self, width: int):
        super().__init__()
        self.norm = nn.RMSNorm(width, eps=1e-6)
        self.slots = nn.Linear(width, dense.SLOTS * CODE)
        self.characters = nn.Linear(CODE, dense.CLASSES)

    def forward(self, features: torch.Tensor, truth: torch.Tensor, at: torch.Tensor):
        """Loss, and how many of the characters are right among how many.

        truth: (patches, slots), 0 for none; at: indices of the others in it when flattened.

        Whether a slot is empty is asked of every slot; which character, only of the filled ones.
        """
        codes = F.silu(self.slots(self.norm(features.float()))).unflatten(-1, (dense.SLOTS, CODE))
        empty = F.linear(codes, self.characters.weight[:1], self.characters.bias[:1]).squeeze(-1).float()
        filled = (truth > 0).float()
        presence = F.binary_cross_entropy_with_logits(-empty, filled)
        scores = self.characters(codes.flatten(0, 1)[at])[:, 1:].float()
        wanted = truth.flatten()[at].long() - 1
        which = F.cross_entropy(scores, wanted, reduction="sum") / max(len(at), 1)
        right = ((scores.argmax(-1) == wanted) & (empty.flatten()[at] < 0)).sum()
        return which + 4 * presence, right, len(at)


class CellTable(nn.Module):
    """Stands in for the tower: a cell of 28 pixels is the sum of its true characters, each turned by its slot,
    and of where the ink begins and ends in it."""

    def __init__(self, width: int):
        super().__init__()
        self.characters = nn.Embedding(dense.CLASSES, CODE)
        self.slots = nn.Parameter(torch.randn(4 * dense.SLOTS, width, CODE) * (0.5 / CODE ** 0.5))
        self.edges = nn.Embedding(4 * dense.EDGES, width)
        self.empty = nn.Parameter(torch.zeros(width))
        nn.init.normal_(self.characters.weight, std=1.0)
        nn.init.normal_(self.edges.weight, std=0.1)
        self.scale = nn.Parameter(torch.tensor(0.1))

    def forward(self, glyphs: torch.Tensor, edges: torch.Tensor) -> torch.Tensor:
        """(cells, width), in the order of the rows; glyphs: (patches, slots), edges: (cells, 4)."""
        truth = glyphs.reshape(-1, 4 * dense.SLOTS).long()
        codes = self.characters(truth) * (truth > 0)[..., None]
        out = F.linear(codes.flatten(1), self.slots.transpose(0, 1).flatten(1))
        place = edges.long() + dense.EDGES * torch.arange(4, device=edges.device)
        out = out + (self.edges(place) * (edges > 0)[..., None]).sum(1)
        return self.scale * (out + self.empty)


def layout_cells(table: CellTable, batch: Batch) -> torch.Tensor:
    """What the decoder gets instead of the merger's output, cells in reading order of their pages."""
    return table(batch.glyphs, batch.edges)[batch.cell_order]


def alignment(cells: torch.Tensor, wanted: torch.Tensor, filled: torch.Tensor) -> torch.Tensor:
    """Squared distance of the merger's cells to the known ones, in units of those' variance; cells with ink
    weigh four times as much as empty ones."""
    weight = torch.where(filled, 4.0, 1.0)
    wanted = wanted.detach().float()
    mean = (wanted * weight[:, None]).sum(0) / weight.sum()
    spread = (((wanted - mean) ** 2).mean(1) * weight).sum() / weight.sum()
    return (((cells.float() - wanted) ** 2).mean(1) * weight).sum() / weight.sum() / (spread + 1e-6)


DIGITS = (16, 10, 10)
"""Classes of the hundreds, the tens and the ones of a coordinate in pixels."""


class PlaceHead(nn.Module):
    """Tells from a cell inside the decoder where on the page its ink begins and ends, in decimal digits.

    A decoder has to learn from relative positions in which column of the page a cell stands before it can write a box.
    The boxes of a page are few; its cells with ink are many.
    """

    def __init__(self, width: int):
        super().__init__()
        self.norm = nn.RMSNorm(width, eps=1e-6)
        self.digits = nn.Linear(width, 4 * sum(DIGITS))

    def forward(self, cells: torch.Tensor, edges: torch.Tensor, at: torch.Tensor):
        """Loss, and how many of the digits are right among how many.

        cells: (cells, width); edges: (cells, 4) as in `Batch`; at: (cells, 2) row and column of each
        """
        inked = (edges > 0).any(1).nonzero()[:, 0]
        wanted = at[inked][:, [1, 0, 1, 0]].long() * CELL + edges[inked].long() - 1
        scores = self.digits(self.norm(cells[inked].float())).unflatten(-1, (4, sum(DIGITS))).float()
        loss, right = scores.sum() * 0, torch.zeros((), dtype=torch.long, device=cells.device)
        for part, unit in zip(scores.split(DIGITS, -1), (100, 10, 1)):
            digit = wanted // unit % (DIGITS[0] if unit == 100 else 10)
            loss = loss + F.cross_entropy(part.flatten(0, 1), digit.flatten(), reduction="sum")
            right += (part.argmax(-1) == digit).sum()
        count = max(1, wanted.numel() * len(DIGITS))
        return loss / count, right, torch.tensor(count)


class SlotHead(nn.Module):
    """Tells in which slot of the cell that is looked at the next character stands, among the others of the cell."""

    def __init__(self, width: int):
        super().__init__()
        self.norm = nn.RMSNorm(width, eps=1e-6)
        self.slots = nn.Linear(width, 4 * dense.SLOTS)

    def forward(self, asking: torch.Tensor, slots: torch.Tensor):
        """Loss, and how many are right among how many; asking: (answers, width), slots: (answers,), -1 for none."""
        known = slots >= 0
        scores, wanted = self.slots(self.norm(asking[known].float())).float(), slots[known]
        count = max(1, len(wanted))
        loss = F.cross_entropy(scores, wanted, reduction="sum") / count
        return loss, (scores.argmax(-1) == wanted).sum(), torch.tensor(count)


def pointing(query: torch.Tensor, key: torch.Tensor, batch: Batch, shown: torch.Tensor):
    """How far one head's attention is from looking at the cell that shows the next token, and how often it is right.

    query, key: (tokens, width) of one head, rotated; shown: (answers,) row that each of `batch.asked` should look at, -1
    for any. The loss is the mean of -log attention (guided attention, as in Tachibana et al., 2018, but to known places).
    """
    starts = batch.sequences.starts[:batch.pages + 1].long()
    known = (shown >= 0).nonzero()[:, 0]
    asked, shown = batch.asked[known], shown[known]
    run = torch.searchsorted(starts, asked, right=True) - 1
    # Asked rows stand in the order of sequences: those of each are brought to one height, as are its keys.
    rank = torch.arange(len(asked), device=asked.device) - torch.searchsorted(asked, starts)[run]
    asking = query.new_zeros(batch.pages, batch.most_asked, query.shape[-1])
    asking = asking.index_put((run, rank), query[asked] * query.shape[-1] ** -0.5)
    column = torch.arange(batch.longest, device=key.device)
    seen = key[(starts[:-1, None] + column).clamp(max=len(key) - 1)]
    scores = (asking @ seen.mT)[run, rank].float()
    scores = scores.masked_fill(column > (asked - starts[run])[:, None], torch.finfo(torch.float32).min)
    wanted, count = shown - starts[run], max(1, len(asked))
    loss = F.cross_entropy(scores, wanted, reduction="sum") / count
    return loss, (scores.argmax(-1) == wanted).sum(), torch.tensor(count)
