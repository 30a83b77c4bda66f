"""Attention in the bfloat16 tiles (AMX) that some processors have; compiled where it is used first.

PyTorch's own attention on a CPU has no use for them on its way back, and needs every run filled up to the longest one or a
call of its own. This takes runs as they stand.
"""

from __future__ import annotations

import os
import pathlib

import torch

WIDTH = 64
"""Of a head; other widths are not for tiles."""

_kernel, _tried = None, False


def available() -> bool:
    """Whether this processor has tiles and there is a compiler; compiles what uses them, once."""
    global _kernel, _tried
    if not _tried and _has_tiles():
        try:
            import ninja
            from torch.utils import cpp_extension

            os.environ["PATH"] = os.pathsep.join((os.environ["PATH"], ninja.BIN_DIR))
            source = pathlib.Path(__file__).with_name("tiles.cpp")
            _kernel = cpp_extension.load("smallmodel_tiles", [str(source)], extra_cflags=["-O3", "-march=sapphirerapids"])
        except Exception as e:  # no compiler, or one that does not know them: slower, but the same
            print(f"attention: tiles cannot be used: {type(e).__name__}: {str(e)[:200]}", flush=True)
    _tried = True
    return _kernel is not None


def _has_tiles() -> bool:
    facts = pathlib.Path("/proc/cpuinfo")
    return facts.is_file() and {"amx_tile", "amx_bf16", "avx512_bf16"} <= set(facts.read_text().split())


def attend(query, key, value, starts: list[int], causal: bool) -> torch.Tensor:
    """Attention inside each run; query, key, value: (rows, heads, 64) in bfloat16, starts: as in `Segments`."""
    return _Attention.apply(query, key, value, starts, causal)


class _Attention(torch.autograd.Function):
    @staticmethod
    def forward(ctx, query, key, value, starts, causal):
        rows = [x if x.stride(2) == 1 else x.contiguous() for x in (query, key, value)]
        out, sums = _kernel.forward(*rows, starts, causal, WIDTH ** -0.5)
        ctx.save_for_backward(*rows, out, sums)
        ctx.starts, ctx.causal = starts, causal
        return out

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx, gradient):
        *rows, out, sums = ctx.saved_tensors
        delta = (gradient.float() * out.float()).sum(-1).t().contiguous()
        gradient = gradient.to(out.dtype).contiguous()
        return *_kernel.backward(*rows, gradient, sums, delta, ctx.starts, ctx.causal, WIDTH ** -0.5), None, None
