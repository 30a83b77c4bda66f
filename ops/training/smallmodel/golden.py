"""The reference's answers on a checkpoint, for `scriptorium model verify`.

    python -m smallmodel.golden CHECKPOINT OUT

OUT holds `checkpoint/` (a copy), `cases.json` and `cases.safetensors`, as ops/oracles/model_answers.py makes them
for random weights; computed in float32 with eager attention.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pathlib
import shutil

import torch
from safetensors.torch import save_file

ORACLE = pathlib.Path(__file__).parents[2] / "oracles" / "model_answers.py"

CASES = {
    "text_alone": [40, 41, 42, 43],
    "whole_windows": [40, ("image", (1, 16, 24)), 41],
    "broken_windows": [40, ("image", (1, 10, 22)), 41, 42],
    "two_images": [40, ("image", (1, 4, 12)), 41, ("image", (1, 26, 8)), 42],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()

    from transformers import Qwen2_5_VLForConditionalGeneration

    found = importlib.util.spec_from_file_location("model_answers", ORACLE)
    oracle = importlib.util.module_from_spec(found)
    found.loader.exec_module(oracle)
    model = Qwen2_5_VLForConditionalGeneration.from_pretrained(
        given.checkpoint, dtype=torch.float32, attn_implementation="eager").eval()
    config = json.loads((given.checkpoint / "config.json").read_text())
    generator = torch.Generator().manual_seed(1)
    cases, tensors = {}, {}
    with torch.no_grad():
        for name, sequence in CASES.items():
            cases[name], of_case = oracle.answers(model, name, sequence, config, config, generator)
            tensors.update({key: value.contiguous().clone() for key, value in of_case.items()})
    given.out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(given.checkpoint, given.out / "checkpoint", dirs_exist_ok=True)
    save_file(tensors, given.out / "cases.safetensors")
    (given.out / "cases.json").write_text(json.dumps({"reference": "smallmodel.golden", "cases": cases}) + "\n")


if __name__ == "__main__":
    main()
