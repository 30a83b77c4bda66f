import os
import pathlib
import subprocess
import sys

PROGRAM = """
import torch
from smallmodel import ranks
with ranks.joined():
    gradients = [torch.full((2, 2), float(ranks.own())), torch.tensor([4.0 * ranks.own()])]
    ranks.average(gradients)
    print(ranks.count(), [g.flatten().tolist() for g in gradients], ranks.of_first(10.0 + ranks.own()), flush=True)
"""


def test_processes_average_their_gradients_and_follow_the_first(tmp_path):
    file = tmp_path / "program.py"
    file.write_text(PROGRAM)
    environment = {**os.environ, "PYTHONPATH": str(pathlib.Path(__file__).parents[1]), "OMP_NUM_THREADS": "1"}
    told = subprocess.run(
        [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", file],
        env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert told.split("\n")[:2] == ["2 [[0.5, 0.5, 0.5, 0.5], [2.0]] 10.0"] * 2
