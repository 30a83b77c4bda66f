"""The text of pages, questions about its key values, and a training on hand-made pages."""

import dataclasses
import html as entities
import json
import pathlib
import random
import sys

import pytest
import torch

from smallmodel import export, keyvalues, model, pagetext, shape, tasks, valuepages, values, vocabulary
from smallmodel.valuepages import FIRST, MARKUP, VALUE

TOY = f"{sys.executable} {pathlib.Path(__file__).parent / 'toy.py'} 0 {{split}}{{seed}} --lines 4"

HTML = """<html><body>
<h1 data-bbox="1 1 9 9">Bill 5307</h1>
<p data-bbox="1 2 3 4">Ann &amp; Co<br/>Nail Street 17</p>
<div class="image" data-bbox="1 2 3 4"><img data-bbox="1 2 3 4"/></div>
<table data-bbox="9 9 20 20" class="table1">
<tr><th>what</th><th>count</th><th>price</th></tr>
<tr><td>long nail</td><td></td><td>1.25</td></tr>
<tr><td>hook &lt;3&gt;</td><td>12</td><td></td></tr>
</table>
<ul data-bbox="1 1 1 1">
<li data-bbox="1 1 1 1">paid</li>
<li data-bbox="1 1 1 1">sent</li>
</ul>
</body></html>"""
TEXT = ("Bill 5307\n\nAnn & Co\nNail Street 17\n\n"
        "what\tcount\tprice\nlong nail\t\t1.25\nhook <3>\t12\t\n\npaid\nsent")
VALUES = {
    "bill_number": "5307", "seller_name": "Ann & Co\nNail Street 17", "tax": "", "email": "x@y.example", "fees": [],
    "items": [{"what": "long nail", "price": "1.25"}, {"what": "hook <3>", "count": "12"}], "taxes": [{"rate": "77"}]}
PAGE = {"html": HTML, "values": VALUES, "kind": "invoice"}
FIELDS = """<h2>Yourself</h2>
<p>First name<br/>Ann</p>
<p>Family name<br/>Nailer</p>
<p>Age</p>
<p>Street<br/>Nail Road 17</p>
<p>☐ new ☑ known</p>
<p>Town<br/>Hookham</p>
<p>Country<br/>Nailand</p>"""
FIELD_VALUES = {"First name": "Ann", "Family name": "Nailer", "Age": "", "Street": "Nail Road 17", "Town": "Hookham",
                "Country": "Nailand"}
FORM = {"html": FIELDS, "values": FIELD_VALUES, "kind": "form"}
ANSWER = {
    "bill_number": "5307", "seller_name": "Ann & Co\nNail Street 17", "tax": "", "email": "", "fees": [],
    "items": [{"what": "long nail", "price": "1.25", "count": ""}, {"what": "hook <3>", "price": "", "count": "12"}],
    "taxes": []}


def stripped(value):
    """An answer without the spaces with which tokens begin."""
    if isinstance(value, dict):
        return {key: stripped(inside) for key, inside in value.items()}
    return [stripped(record) for record in value] if isinstance(value, list) else value.strip()


def answered(tokenizer, asked):
    """The answer as it is read, and the sample that has it."""
    sample = valuepages.sample(tokenizer, asked)
    ids = sample.ids[sample.answer_at:-1].tolist()
    return stripped(json.loads(tokenizer.decode(ids), strict=False)), sample


def test_the_text_of_a_page_has_lines_tabs_and_empty_lines_between_blocks():
    page = pagetext.of(HTML)
    assert page.text == TEXT
    assert len(page.at) == len(TEXT)


def test_each_character_knows_where_in_the_html_it_stands():
    page = pagetext.of(HTML)
    letters = [(c, HTML[at]) for c, at in zip(page.text, page.at) if c.isalnum()]
    assert letters and all(c == shown for c, shown in letters)
    assert HTML[page.at[page.text.index("&")]:].startswith("&amp;")
    assert HTML[page.at[page.text.index("\nNail")]:].startswith("<br/>")
    assert [at for c, at in zip(page.text, page.at) if at < 0] == [-1, -1] * 3
    where = page.spans()
    assert page.text[where[HTML.index("1.25")]:].startswith("1.25")


