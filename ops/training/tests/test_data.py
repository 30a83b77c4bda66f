import io
import json
import pathlib
import random
import sys
import tarfile

import numpy
import pytest

from conftest import toy_pages
from smallmodel import glyphs, pack, sample, shape, source, stream, tasks, vocabulary


def test_stream_ends_amid_a_page_with_an_error():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        member = tarfile.TarInfo("0.html")
        tar.addfile(member, io.BytesIO(b""))
    buffer.seek(0)
    with pytest.raises(stream.StreamError, match="amid page 0"):
        list(stream.pages(buffer))


def test_picture_with_too_few_bytes_is_refused():
    with pytest.raises(stream.StreamError, match="3 x 2 x 1 has 5 bytes"):
        stream.read_netpbm(b"P5\n# a comment\n3 2\n255\n" + bytes(5))


def test_command_that_fails_is_told():
    with pytest.raises(stream.StreamError, match="false ended with 1"):
        list(stream.run(["false"]))


def test_smart_resize_agrees_with_the_reference():
    from transformers.models.qwen2_vl.image_processing_qwen2_vl import smart_resize
    dice = random.Random(1)
    sizes = [(42, 70), (98, 126), (30, 30)] + [(dice.randint(30, 3000), dice.randint(30, 3000)) for _ in range(300)]
    for height, width in sizes:
        assert sample.smart_resize(height, width) == smart_resize(
            height, width, shape.CELL, shape.MIN_PIXELS, shape.MAX_PIXELS)


def test_glyphs_stand_in_the_slot_of_their_centre():
    drawn = numpy.array([(ord("A"), (0, 0, 3, 6)), (ord("b"), (3.6, 8, 6.8, 13)), (ord("c"), (15, 15, 18, 20)),
                         (ord("d"), (100, 0, 104, 5)), (ord("Ж"), (1, 29, 3, 33))], stream.GLYPH)
    grid = glyphs.slots(drawn, 56, 28)
    assert grid.shape == (4, 2, 8)
    assert grid[0, 0].tolist() == [glyphs.CLASS["A"], 0, 0, 0, 0, glyphs.CLASS["b"], 0, 0]
    assert grid[1, 1].tolist() == [glyphs.CLASS["c"], 0, 0, 0, 0, 0, 0, 0]
    assert grid[2, 0, 0] == glyphs.OTHER
    assert (grid > 0).sum() == 4


def test_edges_are_the_ink_of_a_cell_clipped_to_it():
    drawn = numpy.array([(ord("A"), (30, 2, 40, 12)), (ord("B"), (41, 3, 52, 30))], stream.GLYPH)
    found = glyphs.edges(drawn, 28, 56)
    assert found[0, 0].tolist() == [0, 0, 0, 0]
    assert found[0, 1].tolist() == [3, 3, 25, 28]


