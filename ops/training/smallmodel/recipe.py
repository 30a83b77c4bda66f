"""What is trained in which order. Times are shares of the budget, so that the same recipe fits any."""

from __future__ import annotations

import dataclasses

from .pack import Room

HTML = (("html", 1.0),)
PIECE_TASKS = (("html", 0.72), ("values", 0.24), ("spotting", 0.02), ("box", 0.02))
TASKS = (("html", 0.6), ("values", 0.2), ("spotting", 0.1), ("box", 0.1))


@dataclasses.dataclass(frozen=True)
class Level:
    """Pages of one difficulty.

    options: put into the synthesiser's command line
    least: characters a page has for each of its cells; pages with fewer are left out, since they teach less for the
        same work
    zoom: least and largest factor by which pages are enlarged
    familiar: pages in the few typefaces of `--familiar-fonts` alone
    """

    name: str
    options: str
    room: Room
    least: float = 0.0
    zoom: tuple[float, float] = (1.0, 1.0)
    familiar: bool = False


@dataclasses.dataclass(frozen=True)
class Stage:
    """One part of the training.

    share: of the whole budget
    layout: weight of the decoder's loss on true cells; read: on the tower's cells
    glyphs: weight of the glyph head; align: weight of the merger's distance to the true cells
    point, place: weights of what is asked of the decoder inside, see `heads.pointing` and `heads.PlaceHead`
    decode_each: the decoder learns in every so many-th step only, the tower in all
    handover: share of the stage during which more and more pages come from the tower instead of the true cells
    dropout: share of the merges that are left out of the text at the stage's start and at its end
    slips: chance that a letter or a box's digit of the answer so far is exchanged for another one of the batch, so that
        reading goes on from the page and not from a text without mistakes (as Nougat, Blecher et al., 2023)
    levels: from easy to hard; the next one is taken when the text is right to `passed`, or when its time is up
    """

    name: str
    share: float
    levels: tuple[Level, ...]
    layout: float = 0.0
    glyphs: float = 0.0
    align: float = 0.0
    point: float = 0.0
    place: float = 0.0
    read: float = 0.0
    decode_each: int = 1
    handover: float = 0.0
    dropout: tuple[float, float] = (0.0, 0.0)
    slips: float = 0.0
    passed: float = 0.93
    mix: tuple[tuple[str, float], ...] = HTML
    rate: float = 1.0
    best_of: int = 0


@dataclasses.dataclass(frozen=True)
class Recipe:
    shape: str
    stages: tuple[Stage, ...]
    matrix_rate: float = 0.02
    other_rate: float = 2e-3
    box_weight: float = 1.0
    warm_up: int = 100
    cool_down: float = 0.2


def recipe(name: str) -> Recipe:
    if name not in RECIPES:
        raise ValueError(f"no recipe is called {name!r}; there are {', '.join(sorted(RECIPES))}")
    return RECIPES[name]


# As the product cuts pages: a third of them drawn small, as screens do, the others as finely as scanners.
FINENESS = "--longer-side 700-1280,1280-2400,1280-3400 --max-pixels 9000000"
OFTEN = "--kind " + ",".join(
    ["text", "letter", "article", "mixed"] + 3 * ["invoice", "form"] + 4 * ["table"] + 7 * ["chart", "formula"])
# Formulas and charts have the fewest tokens on other pages and are learnt last; of forms as many as of tables, since
# otherwise fields are taken for those.
FIGURES = "--kind " + ",".join(
    ["text", "letter"] + 2 * ["article"] + 3 * ["formula"] + 4 * ["formulas", "form"] + 5 * ["mixed", "table"]
    + 7 * ["chart", "invoice"])


def _gpu() -> Recipe:
    # About 50,000 patches and 24,000 tokens a step: some 35 pieces of pages.
    room = Room(patches=49_152, tokens=24_576, pages=112, fixed=True)
    lines = Level("lines", "--crop 224x112", room, least=0.7, zoom=(2.0, 2.0))
    shapes = f"--pieces 1344x224-448,1344x448 {FINENESS}"
    dense = Level("dense pieces", shapes, room, least=0.5)
    pieces = Level("pieces", f"{OFTEN} {shapes}", room)
    figures = Level("formulas and charts among others", f"{FIGURES} {shapes}", room)
    spelt = (1.0, 1.0)  # whole words need each word many times, letters do not
    return Recipe("page", (
        Stage("0+1 layouts and glyphs", 0.12, (lines, dense), layout=1.0, glyphs=1.0, align=1.0, point=0.3,
              place=0.3, dropout=spelt),
        Stage("2 crops", 0.10, (dense,), glyphs=0.5, align=0.1, point=0.2, place=0.1, read=1.0, handover=0.2,
              dropout=spelt),
        Stage("3 pieces", 0.40, (pieces,), glyphs=0.3, point=0.1, place=0.05, read=1.0, dropout=spelt, slips=0.1),
        Stage("3 formulas and charts", 0.28, (figures,), glyphs=0.3, point=0.1, place=0.05, read=1.0, dropout=spelt,
              slips=0.05),
        Stage("4 tasks", 0.10, (pieces,), glyphs=0.2, point=0.1, place=0.05, read=1.0, dropout=spelt, slips=0.1,
              mix=PIECE_TASKS),
    ), cool_down=0.5)


