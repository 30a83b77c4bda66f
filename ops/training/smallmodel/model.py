"""The reference implementation's model, and a fast way through the same weights.

`reference` builds `Qwen2_5_VLForConditionalGeneration`. `Fast` computes what its forward computes, from its
own parameters, for many pages side by side: attention runs over all windows, pages or sequences at once
instead of one after the other, a still image's two equal frames and three equal channels are summed into the
patch embedding beforehand, and the output head sees only rows that have something to learn. A test
compares loss and gradients with the reference.
"""

from __future__ import annotations

import dataclasses
import time

import torch
import torch.nn.functional as F
from torch import nn

from . import shape as shapes
from . import tiles, vocabulary
from .batch import Batch, Segments


def reference(shape: shapes.Shape, seed: int = 0):
    """The reference model with small random weights, in float32."""
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

    values = shapes.config(shape)
    values.pop("torch_dtype")
    torch.manual_seed(seed)
    settings = Qwen2_5_VLConfig(**values)
    for part in (settings, settings.vision_config, getattr(settings, "text_config", None)):
        if part is not None:
            part._attn_implementation = "sdpa"
    model = Qwen2_5_VLForConditionalGeneration(settings).float()
    model.tie_weights()
    return model.train()


def parameter_count(model) -> int:
    return sum(p.numel() for p in {id(p): p for p in model.parameters()}.values())


def attend(query, key, value, segments: Segments, causal: bool):
    """Attention inside each run. query: (rows, heads, width); key, value: (rows, key heads, width)."""
    groups = query.shape[1] // key.shape[1]
    if groups > 1:
        key = key.repeat_interleave(groups, 1)
        value = value.repeat_interleave(groups, 1)
    fits = query.is_cuda or query.shape[-1] == tiles.WIDTH
    if VARIABLE_LENGTH is not None and query.dtype != torch.float32 and fits:
        return VARIABLE_LENGTH(query, key, value, segments, causal)
    if not query.is_cuda and segments.longest > SHORT:
        return attend_run_by_run(query, key, value, segments, causal)
    return attend_padded(query, key, value, segments, causal)


def attend_run_by_run(query, key, value, segments: Segments, causal: bool):
    """The same for long runs on a CPU, where filling them up costs more than calls do."""
    lengths = segments.starts.diff().tolist()
    runs = zip(*(t.transpose(0, 1)[None].split(lengths, 2) for t in (query, key, value)))
    mixed = [F.scaled_dot_product_attention(*run, is_causal=causal) for run in runs if run[0].shape[2]]
    return torch.cat(mixed, 2)[0].transpose(0, 1)


def attend_padded(query, key, value, segments: Segments, causal: bool):
    rows, heads, width = query.shape
    if segments.same:
        runs = [t.view(-1, segments.same, heads, width).transpose(1, 2) for t in (query, key, value)]
        return _attention(*runs, None, causal).transpose(1, 2).reshape(rows, heads, width)
    places = segments.places()
    runs = [F.pad(t, (0, 0, 0, 0, 0, 1))[places].transpose(1, 2) for t in (query, key, value)]
    # Behind its end a causal run needs no mask: nothing before sees it.
    mask = None if causal else (places < rows)[:, None, None, :]
    return _attention(*runs, mask, causal).transpose(1, 2).flatten(0, 1)[segments.rows_in_places()]


SHORT = 128


def _attention(query, key, value, mask, causal: bool):
    if query.is_cuda:
        return F.scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=causal)
    # On a CPU three plain products are as fast as the fused kernel for runs of a window.
    scores = (query * query.shape[-1] ** -0.5) @ key.mT
    if causal:
        mask = torch.ones(scores.shape[-2:], dtype=torch.bool, device=scores.device).tril()
    scores = scores.float()
    if mask is not None:
        scores = scores.masked_fill(~mask, torch.finfo(torch.float32).min)
    return scores.softmax(-1).to(value.dtype) @ value


