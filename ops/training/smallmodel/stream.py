"""Reads the synthesiser's tar stream.

Each page is N.pgm or N.ppm (8 bit), N.html (truth as the model shall write it), N.json (what is known about
the page) and N.glyphs (records of int32 code point and float32 x1, y1, x2, y2, little-endian, page pixels). Of a page
that was cut, N.json has a list of pieces, and N.0.pgm, N.1.pgm and so on are their pictures; N.pgm if there is one alone.
"""

from __future__ import annotations

import dataclasses
import json
import subprocess
import tarfile
from collections.abc import Iterator

import numpy

GLYPH = numpy.dtype([("code", "<i4"), ("box", "<f4", 4)])
PICTURES = ("pgm", "ppm")


class StreamError(Exception):
    """The stream is not what the synthesiser writes."""


@dataclasses.dataclass
class Page:
    """image: (height, width) or (height, width, 3) uint8; glyphs: array of GLYPH in the order of drawing.

    pieces: pictures of the pieces of a page that was cut; image is the first of them
    """

    name: str
    image: numpy.ndarray
    html: str
    facts: dict
    glyphs: numpy.ndarray
    pieces: list[numpy.ndarray] = dataclasses.field(default_factory=list)


def read_netpbm(data: bytes) -> numpy.ndarray:
    """A binary PGM or PPM of 8 bits. Raises StreamError for anything else."""
    fields, at = [], 0
    while len(fields) < 4:
        end = at
        while end < len(data) and not data[end:end + 1].isspace():
            end += 1
        if end == at:
            if at >= len(data):
                raise StreamError("a picture ends in its header")
            at += 1
        elif data[at:at + 1] == b"#":
            at = data.index(b"\n", at) + 1
        else:
            fields.append(data[at:end])
            at = end
    kind, width, height, top = fields[0], *(int(f) for f in fields[1:])
    if kind not in (b"P5", b"P6") or top != 255:
        raise StreamError(f"a picture is {kind!r} with values up to {top}, not P5 or P6 up to 255")
    channels = 3 if kind == b"P6" else 1
    pixels = numpy.frombuffer(data, numpy.uint8, offset=at + 1)
    if len(pixels) != width * height * channels:
        raise StreamError(f"a picture of {width} x {height} x {channels} has {len(pixels)} bytes")
    return pixels.reshape(height, width) if channels == 1 else pixels.reshape(height, width, channels)


def pages(file) -> Iterator[Page]:
    """Pages of a tar stream, one after the other, as they come."""
    parts: dict[str, dict] = {}
    with tarfile.open(fileobj=file, mode="r|", bufsize=1 << 20) as tar:
        for member in tar:
            if not member.isfile():
                continue
            name, _, part = member.name.partition(".")
            page = parts.setdefault(name, {})
            content = tar.extractfile(member).read()
            page[part] = json.loads(content) if part == "json" else content
            tar.members.clear()  # an endless stream must not be remembered
            if _is_whole(page):
                yield _page(name, parts.pop(name))
    if parts:
        raise StreamError(f"the stream ends amid page {next(iter(parts))}")


def _pictures(parts: dict) -> list[str]:
    return [part for part in parts if part.rpartition(".")[2] in PICTURES]


def _is_whole(parts: dict) -> bool:
    if not {"html", "json", "glyphs"} <= parts.keys():
        return False
    return len(_pictures(parts)) == len(parts["json"].get("pieces", [None]))


def _page(name: str, parts: dict) -> Page:
    facts = parts["json"]
    order = sorted(_pictures(parts), key=lambda part: int(part.partition(".")[0]) if "." in part else 0)
    images = [read_netpbm(parts[part]) for part in order]
    return Page(name, images[0], parts["html"].decode(), facts, numpy.frombuffer(parts["glyphs"], GLYPH),
                images if "pieces" in facts else [])


def run(command: list[str]) -> Iterator[Page]:
    """Pages of a synthesiser that is started by that command and stopped when nobody asks for more.

    Raises StreamError if it fails.
    """
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        yield from pages(process.stdout)
        if process.wait() != 0:
            raise StreamError(f"{command[0]} ended with {process.returncode}")
    except tarfile.TarError as e:
        process.kill()
        raise StreamError(f"{command[0]} ended with {process.wait()}, and its stream is broken: {e}") from e
    finally:
        process.kill()
        process.stdout.close()
        process.wait()
