"""Makes small random checkpoints and the reference implementation's answers on them.

Each folder below OUT is what `scriptorium model verify` takes: `checkpoint/` in the published layout,
`cases.json` and `cases.safetensors`. Computed in float32 with eager attention.

    pip install -r ops/oracles/requirements.txt
    python ops/oracles/model_answers.py model-runtime/src/test/resources/golden
"""

import json
import pathlib
import sys

import numpy
import torch
import transformers
from safetensors.torch import save_file
from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

NEW_TOKENS = 12

# Patches of 4 pixels keep the files small; the ratio of window to patch is the published one.
NEW_STYLE = dict(
    seed=20260101,
    bfloat16=False,
    shards=1,
    old_names=False,
    vision=dict(
        depth=3, hidden_size=48, intermediate_size=70, num_heads=3, in_channels=3, patch_size=4,
        temporal_patch_size=2, spatial_merge_size=2, window_size=32, fullatt_block_indexes=[1],
        out_hidden_size=40, tokens_per_second=2, hidden_act="silu"),
    text=dict(
        vocab_size=160, hidden_size=40, intermediate_size=58, num_hidden_layers=2,
        num_attention_heads=5, num_key_value_heads=5, tie_word_embeddings=False),
    mrope_section=[1, 2, 1],
    cases={
        "text_alone": [3, 1, 4, 1, 5, 9, 2, 6],
        "window_that_fits_exactly": [7, ("image", (1, 8, 8)), 8],
        "partial_windows_on_both_axes": [7, ("image", (1, 18, 12)), 8, 9],
        "rows_and_columns_of_whole_windows": [7, ("image", (1, 16, 24)), 8],
        "three_images": [
            1, ("image", (1, 4, 10)), 2, ("image", (1, 12, 6)), ("image", (1, 2, 2)), 3],
        "thin_strip": [5, ("image", (1, 2, 120)), 6],
        "tall_strip": [5, ("image", (1, 90, 2)), 6],
        "video": [5, ("video", (5, 6, 10)), 6],
        "image_behind_a_video": [5, ("video", (3, 4, 4)), 6, ("image", (1, 6, 8)), 7],
    })

OLD_STYLE = dict(
    seed=20260102,
    bfloat16=True,
    shards=3,
    old_names=True,
    vision=dict(
        depth=2, hidden_size=32, intermediate_size=45, num_heads=2, in_channels=3, patch_size=14,
        temporal_patch_size=2, spatial_merge_size=2, window_size=112, fullatt_block_indexes=[0],
        out_hidden_size=96, tokens_per_second=2, hidden_act="silu"),
    text=dict(
        vocab_size=200, hidden_size=96, intermediate_size=101, num_hidden_layers=2,
        num_attention_heads=6, num_key_value_heads=2, tie_word_embeddings=True),
    mrope_section=[2, 3, 3],
    cases={
        "text_alone": [11, 12, 13],
        "partial_windows": [11, ("image", (1, 10, 6)), 12],
        "image_and_video": [11, ("image", (1, 2, 4)), 12, ("video", (2, 4, 2)), 13],
    })


def configuration(spec):
    vocabulary = spec["text"]["vocab_size"]
    end, pad, image, video, start, stop = range(vocabulary - 6, vocabulary)
    text = dict(
        spec["text"], rms_norm_eps=1e-6, rope_theta=1e6, max_position_embeddings=4096,
        rope_scaling={"type": "mrope", "mrope_section": spec["mrope_section"]},
        use_sliding_window=False, bos_token_id=pad, eos_token_id=end, pad_token_id=pad)
    tokens = dict(
        image_token_id=image, video_token_id=video, vision_start_token_id=start,
        vision_end_token_id=stop)
    return text, tokens


def randomise(model, spec):
    generator = torch.Generator().manual_seed(spec["seed"])
    for name, parameter in sorted(model.named_parameters()):
        noise = torch.randn(parameter.shape, generator=generator)
        if parameter.ndim == 1:
            value = 0.1 * noise if name.endswith("bias") else 1 + 0.2 * noise
        elif "embed_tokens" in name:
            value = 0.25 * noise
        else:
            value = 1.3 * noise / parameter[0].numel() ** 0.5
        with torch.no_grad():
            parameter.copy_(value.bfloat16().float() if spec["bfloat16"] else value)


def published_name(name):
    return name.replace("model.visual.", "visual.").replace("model.language_model.", "model.")


def save_checkpoint(folder, model, spec, text, tokens):
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {}
    for name, parameter in model.named_parameters():
        stored = parameter.detach().bfloat16() if spec["bfloat16"] else parameter.detach()
        tensors[published_name(name) if spec["old_names"] else name] = stored.clone()
    names = sorted(tensors)
    if spec["shards"] == 1:
        save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    else:
        where = {}
        for shard in range(spec["shards"]):
            file = f"model-{shard + 1:05d}-of-{spec['shards']:05d}.safetensors"
            part = {name: tensors[name] for name in names[shard::spec["shards"]]}
            save_file(part, folder / file, metadata={"format": "pt"})
            where.update({name: file for name in part})
        size = sum(tensor.numel() * tensor.element_size() for tensor in tensors.values())
        write_json(folder / "model.safetensors.index.json",
                   {"metadata": {"total_size": size}, "weight_map": where})
    if spec["old_names"]:
        vision = dict(spec["vision"], in_chans=3, spatial_patch_size=spec["vision"]["patch_size"])
        del vision["in_channels"]
        config = dict(text, **tokens, vision_config=vision, hidden_act="silu",
                      torch_dtype="bfloat16")
    else:
        config = dict(tokens, text_config=dict(text, hidden_act="silu"),
                      vision_config=spec["vision"],
                      tie_word_embeddings=text["tie_word_embeddings"])
    config.update(model_type="qwen2_5_vl", architectures=["Qwen2_5_VLForConditionalGeneration"])
    write_json(folder / "config.json", config)
    write_json(folder / "generation_config.json",
               {"eos_token_id": [text["eos_token_id"], text["pad_token_id"]],
                "pad_token_id": text["pad_token_id"]})


