"""Batches made by other processes, each with a synthesiser of its own."""

from __future__ import annotations

import dataclasses
import itertools
import os
import pathlib
import pickle
import queue
import random
import shlex
import shutil
import signal
import threading
import time

import torch
import torch.multiprocessing as processes

from . import pack, pieces, sample, stream, tasks, vocabulary
from .batch import Batch
from .shape import CELL


@dataclasses.dataclass(frozen=True)
class Diet:
    """What to make batches of.

    command: the synthesiser's command line with {seed} and {split}; it has to write pages without end
    mix: weights of the tasks, see `tasks.choose`
    repeat: how often a page is used, if drawing pages is what limits training
    least: characters a page has at least for each of its cells
    zoom: least and largest factor by which pages are enlarged
    """

    command: str
    room: pack.Room
    mix: tuple[tuple[str, float], ...] = (("html", 1.0),)
    box_weight: float = 1.0
    repeat: int = 1
    least: float = 0.0
    zoom: tuple[float, float] = (1.0, 1.0)


class Failure:
    """Sent in place of a batch by a worker that cannot go on."""

    def __init__(self, reason: str):
        self.reason = reason


def samples(diet: Diet, tokenizer, seed: int, split: str, dropout=lambda: 0.0):
    """Samples without end. A page is repeated some hundred pages later, with another question.

    dropout: tells how many merges of the answers' text to leave out at present
    """
    dice = random.Random(f"{split} {seed}")
    kept = []
    for page in seen(stream.run(shlex.split(diet.command.format(seed=seed, split=split)))):
        if len(page.glyphs) < diet.least * page.image.shape[0] * page.image.shape[1] / CELL ** 2:
            continue
        kept.append((page, diet.repeat))
        if diet.repeat > 1 and len(kept) < 256:
            continue
        for _ in range(diet.repeat):
            at = dice.randrange(len(kept))
            chosen, left = kept[at]
            kept[at] = (chosen, left - 1)
            if left == 1:
                kept[at] = kept[-1]
                kept.pop()
            made = make(chosen, tokenizer, dict(diet.mix), dice, dropout(), dice.uniform(*diet.zoom))
            if pack.fits(made, diet.room):
                yield made


def seen(pages):
    """Pages as the model sees them: those that were cut, piece by piece."""
    for page in pages:
        yield from pieces.cut(page) if page.pieces else (page,)


def make(page: stream.Page, tokenizer, mix: dict[str, float], dice: random.Random,
         dropout: float = 0.0, zoom: float = 1.0) -> sample.Sample:
    seen = sample.picture(page, zoom)
    return sample.sample(tokenizer, seen, tasks.choose(page, seen.html, mix, dice), dropout)


def _work(diet: Diet, tokenizer_folder, seed: int, dropout, shared: bool, out, stop) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    processes.set_sharing_strategy("file_system")
    torch.set_num_threads(1)
    packer = pack.Packer(diet.room, diet.box_weight)
    try:
        for made in samples(diet, vocabulary.load(tokenizer_folder), seed, "train", lambda: dropout.value):
            batch = packer.add(made)
            if batch is not None and not shared:
                batch = pickle.dumps(batch)
            while batch is not None and not stop.is_set():
                try:
                    out.put(batch, timeout=0.5)
                    batch = None
                except queue.Full:
                    pass
            if stop.is_set():
                break
        else:
            out.put(Failure("the synthesiser's stream has ended"))
    except Exception as e:
        out.put(Failure(f"{type(e).__name__}: {e}"))
    out.cancel_join_thread()


WORKERS = 1000
MEMORY = pathlib.Path("/dev/shm")


def first_seed(seed: int, generation: int) -> int:
    """Seed of the first process; each of the others takes the next one."""
    return (seed * 10_000 + generation) * WORKERS


class Source:
    """Endless batches from some processes. To be closed.

    Every start takes a generation of its own, from which its processes' seeds come: training that goes on
    later sees new pages, never those of before.
    """

    def __init__(self, diet: Diet, tokenizer_folder, seed: int, generation: int, workers: int, before: int = 0,
                 device: torch.device | None = None):
        """before: how many processes of this generation others have started

        device: a GPU on which batches are to be ready; processes are then started anew instead of split off, which its driver
        does not bear well."""
        processes.set_sharing_strategy("file_system")
        context = processes.get_context("spawn" if device else "fork")
        # Batches travel in shared memory where there is room for all that may be under way.
        shared = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 4 * workers * diet.room.patches * 640
        self.queue = context.Queue(max(2, workers))
        self.stop = context.Event()
        self.dropout = context.Value("d", 0.0)
        self.waited = 0.0
        first = first_seed(seed, generation) + before
        self.workers = [
            context.Process(target=_work, args=(diet, tokenizer_folder, first + w, self.dropout, shared, self.queue, self.stop))
            for w in range(workers)]
        for worker in self.workers:
            worker.start()
        self.device, self.loaded, self.loader = device, queue.Queue(2), None
        if device:
            self.loader = threading.Thread(target=self.load, daemon=True)
            self.loader.start()

    def ready(self) -> bool:
        return not (self.loaded if self.loader else self.queue).empty()

    def next(self) -> Batch:
        began = time.monotonic()
        batch = self.take() if self.loader is None else self.loaded.get()
        self.waited += time.monotonic() - began
        if isinstance(batch, Failure):
            raise stream.StreamError(batch.reason)
        return batch

    def take(self) -> Batch | Failure:
        """What comes next from any of the processes."""
        while True:
            try:
                batch = self.queue.get(timeout=5)
                return pickle.loads(batch) if isinstance(batch, bytes) else batch
            except queue.Empty:
                if not any(w.is_alive() for w in self.workers):
                    return Failure("all processes that make batches have ended")

    def load(self) -> None:
        """Keeps batches ready on the device while it works on others."""
        while not self.stop.is_set():
            batch = self.take()
            if isinstance(batch, Batch):
                batch = batch.to(self.device)
            while not self.stop.is_set():
                try:
                    self.loaded.put(batch, timeout=0.5)
                    break
                except queue.Full:
                    pass
            if isinstance(batch, Failure):
                return

    def close(self) -> None:
        self.stop.set()
        if self.loader:
            self.loader.join(timeout=10)
        until = time.monotonic() + 5
        while any(w.is_alive() for w in self.workers) and time.monotonic() < until:
            try:
                self.queue.get(timeout=0.1)
            except (queue.Empty, OSError, EOFError, RuntimeError):
                pass  # empty, or a batch whose process has gone
        for worker in self.workers:
            if worker.is_alive():
                os.kill(worker.pid, signal.SIGTERM)
            worker.join()


def validation(diet: Diet, tokenizer, count: int, dropout: float = 0.0, seed: int = 1) -> list[sample.Sample]:
    """The first samples of the validation pages; always the same pages."""
    endless = samples(dataclasses.replace(diet, repeat=1), tokenizer, seed, "validation", lambda: dropout)
    return list(itertools.islice(endless, count))
