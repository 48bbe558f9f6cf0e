# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks: CPU seconds of our programs as a ratio to R, reading and hashing the same bytes once in the same run.

run.py BIN_DIR [import|parse|store|pdf|small|all] [--size small|full] [--set sms|mail|photos]

import: with import-bench, whose passphrase costs next to nothing, so the figures are those of the import alone."""
import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import others
import pdf
import small
import store

HERE = Path(__file__).parent
ORACLE = HERE.parent / "oracle"


def measured(command, **options):
    """CPU seconds, wall seconds and peak MiB of a command."""
    t0 = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {command}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - t0, usage.ru_maxrss / 1024


def rounds(paths) -> int:
    """How often small data is read in one process, so that what starting it costs does not blur the figure."""
    return max(1, round(400e6 / sum(p.stat().st_size for p in paths)))


def floor(paths) -> float:
    paths = paths * (times := rounds(paths))
    code = ("import hashlib,sys\n"
            "for p in sys.argv[1:]:\n"
            "  h=hashlib.sha256()\n"
            "  with open(p,'rb') as f:\n"
            "    while b:=f.read(1<<20): h.update(b)\n")
    start = min(measured([sys.executable, "-c", "import hashlib,sys"])[0] for _ in range(3))
    cpu = min(measured([sys.executable, "-c", code, *map(str, paths)])[0] for _ in range(TRIES))
    return max(cpu - start, 1e-3) / times


# Of the data of the goals: 500,000 messages, 50,000 mails, 2,000 photos. The growth is taken between the two.
SIZES = {"small": (0.01, 0.1), "full": (0.01, 1.0)}
# To the searchable commit, in R: CPU, wall; MiB; growth. None is given for the import of photos.
GOALS = {"sms": (7.5, 6.0), "mail": (6.5, None), "photos": (None, None)}
PARSE_GOALS = {"sms": 2.0, "mail": 3.2, "photos": 1.3}
EXIF_GOAL = 0.2  # of exiftool for six tags, ours with the hash
TRIES = 5  # the quickest counts
PEAK_MIB, EXPONENT = 128, 1.05


def make_sms(folder: Path, part: float):
    count = int(500_000 * part)
    subprocess.run([sys.executable, str(ORACLE / "make_sms.py"), str(folder / "sms.xml"), str(count), str(count // 100)], check=True)
    return [folder / "sms.xml"], count + count // 100


def make_mail(folder: Path, part: float):
    count = int(50_000 * part)
    subprocess.run([sys.executable, str(ORACLE / "make_mail.py"), str(folder / "mail.mbox"), "--mails", str(count)], check=True)
    return [folder / "mail.mbox"], count


def make_photos(folder: Path, part: float):
    count = int(2000 * part)
    (folder / "photos").mkdir()
    seeds = sorted((HERE.parent.parent / "assets/sample/exports/fotos").glob("*.jpg"))
    for i in range(count):
        data = seeds[i % len(seeds)].read_bytes()
        (folder / "photos" / f"IMG_{i:05d}.jpg").write_bytes(data + os.urandom(430_000 - len(data)) + i.to_bytes(4, "big"))
    return sorted((folder / "photos").iterdir()), count


SETS = {"sms": make_sms, "mail": make_mail, "photos": make_photos}


def over(value: float, goal: float | None) -> str:
    return "" if goal is None else f"{' over' if value > goal else ''} (goal {goal})"


def imported(program: Path, case: Path, paths: list[Path]) -> dict[str, list[float]]:
    """What import-bench prints, by name. The folder of many files is given as the user gives it."""
    target = paths if len(paths) == 1 else [paths[0].parent]
    done = subprocess.run([str(program), str(case), *map(str, target)], stdout=subprocess.PIPE, text=True, check=True)
    for folder in case.parent.glob(case.name + "*"):
        shutil.rmtree(folder)
    return {name: [float(n) for n in numbers] for name, *numbers in map(str.split, done.stdout.splitlines())}


def bench_parse(name: str, dump: Path, folder: Path, part: float) -> None:
    paths, items = SETS[name](folder, part)
    r = floor(paths)
    nothing = folder / "nothing"
    nothing.touch()
    start = min(measured([str(dump), "--quiet", str(nothing)])[0] for _ in range(3))  # R is without it too
    # A photo is hashed by its reader; of a file of messages the reader hashes the parts, and the vault the file.
    times = rounds(paths)
    kinds = [""] if name == "photos" else ["", "--hash-too"]
    for kind in kinds:
        cpu, wall, peak = min(measured([str(dump), "--quiet", *filter(None, [kind]), *map(str, paths * times)])
                              for _ in range(TRIES))
        cpu = (cpu - start) / times
        what = "parsed and hashed" if not kind else "  with the file's own hash in the same pass"
        print(f"{name + ': ' if not kind else ''}{what} at {cpu / r:.1f} R of CPU{over(cpu / r, PARSE_GOALS[name])}, "
              f"{items * times / wall:.0f} items/s, peak {peak:.0f} MiB; R = {r:.3f} s")
    if name == "photos":
        others.run(name, cpu, paths, folder, measured, f" (goal {EXIF_GOAL})")


def bench_import(name: str, program: Path, folder: Path, parts: tuple[float, float]) -> None:
    cpu_of = []
    for part in parts:
        place = folder / f"{name}-{part}"
        place.mkdir()
        paths, items = SETS[name](place, part)
        found = imported(program, place / "case", paths)
        cpu, wall = found["import"]
        cpu_of.append((max(cpu, 1e-3), items))
    r = floor(paths)
    sealed = found["sealed"][0]
    cpu_goal, wall_goal = GOALS[name]
    growth = math.log(cpu_of[1][0] / cpu_of[0][0]) / math.log(cpu_of[1][1] / cpu_of[0][1])
    print(f"{name}: {items} items, {sum(p.stat().st_size for p in paths) / 1e6:.0f} MB; R = {r:.3f} s")
    print(f"  to the searchable commit {cpu / r:.1f} R of CPU{over(cpu / r, cpu_goal)}, "
          f"{wall / r:.1f} R of wall{over(wall / r, wall_goal)}, {items / wall:.0f} items/s")
    print(f"  of it keeping the originals encrypted {sealed / r:.1f} R, all else {(cpu - sealed) / r:.1f} R")
    print(f"  peak {found['peak'][0]:.0f} MiB{over(found['peak'][0], PEAK_MIB)}, of which {found['before'][0]:.0f} before it began; "
          f"growth from {cpu_of[0][1]} to {cpu_of[1][1]} items: exponent {growth:.2f}{over(growth, EXPONENT)}")
    others.run(name, cpu, paths, place, measured)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("bin", type=Path)
    parser.add_argument("what", nargs="?", default="all", choices=["import", "parse", "store", "pdf", "small", "all"])
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--set", choices=SETS, action="append", help="only this one; may be given again")
    args = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)
    with tempfile.TemporaryDirectory() as temp:
        folder = Path(temp)
        if args.what in ("store", "all"):
            store.run(args.bin, folder, args.size == "full")
        if args.what in ("pdf", "all"):
            pdf.run(args.bin, folder, args.size == "full")
        if args.what in ("small", "all") and "photos" in (args.set or SETS):
            small.run(args.bin, folder, args.size == "full", measured)
        for name in args.set or SETS:
            if args.what in ("parse", "all"):
                place = folder / f"parse-{name}"
                place.mkdir()
                bench_parse(name, args.bin / "dump-records", place, SIZES[args.size][1])
                shutil.rmtree(place)
            if args.what in ("import", "all"):
                bench_import(name, args.bin / "import-bench", folder, SIZES[args.size])


if __name__ == "__main__":
    main()
