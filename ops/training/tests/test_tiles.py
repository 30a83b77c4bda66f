import pytest
import torch

from smallmodel import model, tiles
from smallmodel.batch import Segments

LENGTHS = [1, 31, 0, 64, 129, 300]


@pytest.fixture(scope="module", autouse=True)
def processor():
    if not tiles.available():
        pytest.skip("this processor has no tiles, or there is no compiler for them")


def drawn(heads: int, seed: int):
    generator = torch.Generator().manual_seed(seed)
    rows = (sum(LENGTHS), heads, tiles.WIDTH)
    return [(scale * torch.randn(rows, generator=generator)).bfloat16().requires_grad_() for scale in (3, 3, 1)]


def off(found: torch.Tensor, right: torch.Tensor) -> float:
    return float(((found.float() - right).norm() / right.norm()).detach())


@pytest.mark.parametrize("causal", [False, True])
def test_what_tiles_attend_to_and_its_gradient_are_those_of_floats(causal):
    runs = Segments.of(LENGTHS)
    rounded = drawn(3, seed=1)
    exact = [x.detach().float().requires_grad_() for x in rounded]
    by_tiles = tiles.attend(*rounded, runs.starts.tolist(), causal)
    by_floats = model.attend_padded(*exact, runs, causal)
    assert off(by_tiles, by_floats) < 0.004
    wanted = torch.randn(by_floats.shape, generator=torch.Generator().manual_seed(2))
    pairs = zip(torch.autograd.grad((by_tiles * wanted).sum(), rounded),
                torch.autograd.grad((by_floats * wanted).sum(), exact))
    assert all(off(found, right) < 0.01 for found, right in pairs)


def test_tiles_take_slices_of_joined_rows_and_keys_of_several_heads():
    runs = Segments.of(LENGTHS)
    joined = torch.cat(drawn(2, seed=3), 1).detach()[:, :4].requires_grad_()
    exact = joined.detach().float().requires_grad_()
    model.choose_attention(torch.device("cpu"))
    by_tiles = model.attend(*joined.split((2, 1, 1), 1), runs, causal=True)
    by_floats = model.attend(*exact.split((2, 1, 1), 1), runs, causal=True)
    assert off(by_tiles, by_floats) < 0.004
    wanted = torch.randn(by_floats.shape, generator=torch.Generator().manual_seed(4))
    assert off(torch.autograd.grad((by_tiles * wanted).sum(), joined)[0],
               torch.autograd.grad((by_floats * wanted).sum(), exact)[0]) < 0.01


def test_tiles_refuse_what_they_do_not_fit():
    floats = [x.detach().float() for x in drawn(2, seed=4)]
    with pytest.raises(RuntimeError, match="bfloat16 expected"):
        tiles.attend(*floats, Segments.of(LENGTHS).starts.tolist(), False)
    rows = drawn(2, seed=5)
    with pytest.raises(RuntimeError, match="from the first row to the last"):
        tiles.attend(*rows, Segments.of(LENGTHS[:-1]).starts.tolist(), False)
