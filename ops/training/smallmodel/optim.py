"""Muon for the matrices inside the blocks, AdamW for everything else.

Muon (Jordan et al., 2024) takes the momentum of a matrix's gradient and makes its singular values equal by a
Newton-Schulz iteration before it is applied.
"""

from __future__ import annotations

import torch

from . import ranks

# Coefficients of the quintic iteration, chosen by its author for speed: singular values end up in 0.7..1.2.
A, B, C = 3.4445, -4.7750, 2.0315


def orthogonal(matrices: torch.Tensor, bfloat16: bool, steps: int = 5) -> torch.Tensor:
    """Nearly orthogonal matrices with the same singular vectors; matrices: (count, rows, columns)."""
    x = matrices.bfloat16() if bfloat16 else matrices
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = A * x + (B * gram + C * gram @ gram) @ x
    return (x.mT if tall else x).to(matrices.dtype)


class Muon(torch.optim.Optimizer):
    """One step per group of matrices of the same shape. Joined matrices (a tower's qkv) are taken apart.

    bfloat16: compute the iteration in it, as its author does
    """

    def __init__(self, parameters, lr: float = 0.02, momentum: float = 0.95, weight_decay: float = 0.0,
                 bfloat16: bool = False):
        self.bfloat16 = bfloat16
        super().__init__(list(parameters), dict(lr=lr, momentum=momentum, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            by_shape: dict[tuple[int, int], list[tuple[torch.Tensor, torch.Tensor]]] = {}
            learning = [parameter for parameter in group["params"] if parameter.grad is not None]
            if not learning:
                continue
            for parameter in learning:
                if "momentum" not in self.state[parameter]:
                    self.state[parameter]["momentum"] = torch.zeros_like(parameter)
            gradients = [parameter.grad for parameter in learning]
            momenta = [self.state[parameter]["momentum"] for parameter in learning]
            torch._foreach_lerp_(momenta, gradients, 1 - group["momentum"])
            updates = torch._foreach_lerp(gradients, momenta, group["momentum"])
            if group["weight_decay"]:
                torch._foreach_mul_(learning, 1 - group["lr"] * group["weight_decay"])
            for parameter, update in zip(learning, updates):
                joined = 3 if parameter.shape[0] == 3 * parameter.shape[1] else 1
                for part, change in zip(parameter.chunk(joined), update.chunk(joined)):
                    by_shape.setdefault(tuple(part.shape), []).append((part, change))
            # Each process makes its share of the matrices orthogonal; the sum over all of them is the whole.
            changes = []
            for pairs in by_shape.values():
                own = range(ranks.own(), len(pairs), ranks.count())
                whole = torch.zeros(len(pairs), *pairs[0][1].shape, device=pairs[0][1].device)
                if len(own):
                    whole[list(own)] = orthogonal(
                        torch.stack([pairs[i][1] for i in own]), self.bfloat16).float()
                changes.append(whole)
            ranks.add_up(changes)
            for ((rows, columns), pairs), change in zip(by_shape.items(), changes):
                scale = group["lr"] * max(1.0, rows / columns) ** 0.5
                torch._foreach_add_([part for part, _ in pairs], list(change.unbind()), alpha=-scale)


def split(named_parameters) -> tuple[list, list]:
    """Parameters for Muon and for AdamW."""
    matrices, others = [], []
    for name, parameter in named_parameters:
        inside = ".blocks." in name or ".layers." in name or "merger.mlp" in name
        (matrices if inside and parameter.ndim == 2 else others).append(parameter)
    return matrices, others
