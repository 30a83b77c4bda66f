"""Shapes of the small models and the files that describe them."""

from __future__ import annotations

import dataclasses

from . import vocabulary

PATCH = 14
CELL = 28
WINDOW = 112
MIN_PIXELS = 4 * CELL * CELL
MAX_PIXELS = 1280 * CELL * CELL
MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)


@dataclasses.dataclass(frozen=True)
class Shape:
    """Dimensions of a model.

    The decoder's rotary table differs from the published models on purpose. With their base of a million and
    a third of the frequencies for columns, the fastest frequency that turns with the column needs 30,000
    columns for a full turn: a small model trained for half an hour cannot tell columns apart. Here columns get
    most of the table and the base is 10,000, so that the fast ones tell columns apart and the slow ones stay
    free for content.

    min_pixels: smaller pictures are enlarged to that; goes into preprocessor_config.json
    place_layer, pointer_layers: where training helps, see `heads.PlaceHead` and `heads.pointing`; nothing that
    the model computes depends on them. The first head of a layer is to look at the cell of the token that was
        written last, or of the next one.
    """

    vision_depth: int
    vision_width: int
    vision_heads: int
    vision_inner: int
    full_attention: tuple[int, ...]
    text_layers: int
    text_width: int
    text_heads: int
    text_key_value_heads: int
    text_inner: int
    vocabulary: int = 4096
    min_pixels: int = MIN_PIXELS
    rope_theta: float = 10_000.0
    mrope_section: tuple[int, int, int] = (1, 6, 25)
    place_layer: int = 1
    pointer_layers: tuple[tuple[int, str], ...] = ((1, "last"), (2, "next"), (3, "next"))


SHAPES = {
    # For a GPU: 18 million parameters, about half of the work in the tower and half in the decoder.
    "page": Shape(8, 256, 4, 704, (2, 5), 6, 384, 6, 2, 1024, vocabulary=1024, min_pixels=128 * CELL * CELL),
    # For two CPU cores.
    "crop": Shape(5, 192, 3, 448, (2, 4), 5, 256, 4, 2, 512, vocabulary=1024, min_pixels=128 * CELL * CELL),
    # For key values in the text of a page: the decoder of "crop", so that it can begin with one that reads. It is never
    # shown a picture, and its tower is as small as towers get.
    "values": Shape(1, 32, 2, 48, (0,), 5, 256, 4, 2, 512, vocabulary=1024),
    # For tests.
    "tiny": Shape(2, 32, 2, 48, (1,), 2, 48, 3, 1, 64, vocabulary=1024, mrope_section=(1, 2, 5),
                  place_layer=0, pointer_layers=((1, "next"),)),
}


def config(shape: Shape) -> dict:
    """config.json in the layout of the first release, which every version of the reference reads."""
    tokens = vocabulary.control_ids(shape.vocabulary)
    return {
        "architectures": ["Qwen2_5_VLForConditionalGeneration"],
        "model_type": "qwen2_5_vl",
        "torch_dtype": "bfloat16",
        "attention_dropout": 0.0,
        "hidden_act": "silu",
        "hidden_size": shape.text_width,
        "initializer_range": 0.02,
        "intermediate_size": shape.text_inner,
        "max_position_embeddings": 16384,
        "num_attention_heads": shape.text_heads,
        "num_hidden_layers": shape.text_layers,
        "num_key_value_heads": shape.text_key_value_heads,
        "rms_norm_eps": 1e-6,
        "rope_theta": shape.rope_theta,
        "rope_scaling": {"type": "mrope", "mrope_section": list(shape.mrope_section)},
        "tie_word_embeddings": True,
        "use_sliding_window": False,
        "vocab_size": shape.vocabulary,
        "bos_token_id": tokens["<|endoftext|>"],
        "eos_token_id": tokens["<|im_end|>"],
        "pad_token_id": tokens["<|endoftext|>"],
        "vision_start_token_id": tokens["<|vision_start|>"],
        "vision_end_token_id": tokens["<|vision_end|>"],
        "image_token_id": tokens["<|image_pad|>"],
        "video_token_id": tokens["<|video_pad|>"],
        "vision_config": {
            "model_type": "qwen2_5_vl",
            "depth": shape.vision_depth,
            "hidden_act": "silu",
            "hidden_size": shape.vision_width,
            "intermediate_size": shape.vision_inner,
            "num_heads": shape.vision_heads,
            "in_chans": 3,
            "out_hidden_size": shape.text_width,
            "patch_size": PATCH,
            "spatial_patch_size": PATCH,
            "spatial_merge_size": CELL // PATCH,
            "temporal_patch_size": 2,
            "tokens_per_second": 2,
            "window_size": WINDOW,
            "fullatt_block_indexes": list(shape.full_attention),
        },
    }


def generation_config(shape: Shape) -> dict:
    """Plain greedy decoding: a repetition penalty damages tables and boxes."""
    tokens = vocabulary.control_ids(shape.vocabulary)
    return {
        "bos_token_id": tokens["<|endoftext|>"],
        "pad_token_id": tokens["<|endoftext|>"],
        "eos_token_id": [tokens["<|im_end|>"], tokens["<|endoftext|>"]],
        "do_sample": False,
    }


def preprocessor_config(shape: Shape) -> dict:
    return {
        "image_processor_type": "Qwen2VLImageProcessor",
        "processor_class": "Qwen2_5_VLProcessor",
        "min_pixels": shape.min_pixels,
        "max_pixels": MAX_PIXELS,
        "patch_size": PATCH,
        "temporal_patch_size": 2,
        "merge_size": CELL // PATCH,
        "image_mean": list(MEAN),
        "image_std": list(STD),
    }
