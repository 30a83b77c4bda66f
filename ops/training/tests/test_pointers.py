import random
import re
import types

import numpy
import torch

from conftest import toy_pages
from smallmodel import glyphs, heads, latex, pointers, sample, source, stream
from smallmodel.batch import Segments


def line(text, x=10, y=10, step=8):
    """Glyphs of a text of one line, spaces left out."""
    drawn = [(ord(c), (x + i * step, y, x + i * step + 6, y + 10)) for i, c in enumerate(text) if c != " "]
    return numpy.array(drawn, stream.GLYPH)


def shown(answer, drawn):
    """The characters that the glyphs spell which an answer's characters show; a dot for none."""
    return "".join("." if i < 0 else chr(drawn["code"][i]) for i in pointers.places(answer, drawn))


def test_text_shows_its_glyphs_and_what_leads_to_it_the_first_one():
    drawn = line("ab c")
    answer = '<p data-bbox="10 10 40 20">ab c</p>'
    found = shown(answer, drawn)
    assert found[answer.index("ab c"):] == "abcc...."
    assert found.startswith("a" * len('<p data-bbox="'))


def test_numbers_of_a_box_show_its_outermost_glyphs():
    drawn = numpy.concatenate([line("wide", y=10), line("xy", x=4, y=30)])
    answer = '<p data-bbox="4 10 40 40">wide xy</p>'
    found = shown(answer, drawn)
    assert [found[answer.index(n)] for n in ("4 10", "10 ", "40 40", "40\"")] == ["x", "w", "e", "x"]


def test_entities_hyphens_and_other_orders_are_followed():
    drawn = numpy.concatenate([line("R&D", y=10), line("exam-", y=30), line("ples", y=50), line("last first", y=70)])
    answer = ('<p data-bbox="10 10 40 20">R&amp;D</p>\n<p data-bbox="10 30 60 60">examples</p>\n'
              '<table data-bbox="10 70 90 80"><tr><td>first</td><td>last</td></tr></table>')
    found = shown(answer, drawn)
    assert "R&&&&&D" in found and "examples" in found
    assert found[answer.index("first"):].startswith("first") and found[answer.index("last"):].startswith("last")


def formula(latex, glyphs):
    """What the characters of a formula show that is drawn with these glyphs."""
    answer = f'<div class="formula" data-bbox="10 10 190 20"><img data-bbox="10 10 190 20"/><div>{latex}</div></div>'
    start = answer.index(latex)
    return shown(answer, line(glyphs))[start:start + len(latex)]


def test_latex_shows_its_signs_and_what_groups_them_the_next_one():
    assert formula(r"\frac{a}{\rho} - 3", "aρ−3") == "aaaaaaaρρρρρρ−−−33"
    assert formula(r"\cosh x \leq y'", "coshx≤y′") == "ccoshxx≤≤≤≤≤yy′"
    assert formula(r"\left( \hat{n} \right) = \sqrt[8]{z}", "n=8z") == "nnnnnnnnnnnnn===========88888888zzz."
    assert formula(r"x &lt; 9 \tag{12}", "x<9(12)") == "x<<<<<99((((((12)"
    assert formula(r"a + \cdots + b", "a+···+b") == "a++·······++bb"


def test_latex_is_followed_where_signs_are_drawn_in_another_order():
    assert formula("Q_{jm}^3+3", "Q3jm+3") == "Qjjjm333+3"
    assert formula(r"\sum_{i=0}^{n} x", "∑i=0nx") == "∑∑∑∑iii=0nnnnxxx"
    matrix = formula(r"\begin{pmatrix} a &amp; b \\ c &amp; d \end{pmatrix} = e", "acbd=e")
    assert re.sub(r"(.)\1*", r"\1", matrix) == "abcd=e"


def test_latex_that_the_page_spells_in_part_shows_that_part():
    assert formula(r"a \times b + c", "ab+c") == "........bb++cc"


def test_latex_that_is_broken_shows_nothing():
    for broken in ("x_", "x_{a", r"\left", r"\sqrt[3", r"\tag{1", r"\begin{pmatrix} a & b \\ c"):
        assert latex.signs([(c, i, i + 1) for i, c in enumerate(broken)]) == []


