"""Trains a small model by a recipe within a time budget.

    python -m smallmodel.train --recipe cpu --synth "COMMAND {options} --seed {seed} --split {split}" \
        --tokenizer DIR --work DIR --minutes N [--workers N] [--threads N]

Started by `torchrun --nproc-per-node N -m smallmodel.train ...` it runs in N processes that average their gradients: on
a CPU two processes of one thread do more than one process of two.

Goes on from WORK/state.pt if there is one; --weights DIR starts from a checkpoint folder instead, at the place in the
recipe that its progress.json tells. Writes WORK/log.jsonl (one object a line) and, at the end, WORK/checkpoint in the
published layout.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import os
import pathlib
import random
import time

import torch
import torch.nn.functional as F

from . import (
    bestof, export, generate, heads, model, optim, pack, ranks, recipe as recipes, score, shape, source, vocabulary)
from .batch import Batch
from .sample import BOX, MARKUP, TEXT


@dataclasses.dataclass
class Progress:
    """Where training stands; part of the state."""

    stage: int = 0
    stage_seconds: float = 0.0
    level: int = 0
    level_seconds: float = 0.0
    accuracy: float = 0.0
    seconds: float = 0.0
    steps: int = 0
    pages: int = 0
    generation: int = 0


def slipped(batch: Batch, chance: float) -> torch.Tensor:
    """The batch's ids with letters and boxes' digits of answers exchanged, by that chance, for others of the same kind.

    One drawn at random from all answers takes the place if it is of the same kind, so fewer are exchanged than `chance`.
    """
    kind, real = batch.answer_kind, batch.answer_weight > 0
    other = torch.randint(len(kind), kind.shape, device=kind.device)
    slips = (kind != MARKUP) & (kind == kind[other]) & real & real[other]
    slips &= torch.rand(kind.shape, device=kind.device) < chance
    rows = batch.asked + 1  # where the token stands that is asked for
    return batch.ids.index_put((rows,), torch.where(slips, batch.answer[other], batch.ids[rows]))


class Trainer:
    def __init__(self, given: argparse.Namespace):
        self.given = given
        self.recipe = recipes.recipe(given.recipe)
        self.device = torch.device(given.device)
        self.tokenizer = vocabulary.load(given.tokenizer)
        torch.manual_seed(given.seed)
        self.shape = shape.SHAPES[self.recipe.shape]
        self.reference = model.reference(self.shape, given.seed)
        self.fast = model.Fast(self.reference, self.shape)
        self.glyph_head = heads.GlyphHead(self.shape.vision_width)
        self.table = heads.CellTable(self.shape.text_width)
        self.place_head = heads.PlaceHead(self.shape.text_width)
        self.slot_head = heads.SlotHead(self.shape.text_width)
        self.throwaway = torch.nn.ModuleDict({
            "glyph_head": self.glyph_head, "table": self.table, "place_head": self.place_head,
            "slot_head": self.slot_head})
        self.parts = torch.nn.ModuleDict({"fast": self.fast, **self.throwaway}).to(self.device)
        self.attention = model.choose_attention(self.device)
        faster = bool(ranks.of_first(float(model.choose_arithmetic(self.device))))
        self.bfloat16 = faster if given.bfloat16 is None else given.bfloat16
        matrices, others = optim.split(self.parts.named_parameters())
        self.optimisers = [
            optim.Muon(matrices, lr=self.recipe.matrix_rate, bfloat16=self.bfloat16),
            torch.optim.AdamW(others, lr=self.recipe.other_rate, betas=(0.9, 0.98), weight_decay=0.0)]
        self.progress = Progress()
        self.heads_first = 0
        self.budget = given.minutes * 60
        given.work.mkdir(parents=True, exist_ok=True)
        self.state_file = given.work / "state.pt"
        self.log_file = (given.work / "log.jsonl").open("a", buffering=1) if ranks.first() else None
        self.resume()
        self.compiled = given.compile
        self.blocks, self.decode = self.fast.blocks, self.fast.decode
        if self.device.type == "cuda":
            self.blocks, self.decode = self.compiling(self.blocks), self.compiling(self.decode)
        else:
            # Runs are as long as they come: only what lies between one attention and the next has shapes to compile for.
            self.fast.into_attention = self.compiling(self.fast.into_attention, dynamic=True)
            self.fast.behind_attention = self.compiling(self.fast.behind_attention, dynamic=True)
        self.held: dict[str, list] = {}

    def compiling(self, plain, dynamic: bool | None = None):
        """That function compiled where it is trained, as it is elsewhere, and for good if compiling fails."""
        fast = torch.compile(plain, dynamic=dynamic) if self.compiled else plain

        def call(*values):
            if not self.compiled or not torch.is_grad_enabled():
                return plain(*values)
            try:
                return fast(*values)
            except torch.OutOfMemoryError:
                raise
            except Exception as e:
                self.stop_compiling(e)
                return plain(*values)

        return call

    # --- state ---

    def resume(self) -> None:
        if self.state_file.exists():
            state = torch.load(self.state_file, map_location=self.device, weights_only=True)
            self.reference.load_state_dict(state["model"])
            self.throwaway.load_state_dict(state["throwaway"])
            for optimiser, values in zip(self.optimisers, state["optimisers"]):
                optimiser.load_state_dict(values)
            self.progress = Progress(**state["progress"])
        elif self.given.weights:
            export.load_into(self.reference, export.read_weights(self.given.weights))
            known = self.given.weights / "progress.json"
            if known.exists():
                self.progress = Progress(**json.loads(known.read_text()))
            heads_file = self.given.weights / "heads.pt"
            if heads_file.exists():
                state = torch.load(heads_file, map_location=self.device, weights_only=True)
                self.throwaway.load_state_dict({k: v.float() for k, v in state.items()})
            else:
                self.heads_first = self.given.heads_first

    def save(self) -> None:
        if not ranks.first():
            return
        state = {
            "shape": self.recipe.shape,
            "model": self.reference.state_dict(),
            "throwaway": self.throwaway.state_dict(),
            "optimisers": [o.state_dict() for o in self.optimisers],
            "progress": dataclasses.asdict(self.progress),
        }
        written = self.state_file.with_suffix(".writing")
        torch.save(state, written)
        os.replace(written, self.state_file)
        self.write_checkpoint()

    def write_checkpoint(self) -> None:
        """The checkpoint folder, and beside the weights what going on from it needs."""
        folder, written = self.given.work / "checkpoint", self.given.work / "checkpoint.writing"
        export.write_checkpoint(self.reference, self.shape, self.given.tokenizer, written, self.given.shard_bytes)
        vocabulary.write_json(written / "progress.json", dataclasses.asdict(self.progress))
        torch.save({k: v.bfloat16() for k, v in self.throwaway.state_dict().items()}, written / "heads.pt")
        folder.mkdir(exist_ok=True)
        for file in written.iterdir():
            os.replace(file, folder / file.name)

    def note(self, **values) -> None:
        if not ranks.first():
            return
        line = {"seconds": round(self.progress.seconds, 1), "steps": self.progress.steps,
                "pages": self.progress.pages, **values}
        self.log_file.write(json.dumps(line, ensure_ascii=False) + "\n")
        print(json.dumps(line, ensure_ascii=False), flush=True)

    # --- a step ---

    def autocast(self):
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.bfloat16)

    def rate(self, stage: recipes.Stage) -> float:
        """Factor on the learning rates: a short rise at each start, level, and a linear fall at the end."""
        since = self.progress.steps - self.started_at
        left = 1 - self.progress.seconds / self.budget
        return stage.rate * min(1.0, (since + 1) / self.recipe.warm_up) * min(
            1.0, max(0.02, left / self.recipe.cool_down))

    def dropout(self, stage: recipes.Stage) -> float:
        """Share of the merges that are left out: falls in the first three quarters of a stage."""
        done = min(1.0, self.progress.stage_seconds / (0.75 * self.stage_budget(stage)))
        first, last = stage.dropout
        return first + done * (last - first)

    def cells(self, batch: Batch, stage: recipes.Stage, features):
        """What the decoder sees, and losses of the dense supervision."""
        losses, seen = {}, None
        if features is not None:
            known = {}
            if stage.glyphs:
                loss, right, count = self.glyph_head(features, batch.glyphs, batch.glyph_at)
                losses["glyphs"] = stage.glyphs * loss
                known["letters"] = (right, count)
            if stage.align or stage.read:
                seen = self.fast.cells(features, batch.cell_order)
        else:
            known = {}
        true = None
        if stage.layout or stage.align or stage.handover:
            true = heads.layout_cells(self.table, batch)
        if stage.align:
            filled = (batch.edges > 0).any(1)[batch.cell_order]
            losses["align"] = stage.align * heads.alignment(seen, true, filled)
        return losses, known, seen, true

    def mixed(self, batch: Batch, stage: recipes.Stage, seen, true):
        """Cells for the decoder: the tower's, the true ones, or page by page one of them."""
        if seen is None or not stage.read:
            return true
        if not stage.handover:
            return seen
        length = self.stage_budget(stage) * stage.handover
        share = min(1.0, 0.1 + 0.9 * self.progress.stage_seconds / max(length, 1e-6))
        if share >= 1:
            return seen
        first = torch.arange(len(seen), device=seen.device, dtype=torch.int32) * 4
        page = torch.searchsorted(batch.frames.starts, first, right=True) - 1
        by_tower = torch.rand(len(batch.frames.starts), device=seen.device) < share
        return torch.where(by_tower[page][:, None], seen.float(), true.float())

    def answer_loss(self, batch: Batch, stage: recipes.Stage, cells):
        ids = slipped(batch, stage.slips) if stage.slips and torch.is_grad_enabled() else batch.ids
        x = self.fast.embed(ids, batch.cell_rows, cells[batch.cell_of])
        x, watched = self.decode(x, batch.positions, batch.sequences)
        scores = self.fast.scores(x[batch.asked]).float()
        losses = F.cross_entropy(scores, batch.answer, reduction="none") * batch.answer_weight
        right = scores.argmax(-1) == batch.answer
        real = batch.answer_weight > 0
        found = {}
        for name, kind in (("text", TEXT), ("box", BOX), ("markup", MARKUP)):
            of = (batch.answer_kind == kind) & real
            found[name] = ((right & of).sum(), of.sum())
        loss = losses.sum() / batch.answer_weight.sum()
        return loss, self.inside_losses(batch, stage, watched, found), found

    def inside_losses(self, batch: Batch, stage: recipes.Stage, watched: model.Watched, found: dict) -> dict:
        """Losses of what the decoder has to know on its way; how often it does goes into `found`."""
        losses = {}
        if stage.point:
            for (query, key), (layer, what) in zip(watched.pointers, self.shape.pointer_layers):
                shown = batch.answer_shown[:, 0 if what == "next" else 2]
                loss, right, count = heads.pointing(query, key, batch, shown)
                losses[f"point {layer}"] = stage.point * loss
                found[f"point {layer}"] = (right, count)
            slots = torch.where(batch.answer_kind == TEXT, batch.answer_shown[:, 1], -1)
            loss, right, count = self.slot_head(watched.pointed[batch.asked], slots)
            losses["slot"] = stage.point * loss
            found["slot"] = (right, count)
        if stage.place:
            at = batch.patch_at.view(-1, 4, 2)[:, 0] // 2
            loss, right, count = self.place_head(
                watched.placed[batch.cell_rows], batch.edges[batch.cell_order][batch.cell_of],
                at[batch.cell_order][batch.cell_of])
            losses["place"] = stage.place * loss
            found["place"] = (right, count)
        return losses

    def losses(self, batch: Batch, stage: recipes.Stage):
        with self.autocast():
            features = None
            if stage.glyphs or stage.align or stage.read:
                features = self.blocks(
                    self.fast.patches(batch.pixels), batch.patch_at, batch.windows, batch.frames)
            losses, found, seen, true = self.cells(batch, stage, features)
            if stage.layout:
                loss, inside, found_in_layout = self.answer_loss(batch, stage, true)
                losses["layout"] = stage.layout * loss
                losses.update({f"layout {k}": v for k, v in inside.items()})
                found.update({f"layout {k}": v for k, v in found_in_layout.items()})
            if stage.read:
                loss, inside, read = self.answer_loss(batch, stage, self.mixed(batch, stage, seen, true))
                losses["read"] = stage.read * loss
                losses.update(inside)
                found.update(read)
        return losses, found

    def step(self, batch: Batch, stage: recipes.Stage) -> None:
        factor = self.rate(stage)
        self.fast.requires_grad_(not self.heads_first)
        if self.heads_first:
            self.heads_first -= 1
            self.started_at = self.progress.steps + 1
            factor = 1.0
        for optimiser, base in zip(self.optimisers, (self.recipe.matrix_rate, self.recipe.other_rate)):
            for group in optimiser.param_groups:
                group["lr"] = base * factor
        decoding = self.progress.steps % stage.decode_each == 0
        losses, found = self.losses(
            batch.to(self.device), stage if decoding else dataclasses.replace(stage, layout=0.0, read=0.0))
        self.backward(sum(losses.values()))
        ranks.average([p.grad for p in self.parts.parameters() if p.grad is not None])
        torch.nn.utils.clip_grad_norm_(self.parts.parameters(), 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        self.progress.steps += 1
        self.progress.pages += batch.pages * ranks.count()
        self.recent.append(({k: v.detach() for k, v in losses.items()}, found))

    def backward(self, loss: torch.Tensor) -> None:
        """Where what was compiled fails only on the way back, that batch is lost and nothing is compiled again."""
        try:
            loss.backward()
        except torch.OutOfMemoryError:
            raise
        except Exception as e:
            if not self.compiled:
                raise
            self.stop_compiling(e)
            for optimiser in self.optimisers:
                optimiser.zero_grad(set_to_none=True)

    def stop_compiling(self, e: Exception) -> None:
        self.compiled = False
        self.note(event="not compiled", reason=f"{type(e).__name__}: {str(e)[:500]}")

    def digest(self) -> dict[str, float]:
        """Means of losses and of accuracies since the last time."""
        out: dict[str, float] = {}
        for name in sorted({k for losses, _ in self.recent for k in losses}):
            values = [float(losses[name]) for losses, _ in self.recent if name in losses]
            out[f"loss {name}"] = round(sum(values) / len(values), 4)
            if not math.isfinite(out[f"loss {name}"]):
                raise FloatingPointError(f"the loss '{name}' is not finite after step {self.progress.steps}")
        for name in sorted({k for _, found in self.recent for k in found}):
            pairs = [found[name] for _, found in self.recent if name in found]
            out[name] = round(float(sum(int(r) for r, _ in pairs) / max(1, sum(int(n) for _, n in pairs))), 4)
        self.recent.clear()
        return out

    # --- evaluation ---

    def validation(self, stage: recipes.Stage, level: recipes.Level):
        key = f"{level.name} {stage.mix} {stage.dropout[1]}"
        if key not in self.held:
            self.held[key] = source.validation(
                self.diet(stage, level), self.tokenizer, self.given.validation_pages, stage.dropout[1])
        return self.held[key]

    @torch.no_grad()
    def evaluate(self, stage: recipes.Stage, level: recipes.Level, written: int) -> dict:
        """Teacher-forced accuracies on validation pages, and what is read if somebody asks for that."""
        samples = self.validation(stage, level)
        packer, batches = pack.Packer(level.room), []
        for s in samples:
            batches.append(packer.add(s))
        batches.append(pack.pack(packer.held, level.room))
        kept, self.recent = self.recent, []
        still = dataclasses.replace(stage, handover=0.0)
        for batch in batches:
            if batch is not None:
                losses, found = self.losses(batch.to(self.device), still)
                self.recent.append((losses, found))
        out = {f"validation {k}": v for k, v in self.digest().items()}
        self.recent = kept
        if written and stage.read:
            asked = samples[:written]
            limit = min(self.given.answer_tokens, max(len(s.ids) - s.answer_at for s in asked) + 50)
            with self.autocast():
                ids = generate.answers(self.fast, asked, limit)
            answers = [self.tokenizer.decode(row) for row in ids]
            truths = [s.question.answer for s in asked]
            out.update({f"written {k}": round(v, 4) for k, v in score.reading(answers, truths).items()})
            (self.given.work / "examples.txt").write_text("\n".join(
                f"--- truth\n{truth}\n--- written\n{answer}" for truth, answer in zip(truths, answers)))
        return out

    # --- stages ---

    def diet(self, stage: recipes.Stage, level: recipes.Level) -> source.Diet:
        fonts = f" --fonts {self.given.familiar_fonts}" if level.familiar and self.given.familiar_fonts else ""
        command = self.given.synth.replace("{options}", level.options + fonts)
        return source.Diet(
            command, level.room, stage.mix, self.recipe.box_weight, self.given.repeat, level.least, level.zoom)

    def stage_budget(self, stage: recipes.Stage) -> float:
        return stage.share * self.budget

    def train(self) -> None:
        until = self.progress.seconds + self.given.call_minutes * 60 if self.given.call_minutes else math.inf
        self.note(event="start", attention=self.attention, bfloat16=self.bfloat16, device=str(self.device),
                  parameters=model.parameter_count(self.reference), progress=dataclasses.asdict(self.progress))
        self.clock, self.feed = time.monotonic(), None
        try:
            while self.progress.stage < len(self.recipe.stages) and self.progress.seconds < until:
                if not self.run_stage(self.recipe.stages[self.progress.stage], until):
                    break
        finally:
            if self.feed is not None:
                self.feed.close()
        self.save()
        self.note(event="end", progress=dataclasses.asdict(self.progress))

    def run_stage(self, stage: recipes.Stage, until: float) -> bool:
        """Trains one stage; False if the call ended before it did."""
        p = self.progress
        while p.stage_seconds < self.stage_budget(stage):
            level = stage.levels[p.level]
            if not self.run_level(stage, level, until):
                return False
        p.stage, p.stage_seconds, p.level, p.level_seconds = p.stage + 1, 0.0, 0, 0.0
        return True

    def feed_of(self, stage: recipes.Stage, level: recipes.Level):
        p, given = self.progress, self.given
        p.generation += 1
        diet = self.diet(stage, level)
        if stage.best_of:
            seed = source.first_seed(given.seed, p.generation) + ranks.own() * given.workers
            return bestof.BestOf(self.fast, self.tokenizer, diet, stage.best_of, seed)
        return source.Source(diet, given.tokenizer, given.seed, p.generation, given.workers,
                             ranks.own() * given.workers, self.device if self.device.type == "cuda" else None)

    def tick(self) -> float:
        """Counts the time since the last tick, whatever it was spent on; all processes count the first one's."""
        now = time.monotonic()
        spent = ranks.of_first(now - self.clock)
        for name in ("seconds", "stage_seconds", "level_seconds"):
            setattr(self.progress, name, getattr(self.progress, name) + spent)
        self.clock = now
        return self.progress.seconds

    def run_level(self, stage: recipes.Stage, level: recipes.Level, until: float) -> bool:
        """Trains on one level until the next is due; False if the call ends."""
        p, given = self.progress, self.given
        last = p.level == len(stage.levels) - 1
        self.started_at, self.recent, checks = p.steps, [], 0
        # While the new pages are not there yet, the last level's do.
        before, feed = self.feed, self.feed_of(stage, level)
        self.feed = feed
        try:
            feed.dropout.value = self.dropout(stage)
            logged = saved = checked = self.tick()
            while True:
                if before is not None and feed.ready():
                    before.close()
                    before = None
                self.step((before or feed).next(), stage)
                now = self.tick()
                over = p.stage_seconds >= self.stage_budget(stage) or now >= until
                if now - logged >= given.log_seconds or over:
                    found = self.digest()
                    p.accuracy = ranks.of_first(
                        found.get("text", found.get("layout text", found.get("letters", 0.0))))
                    self.note(stage=stage.name, level=level.name, rate=round(self.rate(stage), 3),
                              waited=round(feed.waited, 1), dropout=round(feed.dropout.value, 2), **found)
                    logged, feed.waited, feed.dropout.value = now, 0.0, self.dropout(stage)
                if now - checked >= given.check_seconds or over:
                    checks += 1
                    written = given.written_pages if over or checks % 3 == 0 else 0
                    if ranks.first():
                        self.note(stage=stage.name, level=level.name, **self.evaluate(stage, level, written))
                    checked = now
                if now - saved >= given.save_seconds:
                    self.save()
                    saved = now
                if now >= until:
                    return False
                if over:
                    return True
                fair = self.stage_budget(stage) * 0.6 / len(stage.levels)
                if not last and (p.accuracy >= stage.passed or p.level_seconds >= fair):
                    p.level, p.level_seconds = p.level + 1, 0.0
                    self.note(event="next level", level=stage.levels[p.level].name, accuracy=p.accuracy)
                    return True
        finally:
            if before is not None:
                before.close()


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recipe", required=True)
    parser.add_argument("--synth", required=True, help="command line of the synthesiser")
    parser.add_argument("--tokenizer", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--familiar-fonts", help="folder with the few typefaces that training begins with")
    parser.add_argument("--weights", type=pathlib.Path, help="checkpoint folder to begin with")
    parser.add_argument("--heads-first", type=int, default=100,
                        help="steps in which the parts to be thrown away learn alone, where WEIGHTS has none of them")
    parser.add_argument("--minutes", type=float, required=True, help="time of the whole training")
    parser.add_argument("--call-minutes", type=float, default=0, help="stop after so long, to go on later")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--repeat", type=int, default=1, help="how often each page is used")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction,
                        help="products in bfloat16 or not; if not said, as is faster here")
    parser.add_argument("--shard-bytes", type=int, default=1 << 40)
    parser.add_argument("--log-seconds", type=float, default=20)
    parser.add_argument("--check-seconds", type=float, default=120)
    parser.add_argument("--save-seconds", type=float, default=60)
    parser.add_argument("--validation-pages", type=int, default=64)
    parser.add_argument("--written-pages", type=int, default=16)
    parser.add_argument("--answer-tokens", type=int, default=3000)
    return parser


def main() -> None:
    given = arguments().parse_args()
    if given.threads:
        torch.set_num_threads(given.threads)
    random.seed(given.seed)
    with ranks.joined():
        Trainer(given).train()


if __name__ == "__main__":
    main()