def _cpu() -> Recipe:
    # Type is enlarged to what it has at 200 dpi: one or two characters a cell instead of ten are learnt much sooner.
    def level(name: str, options: str, across: int, down: int, pages: int, tokens: int, **more) -> Level:
        zoom = more.setdefault("zoom", (2.0, 2.0))[1]
        patches = int(pages * across * down * zoom ** 2) // 196
        return Level(name, options, Room(patches, patches // 4 + pages * tokens, pages), **more)

    lines = level("lines", "--clean --kind text,letter,article,invoice,form,table --crop 224x112", 224, 112, 8, 220,
                  least=1.0, familiar=True)
    faces = level("typefaces", "--clean --crop 224x112", 224, 112, 8, 220, least=0.5)
    office = level("office", "--crop 224x112", 224, 112, 8, 220, zoom=(1.7, 2.0), familiar=True)
    # Lines as long as a page's, in all typefaces at last: the product cuts pages into pieces like these.
    wider = level("wider", "--crop 224x112,336x112,448x112", 448, 112, 10, 240, zoom=(1.7, 2.0), familiar=True)
    strips = level("strips", "--crop 336x112,448x112,672x112", 448, 112, 10, 240, zoom=(1.7, 2.0), familiar=True)
    often = "--kind text,text,letter,letter,article,article,invoice,invoice,form,form,table,table,table,mixed,chart,formula"
    every = dataclasses.replace(
        strips, name="strips in all typefaces", options=f"{often} {strips.options}", least=0.5, familiar=False)
    # Forms and invoices are sparse: at 0.4 characters a cell nearly all of a form would be left out.
    pieces = Level("pieces", f"{OFTEN} --pieces 1344x224 {FINENESS}", Room(10_240, 5_200, 12), least=0.06)
    # A chart can be learnt only where a piece holds all of it.
    figures = dataclasses.replace(
        pieces, name="pieces with whole figures", options=pieces.options.replace("1344x224", "1344x224-448"))
    among = dataclasses.replace(
        figures, name="formulas and charts among others", options=figures.options.replace(OFTEN, FIGURES))
    spelt = (1.0, 1.0)  # whole words need each word many times, letters do not
    return Recipe("crop", (
        Stage("0+1 layouts and glyphs", 0.09, (lines,), layout=1.0, glyphs=1.0, align=1.0, point=0.3, place=0.3,
              decode_each=2, dropout=spelt),
        Stage("2 crops", 0.06, (lines, faces), glyphs=0.5, align=0.1, point=0.2, place=0.1, read=1.0, handover=0.2,
              dropout=spelt, passed=0.9),
        Stage("3 office", 0.06, (office,), glyphs=0.4, point=0.15, place=0.1, read=1.0, dropout=spelt),
        Stage("4 strips", 0.17, (wider, strips, every), glyphs=0.4, point=0.15, place=0.1, read=1.0, dropout=spelt),
        Stage("5 pieces", 0.33, (pieces, figures), glyphs=0.4, point=0.15, place=0.1, read=1.0, dropout=spelt,
              slips=0.1, rate=0.6),
        Stage("6 formulas and charts", 0.29, (among,), glyphs=0.4, point=0.15, place=0.1, read=1.0, dropout=spelt,
              slips=0.05, rate=0.1),
    ), warm_up=20, cool_down=0.3)


def _smoke() -> Recipe:
    level = (Level("lines", "", Room(8 * 128, 8 * 200, 8)),)
    return Recipe("tiny", (
        Stage("0 layouts", 0.3, level, layout=1.0, point=0.3, place=0.3, dropout=(1.0, 0.0)),
        Stage("1 glyphs", 0.3, level, glyphs=1.0, align=1.0),
        Stage("2 crops", 0.4, level, glyphs=0.3, align=0.1, read=1.0, handover=0.5, mix=TASKS),
    ), warm_up=5)


RECIPES = {"gpu": _gpu(), "cpu": _cpu(), "smoke": _smoke()}
