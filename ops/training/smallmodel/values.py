"""Trains a decoder to find key values in the text of a page.

    python -m smallmodel.values --synth "COMMAND --seed {seed} --split {split}" --weights DIR --tokenizer DIR \
        --work DIR --minutes N

Begins with the decoder of the checkpoint folder --weights. The synthesiser's pages are drawn once, into
WORK/pages.jsonl and WORK/validation.jsonl, and from then on read from there. Writes WORK/log.jsonl (one object a line)
and WORK/checkpoint. With --minutes 0 it only writes the checkpoint: a reading model without its tower. Several
processes are started as those of `smallmodel.train`.
"""

from __future__ import annotations

import argparse
import json
import math
import pathlib
import random
import time

import torch
import torch.nn.functional as F

from . import export, heads, model, optim, ranks, shape, valuepages, vocabulary
from .valuepages import FIRST, MARKUP, VALUE, TextBatch

SHAPE = shape.SHAPES["values"]
RATES = (0.02, 0.002)
"""Of Muon and of AdamW, where --rate is 1."""
WARM_UP = 20
"""Steps in which the rate rises."""
COOL_DOWN = 0.5
"""Share of the time in which it falls."""
MARKUP_WEIGHT = 0.5


class Trainer:
    def __init__(self, given: argparse.Namespace):
        self.given = given
        self.tokenizer = vocabulary.load(given.tokenizer)
        self.reference = model.reference(SHAPE, given.seed)
        if given.weights:
            export.load_into(self.reference, export.read_weights(given.weights), export.DECODER)
        self.fast = model.Fast(self.reference, SHAPE)
        model.choose_attention(torch.device("cpu"))
        self.bfloat16 = bool(ranks.of_first(float(model.choose_arithmetic(torch.device("cpu")))))
        matrices, others = optim.split((n, p) for n, p in self.reference.named_parameters() if "language_model" in n)
        self.parameters = matrices + others
        self.optimisers = [
            optim.Muon(matrices, lr=RATES[0], bfloat16=self.bfloat16),
            torch.optim.AdamW(others, lr=RATES[1], betas=(0.9, 0.98), weight_decay=0.0)]
        given.work.mkdir(parents=True, exist_ok=True)
        self.began, self.steps, self.pages = time.monotonic(), 0, 0
        self.recent: list[tuple[dict, dict]] = []

    # --- what is learnt from ---

    def drawn(self, name: str, split: str, count: int) -> list[dict]:
        """Pages of a file in WORK, which the first process draws if there is none."""
        file = self.given.work / name
        if ranks.first() and not file.exists():
            if not self.given.synth:
                raise ValueError(f"{file} is not there, and without --synth it cannot be drawn")
            valuepages.draw(self.given.synth, self.given.page_seed, split, count, file)
        ranks.of_first(0.0)  # the others wait for that
        return valuepages.read(file)

    def checks(self) -> list[TextBatch]:
        """At most 40 validation pages, from short to long, asked for all they have."""
        pages = self.drawn("validation.jsonl", "validation", self.given.validation_pages)
        samples = [valuepages.sample(self.tokenizer, valuepages.question(page)) for page in pages]
        samples = sorted((s for s in samples if len(s.ids) <= self.given.longest), key=lambda s: len(s.ids))[::6][:40]
        return [valuepages.pack(samples[i:i + 5]) for i in range(0, len(samples), 5)]

    # --- a step ---

    def rate(self, spent: float) -> float:
        """Factor on the learning rates: a short rise, level, and a linear fall. spent: share of the time"""
        return self.given.rate * min(1.0, (self.steps + 1) / WARM_UP) * min(1.0, max(0.02, (1 - spent) / COOL_DOWN))

    def losses(self, batch: TextBatch) -> tuple[dict, dict]:
        """Losses by what they are of, and how many tokens are right among how many."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            x, watched = self.fast.decode(self.fast.text.embed_tokens(batch.ids), batch.positions, batch.sequences)
            scores = self.fast.scores(x[batch.asked]).float()
            weight = torch.where(batch.kinds == FIRST, self.given.first,
                                 torch.where(batch.kinds == MARKUP, MARKUP_WEIGHT, 1.0))
            each = F.cross_entropy(scores, batch.answer, reduction="none")
            right, found = scores.argmax(-1) == batch.answer, {}
            for name, kind in (("markup", MARKUP), ("value", VALUE), ("first", FIRST)):
                of = batch.kinds == kind
                found[name] = ((right & of).sum(), of.sum())
            losses = {"answer": (each * weight).sum() / weight.sum()}
            for (query, key), (layer, what) in zip(watched.pointers, SHAPE.pointer_layers):
                shown = batch.shown[:, 0 if what == "next" else 1]
                loss, hit, count = heads.pointing(query, key, batch, shown)
                losses[f"point {layer}"] = self.given.point * loss
                found[f"point {layer}"] = (hit, count)
        return losses, found

    def step(self, batch: TextBatch, factor: float) -> None:
        for optimiser, base in zip(self.optimisers, RATES):
            for group in optimiser.param_groups:
                group["lr"] = base * factor
        losses, found = self.losses(batch)
        sum(losses.values()).backward()
        ranks.average([p.grad for p in self.parameters])
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        self.steps += 1
        self.pages += batch.pages * ranks.count()
        self.recent.append(({k: v.detach() for k, v in losses.items()}, found))

    # --- a training ---

    def train(self) -> None:
        given = self.given
        if given.minutes > 0:
            checks = self.checks()
            pages = self.drawn("pages.jsonl", "train", given.pages)
            dice = random.Random(given.seed * 1000 + ranks.own())
            feed = valuepages.batches(pages, self.tokenizer, given.room, given.longest, dice)
            self.began = logged = checked = time.monotonic()
            while (spent := ranks.of_first((time.monotonic() - self.began) / 60 / given.minutes)) < 1:
                self.step(next(feed), self.rate(spent))
                now = time.monotonic()
                if now - logged > given.log_seconds:
                    self.note(rate=round(self.rate(spent), 3), **digest(self.recent))
                    self.recent, logged = [], now
                if now - checked > given.check_seconds:
                    self.check(checks)
                    self.save()
                    checked = now
            self.check(checks)
        self.save()

    @torch.no_grad()
    def check(self, checks: list[TextBatch]) -> None:
        if ranks.first():
            self.note(**{f"validation {k}": v for k, v in digest([self.losses(batch) for batch in checks]).items()})

    def note(self, **values) -> None:
        if ranks.first():
            minutes = round((time.monotonic() - self.began) / 60, 2)
            line = json.dumps({"minutes": minutes, "steps": self.steps, "pages": self.pages, **values})
            with (self.given.work / "log.jsonl").open("a") as log:
                log.write(line + "\n")
            print(line, flush=True)

    def save(self) -> None:
        if ranks.first():
            export.write_checkpoint(self.reference, SHAPE, self.given.tokenizer, self.given.work / "checkpoint")


def digest(recent: list[tuple[dict, dict]]) -> dict[str, float]:
    """Means of losses and of accuracies."""
    out: dict[str, float] = {}
    for name in recent[0][0]:
        out[f"loss {name}"] = round(sum(float(losses[name]) for losses, _ in recent) / len(recent), 4)
        if not math.isfinite(out[f"loss {name}"]):
            raise FloatingPointError(f"the loss '{name}' is not finite")
    for name in recent[0][1]:
        right, count = (sum(int(found[name][i]) for _, found in recent) for i in (0, 1))
        out[name] = round(right / max(1, count), 4)
    return out


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--synth", help="command line of the synthesiser, for pages that are not drawn yet")
    parser.add_argument("--pages", type=int, default=24_000, help="pages to draw")
    parser.add_argument("--validation-pages", type=int, default=300)
    parser.add_argument("--page-seed", type=int, default=1, help="seed of the synthesiser")
    parser.add_argument("--weights", type=pathlib.Path, help="checkpoint folder whose decoder to begin with")
    parser.add_argument("--tokenizer", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--minutes", type=float, required=True, help="time of the whole training")
    parser.add_argument("--room", type=int, default=5000, help="tokens of a batch")
    parser.add_argument("--longest", type=int, default=4200, help="tokens of a sequence")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--point", type=float, default=0.3, help="weight of looking at what is repeated")
    parser.add_argument("--first", type=float, default=3.0, help="weight of the first token of a value")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log-seconds", type=float, default=20)
    parser.add_argument("--check-seconds", type=float, default=180)
    return parser


def main() -> None:
    given = arguments().parse_args()
    torch.set_num_threads(1)
    with ranks.joined():
        Trainer(given).train()


if __name__ == "__main__":
    main()
