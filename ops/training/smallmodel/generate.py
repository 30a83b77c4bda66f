"""Answers, token after token, for many pages at once."""

from __future__ import annotations

import numpy
import torch
import torch.nn.functional as F

from . import model, pack
from .sample import Sample


@torch.no_grad()
def answers(fast: model.Fast, samples: list[Sample], limit: int, temperature: float = 0.0,
            seed: int = 0) -> list[list[int]]:
    """Ids of each answer without its end token; greedy at temperature 0.

    The truth is used for nothing: prompts end where the answers begin.
    """
    batch = pack.pack(samples).to(fast.frequencies.device)
    cells = fast.cells(fast.tower(batch.pixels, batch.patch_at, batch.windows, batch.frames), batch.cell_order)
    return continued(fast, batch, fast.embed(batch.ids, batch.cell_rows, cells), [s.answer_at for s in samples], limit,
                     temperature, seed)


@torch.no_grad()
def continued(fast: model.Fast, batch, x, answer_at: list[int], limit: int, temperature: float = 0.0,
              seed: int = 0) -> list[list[int]]:
    """The same for sequences that are embedded, (tokens, width); answer_at: where in each of them the answer begins."""
    device = fast.frequencies.device
    asked = numpy.array(answer_at)
    starts = batch.sequences.starts[:-1].long()
    cos, sin = fast.rotary(batch.positions)

    lengths = torch.from_numpy(asked).to(device)
    room = int(asked.max()) + limit
    column = torch.arange(int(asked.max()), device=device)
    prompt = torch.where(column < lengths[:, None], starts[:, None] + column, 0)
    caches = []

    def remember(q, k, v):
        caches.append([F.pad(t[prompt].transpose(1, 2), (0, 0, 0, limit)) for t in (k, v)])
        return model.attend(q, k, v, batch.sequences, causal=True)

    for layer in fast.text.layers:
        x = fast.layer(layer, x, cos, sin, remember)
    x = model.normed(fast.text.norm, x[starts + lengths - 1])
    position = batch.positions[0][starts + lengths - 1]

    generator = torch.Generator(device).manual_seed(seed)
    ends = torch.tensor(fast.ends, device=device)
    done = torch.zeros(len(asked), dtype=torch.bool, device=device)
    found, rows = [], torch.arange(len(asked), device=device)
    for step in range(limit):
        scores = fast.scores(x).float()
        if temperature > 0:
            chosen = torch.multinomial(torch.softmax(scores / temperature, -1), 1, generator=generator).squeeze(1)
        else:
            chosen = scores.argmax(-1)
        chosen = torch.where(done, ends[0], chosen)
        done |= torch.isin(chosen, ends)
        found.append(chosen)
        if step % 16 == 15 and bool(done.all()):
            break
        position = position + 1
        cos, sin = fast.rotary(position.expand(3, -1))
        at = lengths + step
        visible = (torch.arange(room, device=device) <= at[:, None])[:, None, None]
        x = fast.text.embed_tokens(chosen)
        for layer, cache in zip(fast.text.layers, caches):
            def attend(q, k, v, cache=cache):
                for held, new in zip(cache, (k, v)):
                    held[rows, :, at] = new.to(held.dtype)
                groups = q.shape[1] // k.shape[1]
                keys, values = (held.repeat_interleave(groups, 1) for held in cache)
                return F.scaled_dot_product_attention(
                    q[:, :, None].to(keys.dtype), keys, values, attn_mask=visible).squeeze(2)
            x = fast.layer(layer, x, cos, sin, attend)
        x = model.normed(fast.text.norm, x)
    ids = torch.stack(found, 1).tolist()
    stop = set(ends.tolist())
    return [row[:next((i for i, token in enumerate(row) if token in stop), len(row))] for row in ids]
