"""Draws what a training log tells.

    python -m smallmodel.curves work/run/log.jsonl curves.png
"""

from __future__ import annotations

import argparse
import json
import pathlib

RIGHT = {
    "letters": "letters in their places (tower)",
    "layout point 3": "cell looked at (decoder on layouts)",
    "layout text": "text (decoder on layouts)",
    "point 3": "cell looked at (all together)",
    "text": "text (all together)",
    "box": "digits of boxes (all together)",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()

    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot

    lines = [json.loads(line) for line in given.log.read_text(encoding="utf-8").splitlines()]
    figure, (right, losses) = pyplot.subplots(2, 1, sharex=True, figsize=(9, 8), layout="constrained")
    steps = [line for line in lines if "rate" in line]
    for axes, names in ((right, RIGHT), (losses, None)):
        for name in names or sorted({k for line in steps for k in line if k.startswith("loss ")}):
            points = [(line["seconds"] / 60, line[name]) for line in steps if name in line]
            if points:
                axes.plot(*zip(*points), label=names[name] if names else name.removeprefix("loss "), linewidth=1)
        stage = None
        for line in steps:
            if (line["stage"], line["level"]) != stage:
                stage = line["stage"], line["level"]
                axes.axvline(line["seconds"] / 60, color="0.8", linewidth=0.8)
                if names:
                    axes.text(line["seconds"] / 60, 0.01, " ".join((stage[0].split()[0], stage[1])),
                              fontsize=7, rotation=90, verticalalignment="bottom")
        # Where neither curves nor names of levels are.
        beside = {"loc": "center", "bbox_to_anchor": (0.56, 0.2)} if names else {"loc": "lower left", "ncols": 3}
        axes.legend(fontsize=7, **beside)
        axes.grid(alpha=0.2)
    right.set_ylabel("part that is right, teacher-forced")
    right.set_ylim(0, 1.08)
    losses.set_ylabel("weighted loss")
    losses.set_yscale("log")
    losses.set_xlabel("minutes")
    figure.savefig(given.out, dpi=110)


if __name__ == "__main__":
    main()
