"""Pages of a fixed grid of characters, ten pixels wide and twenty high, cut by hand."""

import re

import numpy
import pytest

from smallmodel import pieces, stream

ADVANCE, PITCH = 10, 30


class Sheet:
    """A page that is written line by line; spaces have no glyph."""

    def __init__(self, slope=0.0, width=400, height=200):
        self.slope, self.width, self.height, self.records = slope, width, height, []

    def write(self, x, y, text):
        """Returns the box of a line, levelled."""
        for i, c in enumerate(text):
            if c != " ":
                left = x + i * ADVANCE - self.slope * (y + 10 - self.height / 2)
                down = self.slope * (left + (ADVANCE - 1) / 2 - self.width / 2)
                self.records.append((ord(c), (left, y + down, left + ADVANCE - 1, y + 20 + down)))
        return x, y, x + len(text) * ADVANCE, y + 20

    def cut(self, html, *shown, zoom=1.0):
        """The truth about each piece; each is given its part of the page and nothing around it."""
        places = [dict(left=x1, top=y1, width=x2 - x1, height=y2 - y1, slope=self.slope, goes_on=False, shown=[x1, y1, x2, y2])
                  for x1, y1, x2, y2 in shown]
        pictures = [numpy.zeros((round((y2 - y1) * zoom), round((x2 - x1) * zoom)), numpy.uint8) for x1, y1, x2, y2 in shown]
        page = stream.Page("1", pictures[0], f"<html><body>\n{html}\n</body></html>", {"width": self.width, "height": self.height, "pieces": places},
                           numpy.array(self.records, stream.GLYPH), pictures)
        return {int(piece.name.split(".")[1]): piece for piece in pieces.cut(page)}


def body(piece):
    return piece.html.removeprefix("<html><body>\n").removesuffix("\n</body></html>")


def texts(piece):
    return re.sub(r' (data-bbox|class)="[^"]*"', "", body(piece))


def test_blocks_go_where_they_stand_with_boxes_of_the_piece():
    sheet = Sheet()
    sheet.write(20, 10, "one two")
    sheet.write(20, 100, "three")
    cut = sheet.cut('<p data-bbox="20 10 90 30">one two</p>\n<h1 data-bbox="20 100 70 120">three</h1>',
                    (10, 0, 210, 60), (10, 80, 210, 140), zoom=2)
    assert body(cut[0]) == '<p data-bbox="20 20 160 60">one two</p>'
    assert body(cut[1]) == '<h1 data-bbox="20 40 120 80">three</h1>'
    assert cut[1].glyphs["box"][0].tolist() == [20, 40, 38, 80]


def test_lines_of_a_paragraph_are_parted_and_a_broken_word_keeps_its_hyphen():
    sheet = Sheet()
    for y, line in ((10, "a few words bro-"), (40, "ken here"), (70, "end.")):
        sheet.write(20, y, line)
    paragraph = '<p data-bbox="20 10 180 90">a few words broken here end.</p>'
    cut = sheet.cut(paragraph, (0, 0, 200, 35), (0, 35, 200, 65), (0, 65, 200, 100))
    assert [texts(cut[i]) for i in range(3)] == ["<p>a few words bro-</p>", "<p>ken here</p>", "<p>end.</p>"]
    assert 'data-bbox="20 4 60 25"' in body(cut[2])


def test_rows_of_a_table_are_parted():
    sheet = Sheet()
    rows = [("Item", "Sum"), ("Box", "12"), ("Lid", "7")]
    for i, (left, right) in enumerate(rows):
        sheet.write(20, 10 + PITCH * i, left)
        sheet.write(120, 10 + PITCH * i, right)
    html = ('<table data-bbox="20 10 150 90" class="table1">\n<tr><th>Item</th><th>Sum</th></tr>\n'
            "<tr><td>Box</td><td>12</td></tr>\n<tr><td>Lid</td><td>7</td></tr>\n</table>")
    cut = sheet.cut(html, (0, 0, 200, 35), (0, 35, 200, 100))
    assert texts(cut[0]) == "<table>\n<tr><th>Item</th><th>Sum</th></tr>\n</table>"
    assert body(cut[1]) == ('<table data-bbox="20 0 150 55" class="table1">\n<tr><td>Box</td><td>12</td></tr>\n'
                            "<tr><td>Lid</td><td>7</td></tr>\n</table>")


