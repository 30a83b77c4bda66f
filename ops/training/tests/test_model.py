import random

import pytest
import torch
import torch.nn.functional as F

from conftest import toy_pages
from smallmodel import model, pack, sample, shape, tasks


@pytest.fixture(scope="module")
def samples(tokenizer):
    """Pages of several sizes, with whole and broken windows."""
    sizes = [(224, 224), (300, 190), (140, 420), (448, 112)]
    found = []
    for i, (width, height) in enumerate(sizes):
        page = toy_pages(1, seed=i, width=width, height=height, lines=3)[0]
        seen = sample.picture(page)
        question = tasks.choose(page, seen.html, {"html": 1, "values": 1, "box": 1}, random.Random(i))
        found.append(sample.sample(tokenizer, seen, question))
    return found


def reference_pixels(picture, colour):
    """What the reference's image processor makes of that picture, in its own order of patches."""
    order = torch.argsort(torch.argsort(torch.from_numpy(picture.cell_order)))
    back = torch.empty_like(order)
    back[torch.from_numpy(picture.cell_order)] = torch.arange(len(order))
    patches = torch.from_numpy(picture.pixels).view(-1, 4, picture.pixels.shape[1])
    patches = patches[torch.from_numpy(picture.cell_order)].flatten(0, 1).float() / 255
    planes = patches.view(-1, colour, 196).expand(-1, 3, 196)
    normal = (planes - torch.tensor(shape.MEAN)[:, None]) / torch.tensor(shape.STD)[:, None]
    return normal[:, :, None].expand(-1, 3, 2, 196).reshape(len(patches), 1176)


def reference_loss(reference, samples):
    """Sum of the reference's own losses, one page after the other."""
    total, count = 0.0, 0
    for s in samples:
        grid = torch.tensor([[1, s.picture.height // 14, s.picture.width // 14]])
        colour = s.picture.pixels.shape[1] // 196
        ids = torch.from_numpy(s.ids)[None]
        out = reference(input_ids=ids, attention_mask=torch.ones_like(ids), image_grid_thw=grid,
                        pixel_values=reference_pixels(s.picture, colour)).logits[0]
        total = total + F.cross_entropy(out[s.answer_at - 1:-1].float(), ids[0, s.answer_at:], reduction="sum")
        count += len(s.ids) - s.answer_at
    return total / count


def fast_loss(fast, batch):
    scores = F.cross_entropy(fast(batch).float(), batch.answer, reduction="none")
    return (scores * batch.answer_weight).sum() / batch.answer_weight.sum()


@pytest.mark.parametrize("fixed", [False, True])
def test_loss_and_gradients_are_those_of_the_reference(samples, fixed):
    reference = model.reference(shape.SHAPES["tiny"], seed=3)
    for name, parameter in reference.named_parameters():
        if parameter.ndim == 1:
            torch.nn.init.normal_(parameter, 0.0 if name.endswith("bias") else 1.0, 0.2)
        elif "embed_tokens" not in name:
            torch.nn.init.normal_(parameter, 0.0, parameter[0].numel() ** -0.5)
    fast = model.Fast(reference, shape.SHAPES["tiny"])
    patches = sum(len(s.picture.pixels) for s in samples)
    tokens = sum(len(s.ids) for s in samples)
    room = pack.Room(patches + 200, tokens + 700, 6, fixed)
    expected = reference_loss(reference, samples)
    expected.backward()
    wanted = {n: p.grad.clone() for n, p in reference.named_parameters()}
    reference.zero_grad()
    loss = fast_loss(fast, pack.pack(samples, room))
    loss.backward()
    assert abs(loss.item() - expected.item()) < 1e-4
    for name, parameter in reference.named_parameters():
        largest = wanted[name].abs().max()
        assert (parameter.grad - wanted[name]).abs().max() < 1e-3 * largest + 1e-6, name


def test_colour_is_seen_as_the_reference_sees_it(samples):
    colourful = samples[1]
    generator = torch.Generator().manual_seed(1)
    shape_of = (len(colourful.picture.pixels), 588)
    colourful.picture.pixels = torch.randint(0, 256, shape_of, generator=generator).to(torch.uint8).numpy()
    reference = model.reference(shape.SHAPES["tiny"], seed=3)
    fast = model.Fast(reference, shape.SHAPES["tiny"])
    mixed = [samples[0], colourful]
    assert abs(fast_loss(fast, pack.pack(mixed)).item() - reference_loss(reference, mixed).item()) < 1e-4


def test_positions_are_those_of_the_reference(samples):
    reference = model.reference(shape.SHAPES["tiny"])
    for s in samples:
        ids = torch.from_numpy(s.ids)[None]
        grid = torch.tensor([[1, s.picture.height // 14, s.picture.width // 14]])
        wanted, _ = reference.model.get_rope_index(ids, image_grid_thw=grid, attention_mask=torch.ones_like(ids))
        assert wanted[:, 0].tolist() == s.positions.tolist()


def test_prompt_is_the_chat_template_with_text_before_the_picture(tokenizer):
    ids, cells_at = sample.prompt(tokenizer, tasks.HTML_PROMPT, 2)
    assert tokenizer.decode(ids, skip_special_tokens=False) == (
        "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n<|im_start|>user\nQwenVL HTML "
        "<|vision_start|><|image_pad|><|image_pad|><|vision_end|><|im_end|>\n<|im_start|>assistant\n")
    assert ids[cells_at] == tokenizer.token_to_id("<|image_pad|>")
    assert ids[cells_at - 1] == tokenizer.token_to_id("<|vision_start|>")
