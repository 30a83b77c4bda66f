"""What a step costs, counted and measured.

    python -m smallmodel.cost --shape page --patches 71680 --tokens 49152 [--compile] [--device cuda]

prints the work of a step in floating point operations, the time it takes on random data, and what the two give.
"""

from __future__ import annotations

import argparse
import json
import time

import torch
import torch.nn.functional as F

from . import model, optim, shape as shapes
from .batch import Batch, Segments


def work(shape: shapes.Shape, patches: int, pages: int, tokens: int, answers: int) -> dict[str, float]:
    """Operations of forward and backward (three times forward), of pages of equal size."""
    width, inner = shape.vision_width, shape.vision_inner
    per_patch = 588 * width + shape.vision_depth * (4 * width * width + 3 * width * inner)
    per_patch += (16 * width * width + 4 * width * shape.text_width) / 4
    page = patches / pages
    windowed = shape.vision_depth - len(shape.full_attention)
    attended = 2 * width * (windowed * 64 + len(shape.full_attention) * page)
    text = shape.text_width
    keys = text * shape.text_key_value_heads // shape.text_heads
    per_token = shape.text_layers * (2 * text * text + 2 * text * keys + 3 * text * shape.text_inner)
    looked_at = shape.text_layers * text * (tokens / pages)
    head = answers * text * shape.vocabulary
    return {
        "tower": 6 * patches * (per_patch + attended),
        "decoder": 6 * (tokens * (per_token + looked_at) + head),
    }


def random_batch(patches: int, pages: int, tokens: int, device) -> Batch:
    generator = torch.Generator().manual_seed(1)
    page, cells, text = patches // pages, patches // pages // 4, tokens // pages

    def segments(lengths, longest):
        return Segments.of(lengths, longest, len(lengths) + 1).to(device)

    def drawn(high, *size):
        return torch.randint(0, high, size, generator=generator).to(device)

    rows = torch.arange(pages)[:, None] * text
    asked = (rows + torch.arange(cells + 30, text - 1)).flatten().to(device)
    return Batch(
        pixels=drawn(256, patches, 196).to(torch.uint8), patch_at=drawn(60, patches, 2).short(),
        cell_order=torch.arange(patches // 4, device=device),
        windows=segments([64] * (patches // 64), 64), frames=segments([page] * pages, page),
        ids=drawn(1000, text * pages), positions=drawn(3000, 3, text * pages),
        cell_rows=(rows + 20 + torch.arange(cells)).flatten().to(device),
        cell_of=torch.arange(patches // 4, device=device), sequences=segments([text] * pages, text),
        asked=asked, answer=drawn(1000, len(asked)), answer_kind=drawn(3, len(asked)),
        answer_weight=torch.ones(len(asked), device=device),
        answer_shown=torch.full((len(asked), 3), -1, device=device), glyphs=drawn(9, patches, 8).short(),
        glyph_at=torch.arange(8, device=device), edges=drawn(29, patches // 4, 4).short(), pages=pages,
        longest=text, most_asked=len(asked) // pages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shape", choices=sorted(shapes.SHAPES), default="page")
    parser.add_argument("--patches", type=int, default=71_680)
    parser.add_argument("--tokens", type=int, default=47_600)
    parser.add_argument("--pages", type=int, default=14)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args()
    if given.threads:
        torch.set_num_threads(given.threads)
    shape, device = shapes.SHAPES[given.shape], torch.device(given.device)
    attention, bfloat16 = model.choose_attention(device), model.choose_arithmetic(device)
    fast = model.Fast(model.reference(shape), shape).to(device)
    matrices, others = optim.split(fast.named_parameters())
    optimisers = [optim.Muon(matrices, bfloat16=bfloat16), torch.optim.AdamW(others, lr=1e-4)]
    batch = random_batch(given.patches, given.pages, given.tokens, device)
    blocks, decode = fast.blocks, fast.decode
    if given.compile and device.type == "cuda":
        blocks, decode = torch.compile(blocks), torch.compile(decode)
    elif given.compile:
        fast.into_attention = torch.compile(fast.into_attention, dynamic=True)
        fast.behind_attention = torch.compile(fast.behind_attention, dynamic=True)

    def step():
        with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
            features = blocks(fast.patches(batch.pixels), batch.patch_at, batch.windows, batch.frames)
            x = fast.embed(batch.ids, batch.cell_rows, fast.cells(features, batch.cell_order)[batch.cell_of])
            scores = fast.scores(decode(x, batch.positions, batch.sequences)[0][batch.asked])
            F.cross_entropy(scores.float(), batch.answer).backward()
        for optimiser in optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        if device.type == "cuda":
            torch.cuda.synchronize()

    began = time.perf_counter()
    step()
    step()
    warm = time.perf_counter() - began
    began, used = time.perf_counter(), time.process_time()
    for _ in range(given.steps):
        step()
    # Processor time stands beside it for machines that others use at the same time.
    seconds, used = (time.perf_counter() - began) / given.steps, (time.process_time() - used) / given.steps
    counted = work(shape, given.patches, given.pages, given.tokens, len(batch.asked))
    total = sum(counted.values())
    print(json.dumps({
        "shape": given.shape, "device": str(device), "attention": attention, "bfloat16": bfloat16,
        "compiled": given.compile,
        "teraflop a step": {k: round(v / 1e12, 3) for k, v in counted.items()},
        "gigaflop a page": round(total / given.pages / 1e9, 1), "warm-up seconds": round(warm, 1),
        "seconds a step": round(seconds, 4),
        "processor seconds a step": round(used, 4),
        "teraflop a second": round(total / seconds / 1e12, 3),
        "pages a second": round(given.pages / seconds, 1)}))


if __name__ == "__main__":
    main()
