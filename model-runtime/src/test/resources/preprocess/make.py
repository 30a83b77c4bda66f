"""Makes cases.json beside this file: small images, what Pillow makes of them, and what the
reference image processor makes of the result.

Needs Pillow 12, numpy, torch and transformers 4.57.6. Pillow 13 is refused: it may resample the
columns first, which gives other bytes than those the models were trained with.
"""

import base64
import hashlib
import json
import pathlib

import numpy as np
import PIL
from PIL import Image
from transformers import Qwen2VLImageProcessor

assert int(PIL.__version__.split(".")[0]) <= 12, PIL.__version__

RNG = np.random.default_rng(2025)
CONFIG = {
    "image_processor_type": "Qwen2VLImageProcessor",
    "min_pixels": 56 * 56,
    "max_pixels": 16384 * 28 * 28,
    "patch_size": 14,
    "temporal_patch_size": 2,
    "merge_size": 2,
    "image_mean": [0.48145466, 0.4578275, 0.40821073],
    "image_std": [0.26862954, 0.26130258, 0.27577711],
}


def picture(width, height):
    """Noise over a gradient, with hard black and white edges that overshoot when resampled."""
    y, x = np.mgrid[0:height, 0:width]
    base = np.stack([x * 255 / max(1, width - 1), y * 255 / max(1, height - 1), (x + y) % 256], -1)
    pixels = base + RNG.normal(0, 40, base.shape)
    pixels[(x // 5 + y // 7) % 4 == 0] = 0
    pixels[(x // 5 + y // 7) % 4 == 1] = 255
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def text(image):
    return base64.b64encode(np.asarray(image).tobytes()).decode()


def resizes():
    sizes = {
        "shrinks both axes": (64, 48, 20, 28),
        "shrinks strongly": (90, 60, 7, 5),
        "enlarges both axes": (20, 28, 50, 41),
        "changes the width only": (40, 30, 28, 30),
        "changes the height only": (40, 30, 40, 56),
        "widens and flattens": (25, 60, 50, 20),
        "narrows and heightens": (60, 25, 20, 50),
        "enlarges one pixel": (1, 1, 9, 6),
        "handles a thin strip": (150, 2, 84, 28),
        "handles a thin column": (3, 200, 28, 60),
    }
    for name, (w, h, to_w, to_h) in sizes.items():
        image = picture(w, h)
        resized = image.resize((to_w, to_h), Image.BICUBIC)
        yield {"name": name, "width": w, "height": h, "rgb": text(image),
               "toWidth": to_w, "toHeight": to_h, "resized": text(resized)}


def patches(frames, grid, values):
    return {"frames": [text(f) for f in frames], "width": frames[0].width,
            "height": frames[0].height, "grid": np.asarray(grid).reshape(-1).tolist(),
            "sha256": hashlib.sha256(values.astype("<f4").tobytes()).hexdigest()}


def main():
    processor = Qwen2VLImageProcessor(**{k: v for k, v in CONFIG.items() if k != "image_processor_type"})
    image = picture(45, 97)
    still = processor(images=[image], return_tensors="np")
    frames = [picture(62, 58) for _ in range(3)]
    video = processor(images=None, videos=[frames], return_tensors="np")
    cases = {
        "config": CONFIG,
        "resizes": list(resizes()),
        "image": patches([image], still["image_grid_thw"], still["pixel_values"]),
        "video": patches(frames, video["video_grid_thw"], video["pixel_values_videos"]),
    }
    out = pathlib.Path(__file__).with_name("cases.json")
    out.write_text(json.dumps(cases, indent=1) + "\n")


main()
