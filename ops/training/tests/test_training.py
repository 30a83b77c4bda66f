import json
import pathlib
import random
import sys

import pytest
import torch

from conftest import toy_pages
from smallmodel import bestof, export, generate, heads, model, optim, pack, recipe, score, shape, source, train, vocabulary
from smallmodel.sample import BOX, MARKUP, TEXT

TOY = f"{sys.executable} {pathlib.Path(__file__).parent / 'toy.py'} 0 {{split}}{{seed}} {{options}}"


@pytest.fixture(scope="module")
def reference():
    made = model.reference(shape.SHAPES["tiny"], seed=5)
    for name, parameter in made.named_parameters():
        if parameter.ndim > 1:
            torch.nn.init.normal_(parameter, 0.0, parameter[0].numel() ** -0.5)
    return made.eval()


@pytest.fixture(scope="module")
def samples(tokenizer):
    pages = [toy_pages(1, seed=i, width=112 + 56 * i, height=112)[0] for i in range(3)]
    return [source.make(page, tokenizer, {"html": 1}, random.Random(1)) for page in pages]


def test_greedy_answers_are_those_of_the_reference(reference, samples):
    from test_model import reference_pixels
    found = generate.answers(model.Fast(reference, shape.SHAPES["tiny"]), samples, 12)
    end = vocabulary.control_ids(1024)["<|im_end|>"]
    for s, ids in zip(samples, found):
        reference.model.rope_deltas = None
        prompt = torch.from_numpy(s.ids[:s.answer_at])[None]
        wanted = reference.generate(
            input_ids=prompt, attention_mask=torch.ones_like(prompt), max_new_tokens=12, do_sample=False,
            pixel_values=reference_pixels(s.picture, 1), eos_token_id=end, pad_token_id=end,
            image_grid_thw=torch.tensor([[1, s.picture.height // 14, s.picture.width // 14]]))
        row = wanted[0, s.answer_at:].tolist()
        assert ids == (row[:row.index(end)] if end in row else row)


def test_exported_weights_come_back(reference, tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    export.write_checkpoint(reference, shape.SHAPES["tiny"], tmp_path / "tokenizer", tmp_path / "out", 200_000)
    assert len(list((tmp_path / "out").glob("*.safetensors"))) > 1
    from transformers import Qwen2_5_VLForConditionalGeneration
    loaded = Qwen2_5_VLForConditionalGeneration.from_pretrained(tmp_path / "out", dtype=torch.bfloat16)
    for name, parameter in loaded.named_parameters():
        assert torch.equal(parameter, reference.get_parameter(name).bfloat16()), name
    again = model.reference(shape.SHAPES["tiny"])
    export.load_into(again, export.read_weights(tmp_path / "out"))
    assert torch.equal(again.lm_head.weight, reference.lm_head.weight.bfloat16().float())


def test_the_mean_of_two_checkpoints_lies_halfway(tokenizer, tmp_path, monkeypatch):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    for seed in (1, 2):
        made = model.reference(shape.SHAPES["tiny"], seed=seed)
        export.write_checkpoint(made, shape.SHAPES["tiny"], tmp_path / "tokenizer", tmp_path / str(seed))
    monkeypatch.setattr(sys, "argv", [
        "export", str(tmp_path / "1"), str(tmp_path / "mean"), "--shape", "tiny", "--mean", str(tmp_path / "2"),
        "--tokenizer", str(tmp_path / "tokenizer")])
    export.main()
    one, two, both = (export.read_weights(tmp_path / name) for name in ("1", "2", "mean"))
    for name in one:
        assert torch.allclose(both[name].float(), (one[name].float() + two[name].float()) / 2, atol=0.01), name


def test_published_sizes_keep_to_the_limit():
    for name, largest in (("page", 20e6), ("crop", 20e6)):
        assert 2 * model.parameter_count(model.reference(shape.SHAPES[name])) < min(2 * largest, 40e6)


def test_muon_makes_singular_values_alike():
    matrix = torch.randn(2, 40, 24, generator=torch.Generator().manual_seed(1))
    values = torch.linalg.svdvals(optim.orthogonal(matrix, bfloat16=False))
    assert values.min() > 0.5 and values.max() < 1.4


def test_known_cells_are_the_sum_of_their_characters():
    table = heads.CellTable(16)
    glyphs = torch.zeros(8, 8, dtype=torch.int16)
    glyphs[0, 3], glyphs[5, 1] = 7, 9
    edges = torch.zeros(2, 4, dtype=torch.int16)
    both = table(glyphs, edges) - table(torch.zeros_like(glyphs), edges)
    first = table.scale * table.slots[3] @ table.characters.weight[7]
    second = table.scale * table.slots[9] @ table.characters.weight[9]
    assert torch.allclose(both, torch.stack([first, second]), atol=1e-5)


def test_reading_is_scored_by_hand():
    truth = '<p data-bbox="0 0 10 10">abcd</p>\n<p data-bbox="20 0 30 10">efg</p>'
    answer = '<p data-bbox="0 0 10 9">abXd</p>\n<p data-bbox="50 0 60 10">efg</p>'
    found = score.reading([answer, truth], [truth, truth])
    assert found == {"cer": 1 / 16, "box_f1": 3 / 4, "exact": 1 / 2}
    assert score.edit_distance("kitten", "sitting") == 3
    assert bestof.quality(truth, truth) == 1.0


def arguments(work, tokenizer_folder, *more):
    return train.arguments().parse_args([
        "--recipe", "smoke", "--synth", TOY, "--tokenizer", str(tokenizer_folder), "--work", str(work),
        "--device", "cpu", "--no-bfloat16", "--validation-pages", "4", "--written-pages", "2",
        "--answer-tokens", "20", "--check-seconds", "1000", "--threads", "1", *more])


def test_training_goes_through_its_stages_and_on_from_its_state(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    work = tmp_path / "work"
    first = train.Trainer(arguments(work, tmp_path / "tokenizer", "--minutes", "0.1", "--call-minutes", "0.03"))
    first.train()
    assert first.progress.stage == 0 and first.progress.steps > 0
    second = train.Trainer(arguments(work, tmp_path / "tokenizer", "--minutes", "0.1"))
    assert second.progress == first.progress
    second.train()
    assert second.progress.stage == 3
    assert second.progress.generation > first.progress.generation
    lines = [json.loads(line) for line in (work / "log.jsonl").read_text().splitlines()]
    assert any("written cer" in line for line in lines)
    assert {"0 layouts", "1 glyphs", "2 crops"} <= {line.get("stage") for line in lines}
    assert (work / "checkpoint" / "model.safetensors").exists()


def test_decoder_learns_in_some_steps_and_the_tower_in_all(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    trainer = train.Trainer(arguments(tmp_path / "work", tmp_path / "tokenizer", "--minutes", "1"))
    page = toy_pages(1, width=112, height=112, lines=1)[0]
    batch = pack.pack([source.make(page, tokenizer, {"html": 1}, random.Random(1))])
    stage = recipe.Stage("both", 1.0, (), layout=1.0, glyphs=1.0, align=1.0, decode_each=2)
    trainer.started_at, trainer.recent = 0, []
    moved = []
    for _ in range(4):
        tower, decoder = (trainer.reference.get_parameter(name).clone() for name in (
            "model.visual.blocks.0.mlp.up_proj.weight", "model.language_model.layers.0.mlp.up_proj.weight"))
        trainer.step(batch, stage)
        moved.append((bool((tower != trainer.reference.get_parameter("model.visual.blocks.0.mlp.up_proj.weight")).any()),
                      bool((decoder != trainer.reference.get_parameter(
                          "model.language_model.layers.0.mlp.up_proj.weight")).any())))
    assert moved == [(True, True), (True, False), (True, True), (True, False)]


def test_training_goes_on_as_it_is_where_nothing_can_be_compiled(tokenizer, tmp_path, monkeypatch):
    def broken(*values):
        raise RuntimeError("no compiler")

    monkeypatch.setattr(torch, "compile", lambda plain, dynamic=None: broken)
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    trainer = train.Trainer(arguments(tmp_path / "work", tmp_path / "tokenizer", "--minutes", "1", "--compile"))
    page = toy_pages(1, width=112, height=112, lines=1)[0]
    batch = pack.pack([source.make(page, tokenizer, {"html": 1}, random.Random(1))])
    trainer.started_at, trainer.recent = 0, []
    trainer.step(batch, recipe.Stage("both", 1.0, (), layout=1.0, glyphs=1.0, align=1.0))
    assert trainer.progress.steps == 1
    assert "no compiler" in (tmp_path / "work" / "log.jsonl").read_text()


def test_slips_exchange_letters_and_digits_of_answers_and_nothing_else(samples):
    batch = pack.pack(samples)
    torch.manual_seed(3)
    kind_of_row = dict(zip((batch.asked + 1).tolist(), batch.answer_kind.tolist()))
    kinds = [kind_of_row[row] for _ in range(30)
             for row in (train.slipped(batch, 0.5) != batch.ids).nonzero()[:, 0].tolist()]
    assert {TEXT, BOX} == set(kinds)
    assert len(kinds) < 0.5 * 30 * int((batch.answer_kind != MARKUP).sum())
    assert torch.equal(train.slipped(batch, 0.0), batch.ids)


def test_parts_to_be_thrown_away_learn_alone_where_weights_have_none(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    first = train.Trainer(arguments(tmp_path / "first", tmp_path / "tokenizer", "--minutes", "1"))
    first.write_checkpoint()
    weights = tmp_path / "first" / "checkpoint"
    again = train.Trainer(arguments(tmp_path / "again", tmp_path / "tokenizer", "--minutes", "1",
                                    "--weights", str(weights), "--heads-first", "1"))
    assert again.heads_first == 0
    (weights / "heads.pt").unlink()
    alone = train.Trainer(arguments(tmp_path / "alone", tmp_path / "tokenizer", "--minutes", "1",
                                    "--weights", str(weights), "--heads-first", "1"))
    page = toy_pages(1, width=112, height=112, lines=1)[0]
    batch = pack.pack([source.make(page, tokenizer, {"html": 1}, random.Random(1))])
    stage = recipe.Stage("both", 1.0, (), glyphs=1.0, read=1.0)
    alone.started_at, alone.recent = 0, []
    moved = []
    for _ in range(2):
        learning = (alone.reference.get_parameter("model.visual.blocks.0.mlp.up_proj.weight"),
                    alone.glyph_head.slots.weight)
        before = [weights.clone() for weights in learning]
        alone.step(batch, stage)
        moved.append(tuple(not torch.equal(*pair) for pair in zip(before, learning)))
    assert moved == [(False, True), (True, True)]


def test_a_synthesiser_that_fails_ends_training(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    given = arguments(tmp_path / "work", tmp_path / "tokenizer", "--minutes", "1")
    given.synth = "false"
    from smallmodel.stream import StreamError
    with pytest.raises(StreamError):
        train.Trainer(given).train()


def test_a_few_pages_are_learnt_by_heart(tokenizer):
    """Loss falls to nothing on two pages: gradients reach every part."""
    pages = [toy_pages(1, seed=i, width=112, height=112, lines=1, words=1)[0] for i in range(2)]
    made = [source.make(page, tokenizer, {"html": 1}, random.Random(1)) for page in pages]
    fast = model.Fast(model.reference(shape.SHAPES["tiny"], seed=1), shape.SHAPES["tiny"])
    matrices, others = optim.split(fast.named_parameters())
    optimisers = [optim.Muon(matrices, lr=0.02), torch.optim.AdamW(others, lr=3e-3)]
    batch = pack.pack(made)
    for step in range(150):
        loss = torch.nn.functional.cross_entropy(fast(batch), batch.answer)
        loss.backward()
        for optimiser in optimisers:
            optimiser.step()
            optimiser.zero_grad()
        if loss.item() < 0.01:
            break
    answers = [tokenizer.decode(ids) for ids in generate.answers(fast, made, 80)]
    assert answers == [s.question.answer for s in made]


def test_best_of_several_answers_is_learnt_or_the_truth(reference, tokenizer, samples):
    improved = bestof.improved(model.Fast(reference, shape.SHAPES["tiny"]), tokenizer, samples[:1], 2, seed=1)
    assert improved[0].question.answer == samples[0].question.answer


def test_recipes_share_out_their_whole_time():
    for made in recipe.RECIPES.values():
        assert abs(sum(stage.share for stage in made.stages) - 1) < 1e-9
    with pytest.raises(ValueError, match="there are cpu, gpu, smoke"):
        recipe.recipe("none")
