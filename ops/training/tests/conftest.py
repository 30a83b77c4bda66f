import io
import pathlib
import sys

import pytest
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).parent))

torch.set_num_threads(1)  # two threads that wait for each other are slower than one

import toy
from smallmodel import stream, vocabulary


def toy_pages(count, seed="test", **how):
    buffer = io.BytesIO()
    toy.write(buffer, count, seed, **how)
    buffer.seek(0)
    return list(stream.pages(buffer))


@pytest.fixture(scope="session")
def pages():
    return toy_pages(6, width=300, height=190, lines=4, words=3)


@pytest.fixture(scope="session")
def tokenizer():
    """A tokenizer of the right layout: bytes, merges of tags, and enough other merges to fill the vocabulary."""
    texts = [p.html for p in toy_pages(200, width=448, lines=3, words=3)]
    syllables = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in "bdfgklmnprst"]
    texts += [" ".join(x + y for y in syllables) for x in syllables[::9]]
    return vocabulary.learn(texts, 1024)
