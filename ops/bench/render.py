#!/usr/bin/env python3
"""Renders the same PDFs with this renderer and with pdftoppm, and compares.

    mvn -q -pl renderer -am -DskipTests package dependency:copy-dependencies -DincludeScope=runtime
    python3 ops/bench/render.py [--pages 40] [--dpi 200] [--repeat 4] [FOLDER]

Needs java and Debian's poppler-utils. Without a FOLDER it draws office documents of its own. Prints,
for one process at a time and for all cores, pages per second of wall time and of processor time,
the peak of memory, and the ratio of both renderers. Start-up is part of it, as it is for pdftoppm;
--repeat renders each document several times, to tell it from the rest.
"""

import argparse
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLASSES = f"{ROOT}/renderer/target/classes:{ROOT}/renderer/target/dependency/*"


def timed(commands, at_once):
    """Runs commands, and returns wall seconds, processor seconds and the peak of resident MiB."""

    def run(command):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        if status != 0:
            sys.exit(f"{command[0]} failed with status {status}")
        return usage

    start = time.monotonic()
    with ThreadPoolExecutor(at_once) as pool:
        usages = list(pool.map(run, commands))
    wall = time.monotonic() - start
    processor = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    peaks = sorted((usage.ru_maxrss for usage in usages), reverse=True)
    return wall, processor, sum(peaks[:at_once]) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--pages", type=int, default=40, help="pages of each kind to draw")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--repeat", type=int, default=1)
    arguments = parser.parse_args()
    for tool in ("java", "javac", "pdftoppm"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is needed")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        folder = arguments.folder
        if folder is None:
            folder = scratch / "drawn"
            source = f"{ROOT}/ops/bench/OfficeDocuments.java"
            subprocess.run(
                ["java", "-cp", CLASSES, source, folder, str(arguments.pages)], check=True
            )
        documents = scratch / "documents"
        documents.mkdir()
        for copy in range(arguments.repeat):
            for file in sorted(folder.glob("*.pdf")):
                os.symlink(file.resolve(), documents / f"{copy:03d}-{file.name}")
        subprocess.run(
            ["javac", "-cp", CLASSES, "-d", scratch / "classes", f"{ROOT}/ops/bench/RenderPages.java"],
            check=True,
        )
        compare(documents, scratch, arguments.dpi)


def page_count(file):
    told = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", told, re.M)[1])


def compare(documents, scratch, dpi):
    cores = len(os.sched_getaffinity(0))
    files = sorted(documents.glob("*.pdf"))
    pages = sum(page_count(file) for file in files)
    print(f"{pages} pages of {len(files)} documents at {dpi} dpi, {cores} cores")
    print(f"{'':28}{'pages/s':>9}{'pages/cpu s':>13}{'peak MiB':>10}")
    for name, at_once in (("one at a time", 1), ("all cores", cores)):
        # As the pool starts its processes, in each of which one thread renders.
        collector = ["-XX:+UseSerialGC"] if at_once == 1 else []
        java = ["java", *collector, "-cp", f"{scratch}/classes:{CLASSES}", "RenderPages"]
        ours = timed([java + [str(documents), str(dpi), str(at_once)]], 1)
        theirs = timed([["pdftoppm", "-r", str(dpi), file] for file in files], at_once)
        for renderer, took in ((f"renderer, {name}", ours), (f"pdftoppm, {name}", theirs)):
            print(
                f"{renderer:28}{pages / took[0]:9.1f}{pages / took[1]:13.1f}{took[2]:10.0f}",
                flush=True,
            )
        print(f"{'ratio':28}{theirs[0] / ours[0]:9.2f}{theirs[1] / ours[1]:13.2f}")


if __name__ == "__main__":
    main()