def write_json(file, value):
    file.write_text(json.dumps(value, indent=1) + "\n")


def answers(model, name, sequence, text, tokens, generator):
    values_per_patch = model.config.vision_config.patch_size ** 2 * 6
    ids, grids, pixels = [], {"image": [], "video": []}, {"image": [], "video": []}
    for part in sequence:
        if isinstance(part, int):
            ids.append(part)
            continue
        kind, (t, h, w) = part
        pad = tokens[f"{kind}_token_id"]
        ids += [tokens["vision_start_token_id"]] + [pad] * (t * h * w // 4)
        ids += [tokens["vision_end_token_id"]]
        grids[kind].append([t, h, w])
        pixels[kind].append(torch.randn(t * h * w, values_per_patch, generator=generator))
    prompt = torch.tensor([ids])
    mask = torch.ones_like(prompt)
    inputs, tensors = {}, {}
    for kind, key in (("image", "pixel_values"), ("video", "pixel_values_videos")):
        if grids[kind]:
            inputs[key] = torch.cat(pixels[kind])
            inputs[f"{kind}_grid_thw"] = torch.tensor(grids[kind])
            tensors[f"{name}.{key}"] = inputs[key]
            tensors[f"{name}.{kind}_features"] = model.model.visual(
                inputs[key], inputs[f"{kind}_grid_thw"])
    seconds = [1.0] * len(grids["video"])
    if seconds:
        inputs["second_per_grid_ts"] = torch.tensor(seconds)

    model.model.rope_deltas = None
    prefill = model(input_ids=prompt, attention_mask=mask, use_cache=True, **inputs)
    following = int(prefill.logits[0, -1].argmax())
    step = model(
        input_ids=torch.tensor([[following]]),
        attention_mask=torch.ones(1, len(ids) + 1, dtype=torch.long),
        past_key_values=prefill.past_key_values, cache_position=torch.tensor([len(ids)]))
    tensors[f"{name}.logits"] = prefill.logits[0]
    tensors[f"{name}.decode_logits"] = step.logits[0]

    if inputs:
        layout = {key: value for key, value in inputs.items() if not key.startswith("pixel")}
        positions, delta = model.model.get_rope_index(prompt, attention_mask=mask, **layout)
        positions, delta = positions[:, 0].tolist(), int(delta)
    else:
        positions, delta = numpy.tile(numpy.arange(len(ids)), (3, 1)).tolist(), 0

    def continuation(penalty):
        model.model.rope_deltas = None
        sequence = model.generate(
            input_ids=prompt, attention_mask=mask, max_new_tokens=NEW_TOKENS, do_sample=False,
            repetition_penalty=penalty, pad_token_id=text["pad_token_id"],
            eos_token_id=[text["eos_token_id"], text["pad_token_id"]], **inputs)
        return sequence[0, len(ids):].tolist()

    case = dict(
        input_ids=ids, image_grid_thw=grids["image"], video_grid_thw=grids["video"],
        second_per_grid_ts=seconds, position_ids=positions, rope_delta=delta,
        next_token=following, generated_greedy=continuation(1.0),
        generated_repetition_penalty_1_05=continuation(1.05))
    return case, tensors


@torch.no_grad()
def make(folder, spec):
    text, tokens = configuration(spec)
    config = Qwen2_5_VLConfig(
        text_config=text, vision_config=spec["vision"], **tokens,
        tie_word_embeddings=text["tie_word_embeddings"])
    for part in (config, config.text_config, config.vision_config):
        part._attn_implementation = "eager"
    model = Qwen2_5_VLForConditionalGeneration(config).eval().float()
    randomise(model, spec)
    save_checkpoint(folder / "checkpoint", model, spec, text, tokens)
    generator = torch.Generator().manual_seed(spec["seed"] + 1)
    cases, tensors = {}, {}
    for name, sequence in spec["cases"].items():
        cases[name], of_case = answers(model, name, sequence, text, tokens, generator)
        tensors.update({key: value.contiguous().clone() for key, value in of_case.items()})
        print(name, cases[name]["generated_greedy"], cases[name]["rope_delta"])
    save_file(tensors, folder / "cases.safetensors")
    reference = f"transformers {transformers.__version__}, torch {torch.__version__}, eager, float32"
    (folder / "cases.json").write_text(json.dumps({"reference": reference, "cases": cases}) + "\n")


if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1])
    make(out / "new-style-float32", NEW_STYLE)
    make(out / "old-style-bfloat16-shards", OLD_STYLE)
