"""Rejection sampling: of several answers to a page, the best one is learnt.

A model's own best answer is easier to repeat than the truth and holds what it does after a slip. Whether that
helps has to be measured each time; the recipes leave it out (`Stage.best_of`).
"""

from __future__ import annotations

import types

from . import generate, pack, sample, score, source, tasks

TEMPERATURE = 0.7
GOOD = 0.8


def quality(answer: str, truth: str) -> float:
    """Between 0 and 1: text that is right, times boxes that are found."""
    found = score.reading([answer], [truth])
    return max(0.0, 1 - found["cer"]) * (0.5 + 0.5 * found["box_f1"])


def improved(fast, tokenizer, samples: list[sample.Sample], count: int, seed: int) -> list[sample.Sample]:
    """The samples, each with the best of `count` answers of the model where that is good, else with the truth."""
    many = [s for s in samples for _ in range(count)]
    limit = max(len(s.ids) - s.answer_at for s in samples) + 50
    answers = [tokenizer.decode(ids) for ids in generate.answers(fast, many, limit, TEMPERATURE, seed)]
    out = []
    for i, s in enumerate(samples):
        own = answers[i * count:(i + 1) * count]
        best = max(own, key=lambda answer: quality(answer, s.question.answer))
        if best != s.question.answer and quality(best, s.question.answer) >= GOOD:
            s = sample.sample(tokenizer, s.picture, tasks.unplaced(s.question.text, best))
        out.append(s)
    return out


class BestOf:
    """Batches of improved samples, made by the model that is being trained. To be closed."""

    def __init__(self, fast, tokenizer, diet: source.Diet, count: int, seed: int):
        self.fast, self.tokenizer, self.diet, self.count, self.seed = fast, tokenizer, diet, count, seed
        self.samples = source.samples(diet, tokenizer, seed, "train")
        self.waited = 0.0
        self.dropout = types.SimpleNamespace(value=0.0)  # its answers are written as the model does
        self.kept: sample.Sample | None = None

    def ready(self) -> bool:
        return True

    def next(self):
        packer = pack.Packer(self.diet.room, self.diet.box_weight)
        if self.kept is not None:
            packer.add(self.kept)
        while True:
            held = list(packer.held)
            self.kept = next(self.samples)
            if packer.add(self.kept) is not None:
                break
        self.seed += 1
        found = improved(self.fast, self.tokenizer, held, self.count, self.seed)
        fitting = [s for s in found if pack.fits(s, self.diet.room)]
        tokens = sum(len(s.ids) for s in fitting)
        # An answer of the model's own may be longer than the truth that was packed.
        while tokens >= self.diet.room.tokens:
            tokens -= len(fitting.pop().ids)
        return pack.pack(fitting, self.diet.room, self.diet.box_weight)

    def close(self) -> None:
        self.samples.close()