def test_latex_of_uneven_rows_and_of_groups_in_groups_is_followed():
    def drawn(text):
        return "".join(sign for sign, _, _ in latex.signs([(c, i, i + 1) for i, c in enumerate(text)]))

    assert drawn(r"\begin{pmatrix} a & b \\ c \end{pmatrix}") == "acb"
    assert drawn(r"x_{\hat{n}}^{2}") == "x2n"


def test_latex_has_no_spaces_to_be_seen():
    answer = '<div class="formula" data-bbox="10 10 60 20"><img data-bbox="10 10 60 20"/><div>\\rho c</div></div>'
    drawn = line("ρc")
    assert len(pointers.gaps(answer, pointers.places(answer, drawn), drawn)) == 0


def test_what_the_page_does_not_spell_shows_nothing():
    drawn = line("x + y")
    answer = r'<div class="formula" data-bbox="10 10 60 20"><div>\frac{q}{z}</div></div>'
    found = shown(answer, drawn)
    assert set(found[answer.index("\\"):]) == {"."}


def test_spaces_between_glyphs_of_a_line_have_a_place():
    drawn = numpy.concatenate([line("ab c", y=10), line("d", y=30)])
    answer = '<p data-bbox="10 10 60 40">ab c d</p>'
    found = pointers.gaps(answer, pointers.places(answer, drawn), drawn)
    assert found["code"].tolist() == [32]
    assert found["box"][0].tolist() == [29, 10, 29, 20]


def test_tokens_of_an_answer_show_rows_of_cells(tokenizer):
    page = toy_pages(1, seed=3, width=224, height=112)[0]
    made = source.make(page, tokenizer, {"html": 1}, random.Random(1), dropout=1.0)
    cells = made.ids == tokenizer.token_to_id("<|image_pad|>")
    rows, slots, before = made.shown.T
    assert before.tolist() == [-1, *rows[:-1]]
    assert cells[rows[rows >= 0]].all()
    text = made.kinds == sample.TEXT
    assert (rows[text] >= 0).all()
    first = glyphs.visible(page.glyphs)[0]["box"]
    row, column = int(first[1] + first[3]) // 56, int(first[0] + first[2]) // 56
    assert rows[text][0] == made.cells_at + row * 8 + column
    # What stands in the slots that are shown is what the text says.
    in_cells = made.picture.glyphs.reshape(-1, 4 * glyphs.SLOTS)[made.picture.cell_order]
    wanted = [tokenizer.decode([i]) for i in made.ids[made.answer_at:][text]]
    told = in_cells[rows[text] - made.cells_at, slots[text]]
    same = [glyphs.CLASS.get(c) == t for c, t in zip(wanted, told) if c.strip()]
    assert sum(same) > 0.9 * len(same)


def test_pointing_looks_at_rows_of_its_own_sequence_that_came_before():
    query, key = torch.zeros(7, 4), torch.zeros(7, 4)
    key[1, 0] = key[5, 1] = 20.0
    query[2, 0] = query[6, 1] = 20.0
    def asking(*rows):
        return types.SimpleNamespace(
            sequences=Segments.of([3, 4, 5]), asked=torch.tensor(rows), pages=2, longest=4, most_asked=len(rows))

    loss, right, count = heads.pointing(query, key, asking(2, 4, 6), torch.tensor([1, -1, 5]))
    assert loss < 1e-6 and right == 2 and count == 2
    even = torch.zeros(7, 4)
    loss, _, _ = heads.pointing(even, even, asking(6), torch.tensor([5]))
    assert abs(loss.item() - numpy.log(4)) < 1e-6


def test_place_head_learns_where_the_ink_of_a_cell_is():
    torch.manual_seed(1)
    edges = torch.tensor([[3, 5, 20, 28], [0, 0, 0, 0], [1, 1, 2, 2]])
    at, cells = torch.tensor([[0, 1], [0, 2], [7, 13]]), torch.randn(3, 16)
    head = heads.PlaceHead(16)
    optimiser = torch.optim.Adam(head.parameters(), lr=0.05)
    for _ in range(200):
        loss, right, count = head(cells, edges, at)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert right == count == 2 * 4 * 3
    digits = head.digits(head.norm(cells[2])).view(4, -1)
    assert [int(part.argmax()) for part in digits[0].split(heads.DIGITS)] == [3, 6, 4]  # 13 * 28 + 0