def _flash_by_torch(query, key, value, segments: Segments, causal: bool):
    from torch.nn.attention.varlen import varlen_attn

    starts, longest = segments.starts, segments.longest
    window = (-1, 0) if causal else (-1, -1)
    return varlen_attn(query, key, value, starts, starts, longest, longest, window_size=window)


def _flash_by_earlier_torch(query, key, value, segments: Segments, causal: bool):
    from torch.nn.attention.varlen import varlen_attn

    starts, longest = segments.starts, segments.longest
    return varlen_attn(query, key, value, starts, starts, longest, longest, is_causal=causal)


def _flash_by_aten(query, key, value, segments: Segments, causal: bool):
    starts, longest = segments.starts, segments.longest
    return torch.ops.aten._flash_attention_forward(
        query, key, value, starts, starts, longest, longest, 0.0, causal, False)[0]


def _tiles(query, key, value, segments: Segments, causal: bool):
    return tiles.attend(query, key, value, segments.starts.tolist(), causal)


VARIABLE_LENGTH = None


def choose_attention(device: torch.device) -> str:
    """Takes the first way to attend to runs of different lengths in bfloat16 that works on that device and is right."""
    global VARIABLE_LENGTH
    VARIABLE_LENGTH = None
    if device.type == "cuda":
        ways = (("torch varlen", _flash_by_torch), ("earlier torch varlen", _flash_by_earlier_torch),
                ("aten flash", _flash_by_aten))
    else:
        ways = (("tiles", _tiles),) if tiles.available() else ()
    generator = torch.Generator(device).manual_seed(1)
    segments = Segments.of([64, 3, 64, 17]).to(device)
    for name, way in ways:
        try:
            worst = 0.0
            for causal in (False, True):
                inputs = [torch.randn(148, 4, 64, generator=generator, device=device).bfloat16().requires_grad_()
                          for _ in range(3)]
                ours, plain = way(*inputs, segments, causal), attend_padded(*inputs, segments, causal)
                weights = torch.randn(ours.shape, generator=generator, device=device)
                a = torch.autograd.grad((ours * weights).sum(), inputs)
                b = torch.autograd.grad((plain * weights).sum(), inputs)
                pairs = [(ours, plain), *zip(a, b)]
                worst = max([worst, *(float((x - y).detach().abs().max()) for x, y in pairs)])
            if worst < 0.1:
                VARIABLE_LENGTH = way
                return f"{name}, {worst:.3f} from padded"
        except Exception as e:  # not there, or not for this card: the next one, or padded
            print(f"attention: {name} does not work here: {type(e).__name__}: {str(e)[:200]}", flush=True)
    return "padded" if device.type == "cuda" else "run by run"


def choose_arithmetic(device: torch.device) -> bool:
    """Flushes denormals, and tells whether products are faster in bfloat16.

    Attention that is sure leaves weights too small for a float: a processor needs tens of times as long for those. And one
    that must widen bfloat16 first is faster in float32.
    """
    torch.set_flush_denormal(True)
    if device.type == "cuda":
        return True

    def seconds(kind: torch.dtype) -> float:
        a, b = torch.ones(4096, 192, dtype=kind), torch.ones(192, 576, dtype=kind)
        times = []
        for _ in range(5):
            began = time.perf_counter()
            a @ b
            times.append(time.perf_counter() - began)
        return min(times)

    return seconds(torch.bfloat16) < seconds(torch.float32)


def rotate(x, cos, sin):
    """Rotary position embedding, halves paired; x: (rows, heads, width), cos and sin: (rows, 1, width / 2)."""
    a, b = x.float().chunk(2, -1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1).to(x.dtype)


def normed(norm, x):
    """What one of the reference's root mean square norms gives, in one pass."""
    return F.rms_norm(x.float(), (x.shape[-1],), norm.weight, norm.variance_epsilon)


