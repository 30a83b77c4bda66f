"""Several processes that train one model, each on pages of its own; alone, all of this does nothing."""

from __future__ import annotations

import contextlib
import datetime
import os

import torch
import torch.distributed as distributed

PATIENCE = datetime.timedelta(minutes=30)


def count() -> int:
    return distributed.get_world_size() if distributed.is_initialized() else 1


def own() -> int:
    """Number of this process, from 0."""
    return distributed.get_rank() if distributed.is_initialized() else 0


def first() -> bool:
    return own() == 0


@contextlib.contextmanager
def joined():
    """Joins the processes that torchrun has started."""
    if int(os.environ.get("WORLD_SIZE", "1")) < 2:
        yield
        return
    distributed.init_process_group("gloo", timeout=PATIENCE)
    try:
        yield
    finally:
        distributed.destroy_process_group()


def add_up(tensors: list[torch.Tensor]) -> None:
    """Replaces each tensor by its sum over all processes."""
    if count() == 1:
        return
    together = torch.cat([t.flatten() for t in tensors])
    distributed.all_reduce(together)
    for tensor, total in zip(tensors, together.split([t.numel() for t in tensors])):
        tensor.copy_(total.view_as(tensor))


def average(tensors: list[torch.Tensor]) -> None:
    """Replaces each tensor by its mean over all processes."""
    add_up(tensors)
    if count() > 1:
        torch._foreach_div_(tensors, count())


def of_first(value: float) -> float:
    """The first process's value, in all of them."""
    if count() == 1:
        return value
    told = torch.tensor([value], dtype=torch.float64)
    distributed.broadcast(told, 0)
    return told.item()