def test_a_cell_over_several_rows_is_in_both_pieces_with_its_text_where_that_stands():
    sheet = Sheet()
    sheet.write(20, 55, "All")
    for i in range(3):
        sheet.write(120, 10 + PITCH * i, "abc"[i])
    html = ('<table data-bbox="20 10 150 90" class="table1">\n<tr><td rowspan="3">All</td><td>a</td></tr>\n'
            "<tr><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>")
    cut = sheet.cut(html, (0, 0, 200, 35), (0, 35, 200, 100))
    assert texts(cut[0]) == "<table>\n<tr><td></td><td>a</td></tr>\n</table>"
    assert texts(cut[1]) == '<table>\n<tr><td rowspan="2">All</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>'


def test_a_table_that_is_cut_between_columns_has_those_that_are_there():
    sheet = Sheet()
    for i in range(2):
        for j in range(3):
            sheet.write(20 + 100 * j, 10 + PITCH * i, "abcdef"[3 * i + j])
    html = ('<table data-bbox="20 10 230 60" class="table1">\n<tr><td>a</td><td>b</td><td>c</td></tr>\n'
            "<tr><td>d</td><td>e</td><td>f</td></tr>\n</table>")
    cut = sheet.cut(html, (0, 0, 180, 100), (180, 0, 300, 100))
    assert texts(cut[0]) == "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>d</td><td>e</td></tr>\n</table>"
    assert texts(cut[1]) == "<table>\n<tr><td>c</td></tr>\n<tr><td>f</td></tr>\n</table>"


def test_items_of_a_list_are_parted_and_the_rest_of_one_becomes_a_paragraph():
    sheet = Sheet()
    for i, line in enumerate(("first", "and more", "second")):
        sheet.write(40, 10 + PITCH * i, line)
    html = ('<ul data-bbox="20 10 140 90">\n<li data-bbox="40 10 120 60">first and more</li>\n'
            '<li data-bbox="40 70 100 90">second</li>\n</ul>')
    cut = sheet.cut(html, (0, 0, 200, 35), (0, 35, 200, 100))
    assert texts(cut[0]) == "<ul>\n<li>first</li>\n</ul>"
    assert texts(cut[1]) == "<p>and more</p>\n<ul>\n<li>second</li>\n</ul>"


@pytest.mark.parametrize("bottom, whole", [(100, True), (60, False)])
def test_a_figure_is_told_whole_or_its_piece_is_left_out(bottom, whole):
    sheet = Sheet()
    sheet.write(20, 10, "1234")
    sheet.write(20, 70, "5678")
    html = '<div class="chart" data-bbox="20 10 150 90"><img data-bbox="20 10 150 90"/><table>\n<tr><td>1</td></tr>\n</table></div>'
    cut = sheet.cut(html, (0, 0, 200, bottom))
    assert (0 in cut) == whole
    if whole:
        assert body(cut[0]) == html


@pytest.mark.parametrize("kind, least", [("formula.machine_printed", 0.75), ("chart", 0.6), ("image", 1)])
def test_white_around_letters_may_be_missing_of_a_formula_and_more_of_a_chart_but_none_of_a_picture(kind, least):
    sheet = Sheet(height=500)
    sheet.write(20, 20, "a=b")
    html = f'<div class="{kind}" data-bbox="20 10 100 410"><img data-bbox="20 10 100 410"/><div>a=b</div></div>'
    told = sheet.cut(html, *((0, 0, 200, 10 + height) for height in (230, 250, 290, 310, 380, 400)))
    assert set(told) == {i for i, height in enumerate((230, 250, 290, 310, 380, 400)) if height >= least * 400}


def test_lines_of_a_caption_are_parted_as_those_of_a_paragraph():
    sheet = Sheet()
    sheet.write(20, 10, "Fig. 1 a few")
    sheet.write(20, 40, "words")
    html = '<div class="image caption" data-bbox="20 5 150 70"><img data-bbox="20 5 150 70"/><p>Fig. 1 a few words</p></div>'
    cut = sheet.cut(html, (0, 0, 200, 35), (0, 35, 200, 62))
    assert body(cut[0]) == '<div class="image caption" data-bbox="20 9 140 31"><img data-bbox="20 9 140 31"/><p>Fig. 1 a few</p></div>'
    assert texts(cut[1]) == "<div><img/><p>words</p></div>"


def test_lines_that_lean_are_level_and_upright_in_the_piece():
    sheet = Sheet(slope=0.1, width=400, height=200)
    sheet.write(20, 50, "left words")
    sheet.write(300, 50, "right")
    html = '<p data-bbox="23 32 355 86">left words right</p>'
    cut = sheet.cut(html, (0, 40, 400, 80))
    assert texts(cut[0]) == "<p>left words right</p>"
    boxes = cut[0].glyphs["box"]
    assert boxes[:, 1].max() - boxes[:, 1].min() < 0.01
    assert abs(boxes[0, 0] - 20) < 0.01
    assert cut[0].html.count('data-bbox="20 10 350 30"') == 1