def into_attention(x, norm, epsilon: float, weight, bias, cos, sin, heads: int, key_heads: int):
    """Rotated queries and keys, and values, (rows, heads, width) each; x: (rows, width of the model)."""
    y = F.linear(F.rms_norm(x.float(), (x.shape[-1],), norm, epsilon), weight, bias)
    q, k, v = y.unflatten(-1, (heads + 2 * key_heads, -1)).split((heads, key_heads, key_heads), -2)
    return rotate(q, cos, sin), rotate(k, cos, sin), v


def behind_attention(x, mixed, out, out_bias, norm, epsilon: float, gate, gate_bias, up, up_bias, down, down_bias):
    """The residual stream behind attention and the gated network that follows it."""
    x = x + F.linear(mixed, out, out_bias)
    y = F.rms_norm(x.float(), (x.shape[-1],), norm, epsilon)
    inner = F.silu(F.linear(y, gate, gate_bias)) * F.linear(y, up, up_bias)
    return x + F.linear(inner, down, down_bias)


@dataclasses.dataclass
class Watched:
    """What dense supervision looks at inside the decoder.

    pointers: query and key of the first head of each layer in `Shape.pointer_layers`, (tokens, width) each
    placed: (tokens, width) after layer `Shape.place_layer`
    pointed: (tokens, width) after the last layer that points
    """

    pointers: list[tuple[torch.Tensor, torch.Tensor]] = dataclasses.field(default_factory=list)
    placed: torch.Tensor | None = None
    pointed: torch.Tensor | None = None