def test_patches_stand_in_window_order_and_cells_lead_back():
    page = toy_pages(1, width=300, height=190)[0]
    seen = sample.picture(page)
    assert (seen.height, seen.width) == (196, 308)
    assert seen.html == tasks.scaled(page.html, 308 / 300, 196 / 190, 308, 196)
    assert sorted(seen.windows.tolist()) == sorted(4 * a * b for a in (4, 3) for b in (4, 4, 3))
    cells = seen.patch_at.reshape(-1, 4, 2)[seen.cell_order]
    assert (cells[:, 0] // 2).tolist() == [[y, x] for y in range(7) for x in range(11)]


def test_boxes_follow_the_picture():
    html = '<p data-bbox="10 20 101 40">a</p>'
    assert tasks.scaled(html, 1.1, 0.5, 110, 30) == '<p data-bbox="11 10 110 20">a</p>'


def by_kind(tokenizer, answer, ids, begins):
    told, kinds = {}, sample.kinds_of_characters(answer)[begins]
    for kind, token in zip(kinds, ids):
        told.setdefault(kind, []).append(tokenizer.decode([token]))
    return {kind: "".join(tokens) for kind, tokens in told.items()}


@pytest.mark.parametrize("dropout", [0.0, 0.5, 1.0])
def test_kinds_of_tokens_are_told_apart(tokenizer, dropout):
    answer = '<p data-bbox="1 2 3 44">7 total &amp; b</p>\n'
    ids, begins = sample.loose_tokens(tokenizer, answer, dropout) if dropout else sample.answer_tokens(tokenizer, answer)
    assert tokenizer.decode(ids) == answer
    assert by_kind(tokenizer, answer, ids, begins) == {
        sample.MARKUP: '<p data-bbox=""></p>\n', sample.BOX: "1 2 3 44", sample.TEXT: "7 total &amp; b"}
    assert len(ids) >= len(tokenizer.encode(answer).ids)


def test_without_merges_text_is_spelt_and_tags_are_not(tokenizer):
    ids, _ = sample.loose_tokens(tokenizer, '<p data-bbox="1 2 3 4">total</p>', 1.0)
    tokens = [tokenizer.id_to_token(i) for i in ids]
    assert tokens[:2] == tokenizer.encode("<p data").tokens[:2]
    assert [t for t in tokens if t in "total"] == list("total")
    assert tokenizer.encode("total", add_special_tokens=False).tokens != list("total")


def test_questions_have_their_answers():
    page = toy_pages(1, lines=3)[0]
    dice = random.Random(3)
    values = tasks.values_question(page, page.html, dice)
    asked, found = values.text.removeprefix("Extract the key-value information in the format:"), values.answer
    chosen = json.loads(found.removeprefix("```json").removesuffix("```"))
    assert list(json.loads(asked).items()) == [(key, "") for key in chosen]
    assert chosen.items() <= page.facts["values"].items()
    box = tasks.box_question(page.html, dice)
    assert box.answer in page.facts["values"].values()
    assert tasks.html_question(page.html).text == "QwenVL HTML "
    assert tasks.values_question(stream.Page("", page.image, "", {}, page.glyphs), "", dice) is None


def test_blank_keeps_keys_and_one_record():
    assert tasks.blank({"a": "1", "rows": [{"b": "2"}, {"b": "3"}], "none": []}) == {
        "a": "", "rows": [{"b": ""}], "none": []}


def test_packer_keeps_to_its_room(tokenizer, pages):
    made = [source.make(page, tokenizer, {"html": 1}, random.Random(1)) for page in pages]
    tokens = max(len(s.ids) for s in made)
    room = pack.Room(2 * len(made[0].picture.pixels), 2 * tokens + 1, 9, fixed=True)
    packer = pack.Packer(room)
    batches = [b for b in map(packer.add, made) if b is not None] + [pack.pack(packer.held, room)]
    assert [b.pages for b in batches] == [2, 2, 2]
    for batch in batches:
        assert batch.pixels.shape == (room.patches, 196)
        assert batch.ids.shape == batch.asked.shape == (room.tokens,)
        assert {s.rows for s in (batch.windows, batch.frames)} == {room.patches}
        assert len(batch.windows.starts) == len(batches[0].windows.starts)
        learnt = batch.answer_weight > 0
        assert (batch.ids[batch.asked + 1] == batch.answer)[learnt].all()


def test_every_start_sees_other_pages():
    seeds = [source.first_seed(seed, generation) + worker
             for seed in (1, 2) for generation in (0, 1, 9_999) for worker in (0, 999)]
    assert len(set(seeds)) == len(seeds)


def test_sparse_pages_are_left_out(tokenizer):
    toy = f"{sys.executable} {pathlib.Path(__file__).parent / 'toy.py'} 40 {{split}}{{seed}}"
    room = pack.Room(10_000, 10_000, 9)
    plain = list(source.samples(source.Diet(toy, room), tokenizer, 1, "train"))
    dense = list(source.samples(source.Diet(toy, room, least=0.5), tokenizer, 1, "train"))
    assert len(plain) == 40 and 0 < len(dense) < 40
    letters = [(s.picture.glyphs > 0).sum() for s in plain]
    assert min((s.picture.glyphs > 0).sum() for s in dense) > min(letters)


def test_tokenizer_has_the_published_layout(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path)
    again = vocabulary.load(tmp_path)
    assert again.get_vocab_size() == 1024
    assert again.token_to_id("!") == 0 and again.token_to_id("<|endoftext|>") == vocabulary.base(1024)
    assert again.encode("1234").tokens == ["1", "2", "3", "4"]
    text = '<p data-bbox="1 2 3 4">Größe, «été» ☑ €</p>\n'
    assert again.decode(again.encode(text).ids) == text
    assert again.decode(again.encode("<|im_start|>x<tool_call>").ids) == "x<tool_call>"


def test_chat_template_is_what_the_prompt_is(tokenizer, tmp_path):
    from transformers import PreTrainedTokenizerFast
    vocabulary.save(tokenizer, tmp_path)
    fast = PreTrainedTokenizerFast.from_pretrained(tmp_path)
    messages = [{"role": "user", "content": [{"type": "text", "text": "QwenVL HTML "}, {"type": "image"}]}]
    ids = fast.apply_chat_template(messages, add_generation_prompt=True, tokenize=True)
    assert list(ids if isinstance(ids, list) else ids["input_ids"]) == sample.prompt(tokenizer, "QwenVL HTML ", 1)[0]
