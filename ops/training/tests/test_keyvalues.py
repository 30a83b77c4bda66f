"""Answers about key values, and where in the HTML their characters stand."""

import json

from smallmodel import keyvalues

HTML = """<html><body>
<p data-bbox="1 2 3 4">Name<br/>Ann &amp; Co</p>
<p data-bbox="5 6 7 8">☑ Yes</p>
<p data-bbox="5 6 7 8">☐ I agree.</p>
<table data-bbox="9 9 20 20" class="table1">
<tr><th>what</th><th>price</th></tr>
<tr><td>long nail</td><td>1</td></tr>
<tr><td>hook</td><td>12</td></tr>
</table>
</body></html>"""


def answered(values, html=HTML, labelled=True):
    text, places = keyvalues.answer(keyvalues.shown(values, html, labelled), list(values))
    assert len(places) == len(text)
    return json.loads(text.removeprefix("```json\n").removesuffix("\n```")), text, places


def test_values_beside_their_labels_point_at_their_characters():
    values, text, places = answered({"Name": "Ann & Co"})
    assert values == {"Name": "Ann & Co"}
    shown = "".join(HTML[at] for at in places if at >= 0)
    assert shown == "Ann&Co"
    assert [HTML[places[i]] for i in range(text.index("Ann"), text.index("Ann") + 3)] == ["A", "n", "n"]


def test_of_equal_values_the_one_behind_the_label_is_pointed_at():
    html = '<p>7</p>\n<p>Rooms<br/>7</p>'
    _, _, places = answered({"Rooms": "7"}, html)
    assert [at for at in places if at >= 0] == [html.rindex("7")]


def test_a_box_belongs_to_the_label_behind_it():
    assert answered({"I agree.": "☐", "Yes": "☑"})[0] == {"I agree.": "☐", "Yes": "☑"}
    assert answered({"Name": "☑"})[0] == {}


def test_what_is_not_on_the_piece_is_left_out():
    assert answered({"Name": "Bob", "Street": "Yes", "Town": ""})[0] == {}


def test_a_value_is_no_part_of_a_longer_word():
    assert answered({"sum": "2"}, labelled=False)[0] == {}
    assert answered({"sum": "12"}, labelled=False)[0] == {"sum": "12"}


def test_a_value_that_stands_twice_is_not_pointed_at():
    _, _, places = answered({"total": "5"}, "<p>5</p>\n<p>5</p>", labelled=False)
    assert set(places) == {-1}


def test_a_record_is_taken_from_one_row_with_its_longest_value():
    lines = [{"what": "long nail", "price": "1"}, {"what": "screw", "price": "12"}]
    assert answered({"lines": lines}, labelled=False)[0] == {"lines": [lines[0]]}
    only = [{"what": "hook", "price": "13"}]
    assert answered({"lines": only}, labelled=False)[0] == {"lines": [{"what": "hook"}]}


def test_a_row_with_a_short_value_in_common_is_not_taken_for_a_record():
    html = "<table><tr><td>1</td><td>9</td></tr><tr><td>hook</td><td>x</td></tr></table>"
    assert answered({"lines": [{"what": "hook", "count": "1", "price": "12"}]}, html, labelled=False)[0] == {
        "lines": [{"what": "hook"}]}


def test_each_row_is_one_record():
    html = "<table><tr><td>hook</td><td>1</td></tr><tr><td>hook</td><td>2</td></tr></table>"
    lines = [{"what": "hook", "count": "2"}, {"what": "hook", "count": "1"}]
    values, _, places = answered({"lines": lines}, html, labelled=False)
    assert values == {"lines": lines}
    assert [html[at] for at in places if at >= 0] == [*"hook2", *"hook1"]


def test_a_value_belongs_to_the_label_next_to_it():
    html = "<p>Smoker?</p><p>☐ Yes</p><p>☑ No</p><p>Driver?</p>"
    assert answered({"Smoker?": "No", "Driver?": "No"}, html)[0] == {"Smoker?": "No"}


def test_lines_and_quotes_of_a_value_survive_the_json():
    values, _, places = answered({"who": 'A "B"\nC'}, '<p>A "B"<br/>C</p>', labelled=False)
    assert values == {"who": 'A "B"\nC'}
    assert len([at for at in places if at >= 0]) == 5