def test_a_row_is_one_line_though_its_cells_have_line_breaks():
    row = "<table><tr><td>long<br/>nail</td><td>7</td></tr>\n<tr><td>hook</td></tr></table>"
    assert pagetext.of(row).text == "long nail\t7\nhook"


def test_blocks_without_text_leave_no_empty_lines():
    assert pagetext.of('<p>a</p>\n<p></p>\n<div class="image"><img/></div>\n<p>b</p>').text == "a\n\nb"


def test_misread_letters_and_digits_are_exchanged_for_their_like_in_their_place():
    page = pagetext.of(HTML)
    other = pagetext.misread(page, 1.0, random.Random(1))
    assert other.text != page.text and other.at == page.at
    for before, after in zip(page.text, other.text):
        for like in (str.isdigit, str.isupper, str.islower):
            assert like(before) == like(after)
        assert before.isalnum() or before == after
    assert pagetext.misread(page, 0.0, random.Random(1)) == page


def in_rows(html, seed=0):
    """The text of a page whose fields are read as rows wherever they can be."""
    return pagetext.joined(pagetext.in_rows(pagetext.blocks(html), 1.0, random.Random(seed)))


def test_fields_in_rows_have_their_labels_above_their_values():
    assert in_rows("<p>Name<br/>Ann</p>\n<p>Age<br/>7</p>").text == "Name\tAge\nAnn\t7"
    assert in_rows("<h2>You</h2>\n<p>Name<br/>Ann</p>\n<p>Age<br/>7</p>\n<h2>We</h2>").text == (
        "You\n\nName\tAge\nAnn\t7\n\nWe")


def test_a_field_without_value_has_an_empty_cell_below_its_label():
    assert in_rows("<p>Name<br/>Ann</p>\n<p>Age</p>").text == "Name\tAge\nAnn\t"
    assert in_rows("<p>Age</p>\n<p>Name<br/>Ann</p>").text == "Age\tName\n\tAnn"
    assert in_rows("<p>Name</p>\n<p>Age</p>").text == "Name\n\nAge"


def test_fields_in_rows_know_where_in_the_html_each_character_stands():
    html = "<p>Name<br/>Ann &amp; Co</p>\n<p>Age</p>\n<p>Town<br/>Hook&lt;ham</p>"
    page = in_rows(html)
    assert page.text == "Name\tAge\tTown\nAnn & Co\t\tHook<ham"
    parting = [i for i, c in enumerate(page.text) if c in "\t\n"]
    assert len(page.at) == len(page.text) and [i for i, at in enumerate(page.at) if at < 0] == parting
    shown = {found.start(): entities.unescape(found[0]) for found in keyvalues.UNIT.finditer(html)}
    assert all(shown[at] == c for c, at in zip(page.text, page.at) if at >= 0)
    assert sorted(at for at in page.at if at >= 0) == [at for at in pagetext.of(html).at if at >= 0 and html[at] != "<"]


@pytest.mark.parametrize("html", [
    "<p>☐ yes<br/>or</p>\n<p>☑ no<br/>never</p>",
    "<h2>One<br/>two</h2>\n<h3>Three<br/>four</h3>",
    "<p>Ann<br/>Nail Street 17<br/>Nailton</p>\n<p>Bob<br/>Hook Street 4<br/>Hookham</p>",
    f"<p>{'long ' * 16}<br/>a</p>\n<p>{'text ' * 16}<br/>b</p>",
    "<ul><li>Name</li><li>Ann</li></ul>\n<table><tr><td>Age</td></tr><tr><td>7</td></tr></table>"])
def test_what_is_no_field_stays_as_it_is(html):
    parts = pagetext.blocks(html)
    assert len(parts) == 2
    assert all(pagetext.in_rows(parts, 1.0, random.Random(seed)) == parts for seed in range(40))


TABLE = "<table><tr><td>nail</td><td>5</td></tr>\n<tr><td>hook</td><td>6</td></tr></table>"


def test_torn_tables_come_in_pieces_some_with_an_empty_cell_behind_each_row():
    parts = pagetext.blocks(TABLE)
    texts = {pagetext.joined(pagetext.torn(parts, 0.5, random.Random(seed))).text for seed in range(300)}
    assert texts == {f"nail\t5{a}\n{between}hook\t6{b}" for a in ("", "\t") for b in ("", "\t")
                     for between in ("", "\n") if between or a == b}