class Fast(nn.Module):
    """Forward of the reference's tower and decoder over a `Batch`."""

    def __init__(self, model, shape: shapes.Shape):
        super().__init__()
        self.reference = model
        self.visual = model.model.visual
        self.text = model.model.language_model
        self.full = set(shape.full_attention)
        self.vision_heads = shape.vision_heads
        self.heads, self.key_heads = shape.text_heads, shape.text_key_value_heads
        self.width = shape.text_width // self.heads
        self.pointer_layers, self.place_layer = shape.pointer_layers, shape.place_layer
        # On a CPU these may be compiled: they are passes over memory more than products.
        self.into_attention, self.behind_attention = into_attention, behind_attention
        control = vocabulary.control_ids(shape.vocabulary)
        self.ends = [control["<|im_end|>"], control["<|endoftext|>"]]
        row = torch.repeat_interleave(torch.arange(3), torch.tensor(shape.mrope_section))
        half = shape.vision_width // self.vision_heads // 2
        self.register_buffer("axis", row, persistent=False)
        self.register_buffer("frequencies", shape.rope_theta ** (-torch.arange(self.width // 2) * 2.0 / self.width),
                             persistent=False)
        self.register_buffer("vision_frequencies", 10_000.0 ** (-torch.arange(0, half, 2) / half),
                             persistent=False)
        self.register_buffer("mean", torch.tensor(shapes.MEAN), persistent=False)
        self.register_buffer("deviation", torch.tensor(shapes.STD), persistent=False)

    # --- tower ---

    def patches(self, pixels):
        """Patch embedding of bytes: normalising and the sum over equal frames go into the weights."""
        weight = self.visual.patch_embed.proj.weight.float().sum(2)  # (width, 3, 14, 14)
        scaled = weight / self.deviation[None, :, None, None]
        bias = -(scaled * self.mean[None, :, None, None]).sum((1, 2, 3))
        scaled = scaled.flatten(2)
        kernel = scaled.sum(1) if pixels.shape[1] == scaled.shape[2] else scaled.flatten(1)
        # Centred bytes keep what matters when the product is computed in bfloat16.
        centred = pixels.float() / 255 - 0.5
        return F.linear(centred, kernel, bias + 0.5 * kernel.sum(1))

    def vision_rotary(self, patch_at):
        angles = (patch_at[:, :, None].float() * self.vision_frequencies).flatten(1)
        return angles[:, None].cos(), angles[:, None].sin()

    def tower(self, pixels, patch_at, windows: Segments, frames: Segments):
        """(patches, width) before the merger, in window order."""
        return self.blocks(self.patches(pixels), patch_at, windows, frames)

    def blocks(self, x, patch_at, windows: Segments, frames: Segments):
        """The tower behind its patch embedding; x: (patches, width)."""
        cos, sin = self.vision_rotary(patch_at)
        for index, block in enumerate(self.visual.blocks):
            segments = frames if index in self.full else windows
            a, m = block.attn, block.mlp
            q, k, v = self.into_attention(x, block.norm1.weight, block.norm1.variance_epsilon, a.qkv.weight, a.qkv.bias,
                                          cos, sin, self.vision_heads, self.vision_heads)
            mixed = attend(q, k, v, segments, causal=False).flatten(1)
            x = self.behind_attention(
                x, mixed, a.proj.weight, a.proj.bias, block.norm2.weight, block.norm2.variance_epsilon,
                m.gate_proj.weight, m.gate_proj.bias, m.up_proj.weight, m.up_proj.bias,
                m.down_proj.weight, m.down_proj.bias)
        return x

    def cells(self, features, cell_order):
        """(cells, text width), cells of each page in reading order."""
        return self.visual.merger(features)[cell_order]

    # --- decoder ---

    def rotary(self, positions):
        angles = positions[self.axis].t().float() * self.frequencies
        return angles[:, None].cos(), angles[:, None].sin()

    def embed(self, ids, cell_rows, cells):
        x = self.text.embed_tokens(ids)
        return x.index_copy(0, cell_rows, cells.to(x.dtype))

    def layer(self, layer, x, cos, sin, mix):
        a, m, before, behind = layer.self_attn, layer.mlp, layer.input_layernorm, layer.post_attention_layernorm
        asked = (a.q_proj, a.k_proj, a.v_proj)
        weight, bias = torch.cat([p.weight for p in asked]), torch.cat([p.bias for p in asked])
        q, k, v = self.into_attention(x, before.weight, before.variance_epsilon, weight, bias, cos, sin,
                                      self.heads, self.key_heads)
        mixed = mix(q, k, v).flatten(-2)
        return self.behind_attention(
            x, mixed, a.o_proj.weight, a.o_proj.bias, behind.weight, behind.variance_epsilon,
            m.gate_proj.weight, m.gate_proj.bias, m.up_proj.weight, m.up_proj.bias,
            m.down_proj.weight, m.down_proj.bias)

    def decode(self, x, positions, sequences: Segments):
        """(tokens, width) after the last norm, and what is to be supervised on the way."""
        cos, sin = self.rotary(positions)
        watched, pointing_at = Watched(), [at for at, _ in self.pointer_layers]
        for index, layer in enumerate(self.text.layers):
            def mix(q, k, v, pointing=index in pointing_at):
                if pointing:
                    watched.pointers.append((q[:, 0], k[:, 0]))
                return attend(q, k, v, sequences, causal=True)

            x = self.layer(layer, x, cos, sin, mix)
            if index == self.place_layer:
                watched.placed = x
            if index == pointing_at[-1]:
                watched.pointed = x
        return normed(self.text.norm, x), watched

    def scores(self, x):
        """Logits by the tied head."""
        return F.linear(x, self.text.embed_tokens.weight)

    def forward(self, batch: Batch):
        """Logits of the rows that are asked for, (answers, vocabulary)."""
        features = self.tower(batch.pixels, batch.patch_at, batch.windows, batch.frames)
        cells = self.cells(features, batch.cell_order)[batch.cell_of]
        x, _ = self.decode(self.embed(batch.ids, batch.cell_rows, cells), batch.positions, batch.sequences)
        return self.scores(x[batch.asked])
