"""Learns a few pages by heart: whatever a recipe changes, it has to pass this first.

    python -m smallmodel.byheart --shape crop --tokenizer DIR --pages 16 --minutes 10 \\
        --synth "COMMAND --crop 448x224 --seed {seed} --split {split}"

Trains on the same pages again and again, tower and decoder together, until every answer is written as the truth has it,
and prints how many are. Ends with 1 if some are not.
"""

from __future__ import annotations

import argparse
import itertools
import json
import pathlib
import time

import torch
import torch.nn.functional as F

from . import generate, model, optim, pack, shape as shapes, source, vocabulary

CHECK_EACH = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shape", choices=sorted(shapes.SHAPES), default="crop")
    parser.add_argument("--tokenizer", type=pathlib.Path, required=True)
    parser.add_argument("--synth", required=True)
    parser.add_argument("--pages", type=int, default=16)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    model.choose_attention(torch.device("cpu"))
    bfloat16 = model.choose_arithmetic(torch.device("cpu"))
    tokenizer, shape = vocabulary.load(given.tokenizer), shapes.SHAPES[given.shape]
    fast = model.Fast(model.reference(shape), shape)
    matrices, others = optim.split(fast.named_parameters())
    optimisers = [optim.Muon(matrices, lr=0.02), torch.optim.AdamW(others, lr=2e-3)]
    room = pack.Room(1 << 30, 1 << 30, given.pages)
    diet = source.Diet(given.synth, room)
    samples = list(itertools.islice(source.samples(diet, tokenizer, 1, "train"), given.pages))
    truths, limit = [s.question.answer for s in samples], max(len(s.ids) - s.answer_at for s in samples) + 10
    batch, until = pack.pack(samples), time.monotonic() + given.minutes * 60
    rates = [group["lr"] for optimiser in optimisers for group in optimiser.param_groups]
    for step in itertools.count(1):
        # The rate falls evenly with the time that is left: at a constant one the last letters jump about.
        left = max(0.02, (until - time.monotonic()) / (given.minutes * 60))
        for rate, group in zip(rates, (g for optimiser in optimisers for g in optimiser.param_groups)):
            group["lr"] = rate * left
        with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
            loss = F.cross_entropy(fast(batch).float(), batch.answer)
        loss.backward()
        for optimiser in optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        over = time.monotonic() >= until
        if step % CHECK_EACH == 0 or over:
            with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
                answers = [tokenizer.decode(ids) for ids in generate.answers(fast, samples, limit)]
            exact = sum(a == t for a, t in zip(answers, truths))
            print(json.dumps({"step": step, "loss": round(loss.item(), 5), "exact": exact, "pages": len(samples)}), flush=True)
            if exact == len(samples):
                return
            if over:
                raise SystemExit(1)


if __name__ == "__main__":
    main()