def test_torn_paragraphs_come_apart_or_together():
    parts = pagetext.blocks("<p>Name<br/>Ann</p>\n<p>Age</p>")
    texts = {pagetext.joined(pagetext.torn(parts, 1.0, random.Random(seed))).text for seed in range(300)}
    assert {"Name\nAnn\n\nAge", "Name\n\nAnn\n\nAge", "Name\nAnn\nAge"} <= texts
    assert pagetext.torn(parts, 0.0, random.Random(1)) == parts


def test_torn_text_knows_where_in_the_html_each_character_stands():
    parts = pagetext.blocks(HTML)
    known = {place: c for part in parts for c, place in zip(part.text, part.at)}
    for seed in range(50):
        page = pagetext.joined(pagetext.torn(parts, 1.0, random.Random(seed)))
        assert len(page.text) == len(page.at)
        assert all(known[place] == c for c, place in zip(page.text, page.at) if place >= 0)
        assert "".join(page.text.split()) == "".join(TEXT.split())


def test_fields_stay_as_they_are_unless_chance_has_it_otherwise():
    parts = pagetext.blocks(FIELDS)
    assert all(pagetext.in_rows(parts, 0.0, random.Random(seed)) == parts for seed in range(40))


def test_a_few_fields_lose_the_line_break_before_their_value():
    texts = [in_rows("<p>Name<br/>Ann</p>", seed).text for seed in range(300)]
    assert set(texts) == {"Name\nAnn", "Name Ann"}
    assert 10 < texts.count("Name Ann") < 60


def test_a_template_has_every_key_and_records_have_those_of_all():
    assert valuepages.question(PAGE).template() == {
        "bill_number": "", "seller_name": "", "tax": "", "email": "", "fees": [{}],
        "items": [{"what": "", "price": "", "count": ""}], "taxes": [{"rate": ""}]}


def test_a_prompt_is_the_chat_template_with_the_page_behind_the_question(tokenizer):
    asked = valuepages.question(PAGE)
    given = valuepages.prompt(tokenizer, asked)
    question = tasks.VALUES_PROMPT.format(json.dumps(asked.template(), ensure_ascii=False))
    assert tokenizer.decode(given.ids, skip_special_tokens=False) == (
        "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n<|im_start|>user\n" + question + "\n\n" + TEXT
        + "<|im_end|>\n<|im_start|>assistant\n")
    for number, (start, end) in enumerate(given.offsets):
        if start >= 0:
            assert tokenizer.decode([given.ids[given.text_at + number]]) == TEXT[start:end]


def test_an_answer_has_every_key_in_its_order_and_what_is_not_there_is_empty(tokenizer):
    answer, _ = answered(tokenizer, valuepages.question(PAGE))
    assert answer == ANSWER
    assert list(answer) == list(VALUES)


def test_an_answer_repeats_the_tokens_of_the_text_and_points_at_them(tokenizer):
    _, sample = answered(tokenizer, valuepages.question(PAGE))
    ids, rows = sample.ids[sample.answer_at:], sample.shown[:, 0]
    known = rows >= 0
    assert (ids[known] == sample.ids[rows[known]]).all()
    assert (rows[known] < sample.answer_at).all()
    assert "".join(tokenizer.decode(ids[known].tolist()).split()) == "5307Ann&CoNailStreet17longnail1.25hook<3>12"
    assert set(sample.kinds[known].tolist()) == {FIRST, VALUE}
    assert set(sample.kinds[~known].tolist()) == {MARKUP}
    assert sample.shown[:, 1].tolist() == [-1, *rows[:-1].tolist()]


def test_each_value_has_one_first_token(tokenizer):
    _, sample = answered(tokenizer, valuepages.question(PAGE))
    assert (sample.kinds == FIRST).sum() == len(["5307", "Ann & Co", "long nail", "1.25", "hook <3>", "12"])
    begins = sample.shown[sample.kinds == FIRST][:, 0]
    assert [tokenizer.decode([i]).strip()[0] for i in sample.ids[begins].tolist()] == list("5Al1h1")


def test_a_value_that_stands_twice_is_repeated_but_not_pointed_at(tokenizer):
    page = {"html": "<p>5</p>\n<p>5</p>", "values": {"total": "5"}, "kind": "invoice"}
    answer, sample = answered(tokenizer, valuepages.question(page))
    assert answer == {"total": "5"}
    assert (sample.kinds == FIRST).sum() == 1 and (sample.shown == -1).all()


