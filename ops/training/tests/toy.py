"""Writes a stream of simple pages in the synthesiser's format, to test the recipe without the synthesiser.

    python tests/toy.py COUNT SEED [--size WxH] [--lines N] [--words N] [--fonts FILE...]

COUNT 0 goes on for ever. Without fonts, Pillow's own is used.
"""

import argparse
import functools
import io
import json
import random
import struct
import sys
import tarfile

from PIL import Image, ImageDraw, ImageFont

WORDS = (
    "invoice total amount date due payment number order item quantity price tax net gross bank account customer "
    "address street city country phone terms unit discount shipping balance subtotal paid credit limited monday "
    "january please contact with thank you for your business Rechnung Betrag Datum straße für über société numéro "
    "été où factura número año señor dirección").split()


@functools.lru_cache(maxsize=256)
def font(file, size):
    return ImageFont.truetype(file, size) if file else ImageFont.load_default(size)


def word(dice):
    chance = dice.random()
    if chance < 0.6:
        text = dice.choice(WORDS)
        return dice.choice([text, text, text.capitalize(), text.upper()])
    if chance < 0.75:
        return f"{dice.uniform(0, 9999):,.2f}"
    if chance < 0.9:
        return str(dice.randrange(10 ** dice.randint(1, 8)))
    return "".join(dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(dice.randint(2, 8)))


def page(dice, width, height, lines, words, fonts):
    image = Image.new("L", (width, height), dice.randint(235, 255))
    draw = ImageDraw.Draw(image)
    glyphs, blocks, facts = [], [], {}
    y = dice.randint(4, max(5, height // 3))
    for _ in range(dice.randint(1, lines)):
        face = font(dice.choice(fonts), dice.randint(13, 22))
        x = dice.randint(4, width // 4)
        text = " ".join(word(dice) for _ in range(dice.randint(1, words)))
        while len(text) > 1 and draw.textlength(text, font=face) > width - x - 6:
            text = text[:-1].rstrip()
        ascent, descent = face.getmetrics()
        box = (x, y, round(x + draw.textlength(text, font=face)), y + ascent + descent)
        if box[3] > height - 2 or box[2] > width - 2:
            break
        draw.text((x, y), text, font=face, fill=dice.randint(0, 70))
        at = x
        for i, c in enumerate(text):
            end = x + draw.textlength(text[:i + 1], font=face)
            ink = face.getbbox(c)
            glyphs.append(struct.pack("<i4f", ord(c), at, y + ink[1], end, y + max(ink[3], ink[1] + 1)))
            at = end
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        blocks.append(f'<p data-bbox="{box[0]} {box[1]} {box[2]} {box[3]}">{escaped}</p>\n')
        facts[f"line {len(blocks)}"] = text
        y = box[3] + dice.randint(2, 24)
    html = "<html><body>\n" + "".join(blocks) + "</body></html>"
    return image, html, {"kind": "toy", "values": facts}, b"".join(glyphs)


def write(out, count, seed, width=224, height=112, lines=2, words=2, fonts=(None,)):
    with tarfile.open(fileobj=out, mode="w|") as tar:
        def add(name, data):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
        number = 0
        while count == 0 or number < count:
            dice = random.Random(f"{seed} {number}")
            image, html, facts, glyphs = page(dice, width, height, lines, words, fonts)
            add(f"{number}.pgm", b"P5\n%d %d\n255\n" % image.size + image.tobytes())
            add(f"{number}.html", html.encode())
            add(f"{number}.json", json.dumps(facts).encode())
            add(f"{number}.glyphs", glyphs)
            number += 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("seed")
    parser.add_argument("--size", default="224x112")
    parser.add_argument("--lines", type=int, default=2)
    parser.add_argument("--words", type=int, default=2)
    parser.add_argument("--fonts", nargs="*", default=[None])
    given = parser.parse_args()
    across, down = (int(v) for v in given.size.split("x"))
    write(sys.stdout.buffer, given.count, given.seed, across, down, given.lines, given.words, given.fonts)
