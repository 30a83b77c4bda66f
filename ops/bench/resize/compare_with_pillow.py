"""Times resizing and patches here and in Pillow and NumPy, on the same image, in one run.

    pip install pillow==12.0.0 numpy==2.4.6
    mvn -Pbenchmark -pl ops/bench/resize -am -DskipTests package
    python ops/bench/resize/compare_with_pillow.py

Prints milliseconds an image, with one thread and with all. Pillow has one thread.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile
import time

import numpy
import PIL
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
PATCH, MERGE, FRAMES = 14, 2, 2
MEAN = numpy.array([0.48145466, 0.4578275, 0.40821073], numpy.float32)
STD = numpy.array([0.26862954, 0.26130258, 0.27577711], numpy.float32)


def page(width, height):
    """Grey lines like type on a white page with a slope of colour; the same on each run."""
    rows = numpy.arange(height)[:, None]
    columns = numpy.arange(width)[None, :]
    ink = ((rows // 12) % 3 == 0) & (((columns * 7919 + (rows // 36) * 104729) // 11) % 3 == 0)
    image = numpy.empty((height, width, 3), numpy.uint8)
    image[..., 0] = 255 - columns * 40 // width
    image[..., 1] = 255 - rows * 40 // height
    image[..., 2] = 240
    image[ink] = 20
    return image


def patches(image):
    """What the reference's array processor does after resizing."""
    pixels = image.astype(numpy.float32) * numpy.float32(1 / 255)
    pixels = ((pixels - MEAN) / STD).transpose(2, 0, 1)
    pixels = numpy.stack([pixels] * FRAMES)
    rows, columns = pixels.shape[2] // PATCH, pixels.shape[3] // PATCH
    cut = pixels.reshape(
        1, FRAMES, 3, rows // MERGE, MERGE, PATCH, columns // MERGE, MERGE, PATCH
    ).transpose(0, 3, 6, 4, 7, 2, 1, 5, 8)
    return cut.reshape(rows * columns, -1)


def timed(action, seconds=5):
    action()
    laps, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end or len(laps) < 3:
        start = time.perf_counter()
        action()
        laps.append(time.perf_counter() - start)
    return 1000 * sum(laps) / len(laps)


def ours(raw, width, height, threads):
    """Milliseconds of each benchmark and target."""
    jars = (HERE / "target/class-path.txt").read_text().strip()
    out = raw.with_suffix(".json")
    parallel = [] if threads is None else [
        f"-Djava.util.concurrent.ForkJoinPool.common.parallelism={threads - 1 or 0}"]
    command = ["java", *parallel, "-cp", f"{HERE / 'target/classes'}:{jars}", "org.openjdk.jmh.Main",
               "-p", f"image={raw}", "-p", f"width={width}", "-p", f"height={height}",
               "-rf", "json", "-rff", str(out), "ResizeBenchmark", "ScaleBenchmark"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return {(run["benchmark"].rsplit(".", 1)[1], run["params"]["target"]):
            run["primaryMetric"]["score"] for run in json.loads(out.read_text())}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--size", default="2480x3508", help="of the image, A4 at 300 dpi")
    width, height = map(int, arguments.parse_args().size.split("x"))
    image = page(width, height)
    with tempfile.TemporaryDirectory() as folder:
        raw = pathlib.Path(folder) / "image.rgb"
        raw.write_bytes(image.tobytes())
        one, many = ours(raw, width, height, 1), ours(raw, width, height, None)
    print(f"{width} x {height} pixels, Pillow {PIL.__version__}, NumPy {numpy.__version__}; ms")
    print(f"{'':24}{'target':>12}{'reference':>11}{'1 thread':>10}{'ratio':>7}{'all':>8}{'ratio':>7}")
    pillow = Image.fromarray(image)
    for (name, target), single in sorted(one.items()):
        size = tuple(map(int, target.split("x")))
        small = numpy.asarray(pillow.resize(size, Image.Resampling.BICUBIC))
        reference = {
            "resize": lambda: pillow.resize(size, Image.Resampling.BICUBIC),
            "scaleByAreas": lambda: pillow.resize(size, Image.Resampling.BOX),
            "cutPatches": lambda: patches(small),
        }[name]
        theirs = timed(reference)
        both = many[name, target]
        print(f"{name:24}{target:>12}{theirs:11.1f}{single:10.1f}{theirs / single:7.2f}"
              f"{both:8.1f}{theirs / both:7.2f}")


if __name__ == "__main__":
    main()