def test_what_json_escapes_is_spelt_so(tokenizer):
    page = {"html": '<p>An "old" \\ nail</p>', "values": {"what": 'An "old" \\ nail'}, "kind": "invoice"}
    assert answered(tokenizer, valuepages.question(page))[0] == page["values"]


def test_misread_text_changes_the_value_with_it(tokenizer):
    asked = valuepages.question(PAGE)
    at = TEXT.index("5307") + 1
    misread = pagetext.PageText(TEXT[:at] + "8" + TEXT[at + 1:], asked.text.at)
    answer, _ = answered(tokenizer, dataclasses.replace(asked, text=misread))
    assert answer == {**ANSWER, "bill_number": "5807"}


def test_a_value_whose_parts_came_apart_is_not_pointed_at():
    text = "one" + "." * 50 + "two"
    where = {10: 0, 20: len(text) - 1}
    assert valuepages.span_of(keyvalues.Shown("one two", [10, 20]), where, text) == (None, False)
    assert valuepages.span_of(keyvalues.Shown("one.", [10, 11]), {10: 0, 11: 3}, text) == ((0, 4), True)


def test_varied_questions_keep_each_value_with_its_key(tokenizer):
    known = valuepages.blank(VALUES)
    back = {valuepages.renamed(key, random.Random(i)): key for key in valuepages.all_keys(known) for i in range(40)}
    dice, orders, names, texts = random.Random(7), set(), set(), set()
    for _ in range(60):
        asked = valuepages.varied_question(PAGE, dice, known, noise=0.0)
        answer, _ = answered(tokenizer, asked)
        called = {back[key]: value for key, value in answer.items()}
        orders.add(tuple(called))
        names |= set(answer)
        texts.add(asked.text.text)
        for key, value in called.items():
            if isinstance(value, list):
                records = [{back[inside]: found for inside, found in record.items()} for record in value]
                columns = asked.wanted[key][0]
                expected = [{column: record[column] for column in columns} for record in ANSWER[key]]
                assert records == [record for record in expected if any(record.values())]
            else:
                assert value.split() == ANSWER[key].split()
    assert len(orders) > 10 and len(texts) > 3
    assert {"bill_number", "bill number", "Bill number", "billNumber"} <= names


def test_what_can_be_asked_of_a_kind_of_pages_is_what_any_of_them_has():
    pages = [
        {"kind": "invoice", "values": {"total": "7", "items": [{"price": "7"}]}},
        {"kind": "invoice", "values": {"date": "1 May", "items": [{"what": "nail", "price": "2"}]}},
        {"kind": "form", "values": {"Name": "Ann"}}]
    assert valuepages.blank_of_all(pages) == {
        "invoice": {"total": "", "items": [{"price": "", "what": ""}], "date": ""}, "form": {"Name": ""}}


def test_some_questions_ask_for_keys_and_columns_that_the_page_lacks_and_get_nothing(tokenizer):
    known = {**valuepages.blank(VALUES), "iban": "", "items": [{"what": "", "unit": ""}], "parcels": [{"weight": ""}]}
    dice, lacking = random.Random(5), 0
    for _ in range(60):
        asked = valuepages.varied_question(PAGE, dice, known, noise=0.0)
        answer, _ = answered(tokenizer, dataclasses.replace(asked, names={}))
        lacking += "iban" in answer
        assert answer.get("iban", "") == "" and answer.get("parcels", []) == []
        assert all(record.get("unit", "") == "" and any(record.values()) for record in answer.get("items", []))
    assert 3 < lacking < 40


def test_some_questions_ask_for_some_columns_of_a_list_in_another_order():
    dice, known = random.Random(6), valuepages.blank(VALUES)
    asked = [valuepages.varied_question(PAGE, dice, known, noise=0.0).wanted for _ in range(80)]
    orders = {tuple(wanted["items"][0]) for wanted in asked if "items" in wanted}
    assert {("what", "price", "count"), ("price",), ("count", "what")} <= orders


