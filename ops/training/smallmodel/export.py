"""Writes a checkpoint folder in the published layout, and reads weights back.

    python -m smallmodel.export STATE OUT [--tokenizer DIR] [--shard-bytes N]
    python -m smallmodel.export FOLDER OUT --shape SHAPE --mean OTHER_FOLDER --tokenizer DIR
    python -m smallmodel.export --random SHAPE OUT --tokenizer DIR
"""

from __future__ import annotations

import argparse
import json
import pathlib

import torch
from safetensors.torch import load_file, save_file

from . import shape as shapes
from . import vocabulary
from .vocabulary import write_json

DECODER = "model."
"""What the published names of the decoder's tensors begin with."""


def published_name(name: str) -> str:
    return name.replace("model.visual.", "visual.").replace("model.language_model.", "model.")


def tensors(model) -> dict[str, torch.Tensor]:
    """Parameters in bfloat16 under the names of the first release; the tied head is left out."""
    return {published_name(name): parameter.detach().to("cpu", torch.bfloat16).contiguous().clone()
            for name, parameter in model.named_parameters() if name != "lm_head.weight"}


def write_weights(values: dict[str, torch.Tensor], folder: pathlib.Path, shard_bytes: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    parts, room = [{}], shard_bytes
    for name in sorted(values):
        size = values[name].numel() * values[name].element_size()
        if size > room and parts[-1]:
            parts.append({})
            room = shard_bytes
        parts[-1][name] = values[name]
        room -= size
    if len(parts) == 1:
        save_file(parts[0], folder / "model.safetensors", metadata={"format": "pt"})
        return
    where = {}
    for number, part in enumerate(parts, 1):
        file = f"model-{number:05d}-of-{len(parts):05d}.safetensors"
        save_file(part, folder / file, metadata={"format": "pt"})
        where.update(dict.fromkeys(part, file))
    total = sum(t.numel() * t.element_size() for t in values.values())
    write_json(folder / "model.safetensors.index.json", {"metadata": {"total_size": total}, "weight_map": where})


def read_weights(folder: pathlib.Path) -> dict[str, torch.Tensor]:
    values = {}
    for file in sorted(folder.glob("model*.safetensors")):
        values.update(load_file(file))
    return values


def mean(some: dict[str, torch.Tensor], others: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Weights halfway between two checkpoints of one training, or of two that went on from the same place, which often read
    better than either (Wortsman et al., Model soups, 2022)."""
    return {name: (value.float() + others[name].float()) / 2 for name, value in some.items()}


def load_into(model, values: dict[str, torch.Tensor], part: str = "") -> None:
    """Puts weights read from a checkpoint folder into a model; every tensor has to be there.

    part: what the names of those begin with that are taken; the model keeps its other weights
    """
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name != "lm_head.weight" and published_name(name).startswith(part):
                parameter.copy_(values[published_name(name)])


def write_checkpoint(model, shape: shapes.Shape, tokenizer_folder: pathlib.Path, folder: pathlib.Path,
                     shard_bytes: int = 1 << 40) -> None:
    write_weights(tensors(model), folder, shard_bytes)
    write_json(folder / "config.json", shapes.config(shape))
    write_json(folder / "generation_config.json", shapes.generation_config(shape))
    write_json(folder / "preprocessor_config.json", shapes.preprocessor_config(shape))
    vocabulary.save(vocabulary.load(tokenizer_folder), folder)


def main() -> None:
    from . import model as models

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state", nargs="?", type=pathlib.Path, help="checkpoint of smallmodel.train, or a folder")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--tokenizer", type=pathlib.Path, required=True)
    parser.add_argument("--random", choices=sorted(shapes.SHAPES), help="random weights of that shape instead")
    parser.add_argument("--shape", choices=sorted(shapes.SHAPES), help="shape of a folder that is merged")
    parser.add_argument("--mean", type=pathlib.Path, help="another folder; the mean of both is written")
    parser.add_argument("--shard-bytes", type=int, default=1 << 40)
    given = parser.parse_args()
    if given.random:
        shape = shapes.SHAPES[given.random]
        model = models.reference(shape)
    elif given.state.is_dir():
        shape = shapes.SHAPES[given.shape]
        model = models.reference(shape)
        values = read_weights(given.state)
        load_into(model, mean(values, read_weights(given.mean)) if given.mean else values)
    else:
        state = torch.load(given.state, map_location="cpu", weights_only=True)
        shape = shapes.SHAPES[state["shape"]]
        model = models.reference(shape)
        model.load_state_dict(state["model"])
    write_checkpoint(model, shape, given.tokenizer, given.out, given.shard_bytes)
    size = sum(f.stat().st_size for f in given.out.glob("*.safetensors"))
    print(json.dumps({"parameters": models.parameter_count(model), "weight_bytes": size}))


if __name__ == "__main__":
    main()
