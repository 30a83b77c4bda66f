"""Makes small JPEGs and JPEG 2000s of kinds that decoders get wrong, and the colours that Pillow sees in them.

    pip install -r ops/oracles/requirements.txt
    python ops/oracles/jpeg_colors.py renderer/src/test/resources/golden

Each picture has its colours in the PNG of its name. Inks are mixed by the plain formula, 255 (1 - ink)(1 - black).
"""

import pathlib
import sys

import numpy
from PIL import Image

WIDTH, HEIGHT = 48, 32


def colours():
    """Slopes of red, green and blue with a saturated patch in each quarter."""
    y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    image = numpy.stack([x * 5, y * 7, (x + y) * 3], axis=2).clip(0, 255).astype(numpy.uint8)
    patches = ((4, 4, (255, 0, 0)), (4, 30, (0, 200, 0)), (20, 4, (0, 0, 255)), (20, 30, (255, 230, 0)))
    for row, column, colour in patches:
        image[row : row + 8, column : column + 12] = colour
    return image


def inks():
    """Cyan, magenta, yellow and black, from 0 to 255."""
    image = numpy.concatenate([255 - colours(), numpy.zeros((HEIGHT, WIDTH, 1), numpy.uint8)], axis=2)
    image[:, WIDTH // 2 :, 3] = 60
    return image


def ycck(cmyk):
    """Inks as Adobe stores them: inverted, and the first three as luma and chroma."""
    # A decoder makes 255 - red of red, and that is the inverted cyan; so red is the cyan.
    red, green, blue = (cmyk[..., i].astype(float) for i in range(3))
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    planes = [luma, 128 + 0.564 * (blue - luma), 128 + 0.713 * (red - luma), 255.0 - cmyk[..., 3]]
    return numpy.rint(numpy.stack(planes, axis=2)).clip(0, 255).astype(numpy.uint8)


def with_transform(jpeg, transform):
    """The JPEG with another word of Adobe's on what its samples mean."""
    at = jpeg.index(b"Adobe") + 11
    return jpeg[:at] + bytes([transform]) + jpeg[at + 1 :]


def mixed(file):
    inverted = Image.open(file)
    assert inverted.mode == "CMYK"
    cmyk = numpy.asarray(inverted, numpy.float64)
    return numpy.rint((255 - cmyk[..., :3]) * (255 - cmyk[..., 3:]) / 255).astype(numpy.uint8)


def main(out):
    out.mkdir(parents=True, exist_ok=True)
    image = Image.fromarray(colours())
    image.save(out / "progressive.jpg", quality=95, progressive=True, subsampling=2)
    image.save(out / "sequential.jpg", quality=95, subsampling=1)
    for name in ("progressive", "sequential"):
        Image.open(out / f"{name}.jpg").convert("RGB").save(out / f"{name}.png")
    # Pillow inverts what it stores, so it is given the opposite.
    stored = Image.fromarray(255 - ycck(inks()), "CMYK")
    stored.save(out / "ycck.jpg", quality=95, subsampling=0)
    file = out / "ycck.jpg"
    file.write_bytes(with_transform(file.read_bytes(), 2))
    Image.fromarray(mixed(file)).save(out / "ycck.png")
    deep = (colours()[..., 0].astype(numpy.uint16) << 8) + colours()[..., 1]
    Image.fromarray(deep).save(out / "grey16.jp2")
    grey = numpy.rint(deep / 257.0).astype(numpy.uint8)
    Image.fromarray(grey).convert("RGB").save(out / "grey16.png")
    Image.fromarray(inks(), "CMYK").save(out / "inks.jp2")
    Image.fromarray(plain_mixture(inks()).astype(numpy.uint8)).save(out / "inks.png")
    wrong = numpy.abs(mixed(file).astype(int) - plain_mixture(inks())).max()
    assert wrong < 20, wrong


def plain_mixture(cmyk):
    return numpy.rint((255.0 - cmyk[..., :3]) * (255.0 - cmyk[..., 3:]) / 255).astype(int)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