def test_a_page_is_not_asked_as_lacking_for_what_is_printed_on_it():
    dice, known = random.Random(8), {"Name": "", "Town": ""}
    page = {"html": "<p>Name<br/>Ann</p>\n<p>Town</p>", "values": {"Name": "Ann"}, "kind": "form"}
    assert all("Town" not in valuepages.varied_question(page, dice, known).wanted for _ in range(50))


def test_values_of_fields_in_rows_are_found_and_repeated(tokenizer):
    asked = valuepages.question(FORM)
    for seed in range(20):
        text = in_rows(FIELDS, seed)
        answer, sample = answered(tokenizer, dataclasses.replace(asked, text=text))
        assert answer == FIELD_VALUES
        ids, rows = sample.ids[sample.answer_at:], sample.shown[:, 0]
        known = rows >= 0
        assert (known == (sample.kinds != MARKUP)).all()
        assert (ids[known] == sample.ids[rows[known]]).all()
        assert (sample.kinds == FIRST).sum() == len(list(filter(None, FIELD_VALUES.values())))


def test_some_questions_about_forms_have_fields_in_rows(tokenizer):
    dice, rows = random.Random(3), 0
    for _ in range(60):
        asked = valuepages.varied_question(FORM, dice, {}, noise=0.0)
        rows += "\t" in asked.text.text
        answer, _ = answered(tokenizer, asked)
        assert answer == {key: FIELD_VALUES[key] for key in asked.wanted}
    assert 10 < rows < 50


def test_keys_of_forms_are_not_renamed():
    page = {"html": "<p>First name<br/>Ann</p>\n<p>Age_now<br/>7</p>", "values": {"First name": "Ann", "Age_now": "7"},
            "kind": "form"}
    dice = random.Random(2)
    assert all(not valuepages.varied_question(page, dice, {}).names for _ in range(50))


def test_packed_samples_keep_their_positions_and_rows(tokenizer):
    pages = [PAGE, {"html": "<p>Total 12</p>", "values": {"total": "12"}, "kind": "invoice"}]
    samples = [valuepages.sample(tokenizer, valuepages.question(page)) for page in pages]
    batch = valuepages.pack(samples)
    lengths = [len(s.ids) for s in samples]
    assert batch.sequences.starts.tolist() == [0, lengths[0], sum(lengths)]
    for axis in batch.positions:
        assert axis.tolist() == [*range(lengths[0]), *range(lengths[1])]
    answers = [s.ids[s.answer_at:].tolist() for s in samples]
    assert batch.answer.tolist() == answers[0] + answers[1]
    assert torch.equal(batch.ids[batch.asked + 1], batch.answer)
    assert (batch.pages, batch.longest, batch.most_asked) == (2, max(lengths), max(map(len, answers)))
    known = batch.shown[:, 0] >= 0
    assert torch.equal(batch.ids[batch.shown[known, 0]], batch.answer[known])
    before = batch.shown[:, 1] >= 0
    assert torch.equal(batch.ids[batch.shown[before, 1]], batch.ids[batch.asked[before]])
    second = torch.arange(len(batch.answer)) >= len(answers[0])
    assert (batch.shown[known & second] >= lengths[0]).any()
    assert batch.kinds.tolist() == [*samples[0].kinds.tolist(), *samples[1].kinds.tolist()]


def test_groups_of_like_lengths_keep_to_their_room(tokenizer):
    sample = valuepages.sample(tokenizer, valuepages.question(PAGE))
    samples = [dataclasses.replace(sample, ids=sample.ids[:n]) for n in (50, 10, 40, 20, 30, 90)]
    groups = [[len(s.ids) for s in group] for group in valuepages.grouped(samples, 80)]
    assert groups == [[10, 20], [30, 40], [50], [90]]


def test_pages_longer_than_allowed_are_left_out(tokenizer):
    short = {"html": "<p>Total 12</p>", "values": {"total": "12"}, "kind": "invoice"}
    feed = valuepages.batches([PAGE, short], tokenizer, 5000, 120, random.Random(1))
    assert all(batch.pages == 1 and batch.longest <= 120 for batch in (next(feed) for _ in range(5)))


def test_pages_with_long_lists_come_twice_as_often(tokenizer):
    def listing(records):
        rows = "".join(f"<tr><td>nail {i}</td><td>{i}.50</td></tr>\n" for i in range(records))
        items = [{"what": f"nail {i}", "price": f"{i}.50"} for i in range(records)]
        return {"html": f"<table>\n{rows}</table>", "values": {"items": items}, "kind": "invoice"}

    short = {"html": "<p>Total 12</p>", "values": {"total": "12"}, "kind": "invoice"}
    for records, times in ((valuepages.LONG_LIST - 1, 1), (valuepages.LONG_LIST, 2)):
        feed = valuepages.batches([listing(records), short], tokenizer, 10**6, 10**6, random.Random(1))
        for batch in (next(feed) for _ in range(3)):
            lengths = batch.sequences.starts.diff()
            assert batch.pages == len(lengths) == times + 1
            assert (lengths > 200).sum() == times
    assert valuepages.longest_list(PAGE) == 2 and valuepages.longest_list(short) == 0


def test_the_shape_for_values_has_the_decoder_of_the_one_that_reads():
    reads, values_shape = shape.SHAPES["crop"], shape.SHAPES["values"]
    for field in dataclasses.fields(reads):
        if not field.name.startswith("vision") and field.name not in ("full_attention", "min_pixels"):
            assert getattr(reads, field.name) == getattr(values_shape, field.name), field.name
    made = model.reference(values_shape)
    assert model.parameter_count(made.model.visual) < 0.05 * model.parameter_count(made)


def arguments(folder, *more):
    return values.arguments().parse_args(
        ["--tokenizer", str(folder / "tokenizer"), "--work", str(folder / "work"), *more])


def test_steps_on_a_few_pages_lower_the_losses(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    trainer = values.Trainer(arguments(tmp_path, "--minutes", "1"))
    trainer.bfloat16 = False
    batch = valuepages.pack([valuepages.sample(tokenizer, valuepages.question(PAGE))])
    tower = {name: p.clone() for name, p in trainer.reference.named_parameters() if "visual" in name}
    for _ in range(6):
        trainer.step(batch, 0.3)
    first, last = (values.digest(trainer.recent[i:i + 1]) for i in (0, 5))
    assert last["loss answer"] < 0.8 * first["loss answer"]
    assert {"loss point 1", "loss point 2", "loss point 3"} <= last.keys()
    assert all(torch.equal(trainer.reference.get_parameter(name), p) for name, p in tower.items())


def test_a_training_draws_its_pages_once_and_writes_a_checkpoint(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    some = ("--pages", "5", "--validation-pages", "3", "--minutes", "0.02", "--log-seconds", "0")
    values.Trainer(arguments(tmp_path, *some, "--synth", TOY)).train()
    drawn = (tmp_path / "work" / "pages.jsonl").read_text()
    assert len(drawn.splitlines()) == 5
    lines = [json.loads(line) for line in (tmp_path / "work" / "log.jsonl").read_text().splitlines()]
    assert lines[0]["steps"] == 1 and lines[0]["loss answer"] > 0
    assert "validation loss answer" in lines[-1]
    values.Trainer(arguments(tmp_path, *some)).train()
    assert (tmp_path / "work" / "pages.jsonl").read_text() == drawn
    assert (tmp_path / "work" / "checkpoint" / "model.safetensors").exists()


def test_pages_that_nobody_can_draw_end_training(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    with pytest.raises(ValueError, match="without --synth"):
        values.Trainer(arguments(tmp_path, "--minutes", "1")).train()


def test_in_no_time_the_decoder_of_a_reading_model_is_written_with_a_small_tower(tokenizer, tmp_path):
    vocabulary.save(tokenizer, tmp_path / "tokenizer")
    reads = model.reference(shape.SHAPES["crop"], seed=9)
    export.write_checkpoint(reads, shape.SHAPES["crop"], tmp_path / "tokenizer", tmp_path / "reads")
    values.Trainer(arguments(tmp_path, "--minutes", "0", "--weights", str(tmp_path / "reads"))).train()
    before, after = (export.read_weights(folder) for folder in (tmp_path / "reads", tmp_path / "work" / "checkpoint"))
    decoder = {name for name in after if not name.startswith("visual.")}
    assert decoder == {name for name in before if not name.startswith("visual.")}
    assert all(torch.equal(after[name], before[name]) for name in decoder)
    assert json.loads((tmp_path / "work" / "checkpoint" / "config.json").read_text())["vision_config"]["depth"] == 1
    assert not (tmp_path / "work" / "pages.jsonl").exists()
