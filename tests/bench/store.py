# SPDX-License-Identifier: GPL-3.0-or-later
"""The case on the disk, measured: bulk insert, opening, first page, search, check, size. Each step is done twice
by store-bench, with the cipher and without a key; the second is the floor of the first, in the same run.
Where other programs take the processor too, read the CPU seconds; a mark means that they are over the goal."""
import math
import subprocess
import sys
from pathlib import Path

SEARCHES = "common some rare rare-part none both folded three two rare-two letter rare-letter".split()
GOALS = {"rate": 0.60, "size": 1.35, "exponent": 1.05, "page ms": 1000, "search ms": 50}
WANTED_ORIGINALS = 5e9  # beside a million messages, for the ratio of sizes


def figures(program: Path, step: str, case: Path, count: int, plain: bool) -> dict[str, list[float]]:
    command = [str(program), step, str(case), str(count), *(["plain"] if plain else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"failed: {command}")
    return {name: [float(n) for n in numbers] for name, *numbers in map(str.split, done.stdout.splitlines())}


def measure(program: Path, folder: Path, count: int) -> tuple[dict, dict]:
    both = []
    for plain in (True, False):
        case = folder / f"store-{count}-{'plain' if plain else 'sealed'}"
        found = figures(program, "fill", case, count, plain)
        found["database"] = [(case / "case.logbog").stat().st_size]
        found["all"] = [sum(p.stat().st_size for p in case.rglob("*") if p.is_file())]
        found |= figures(program, "look", case, count, plain)
        both.append(found)
    return both[1], both[0]


def show_size(found: dict, count: int) -> None:
    text, original = found["text"][0], found["original"][0]
    more = WANTED_ORIGINALS * count / 1e6
    print(f"  database {found['database'][0] / 1e6:.0f} MB, {found['database'][0] / count:.0f} bytes a message; "
          f"case / (original + text) {found['all'][0] / (original + text):.2f}, with 5 KB of other originals a message "
          f"{(found['all'][0] + more) / (original + text + more):.2f} (goal {GOALS['size']})")


def show(found: dict, floor: dict, count: int) -> None:
    rate = floor["insert"][0] / found["insert"][0]
    print(f"{count} messages")
    print(f"  insert {count / found['insert'][1]:.0f}/s, {found['insert'][0]:.1f} s of CPU; {rate:.0%} of the rate without a key "
          f"by CPU, {floor['insert'][1] / found['insert'][1]:.0%} by the clock (goal {GOALS['rate']:.0%})")
    show_size(found, count)
    opened = (found["open"][1] - found["key"][1] + found["window-first"][1] + found["first-page"][1]) * 1000
    print(f"  key to first page {opened:.0f} ms (goal {GOALS['page ms']}); with all that the window makes of the case "
          f"{opened + found['window'][1] * 1000:.0f} ms; closing {found['close'][1] * 1000:.0f} ms")
    print(f"  {'step':22}{'CPU ms':>9}{'wall ms':>9}{'x floor':>9}")
    steps = ["open", "first-page", "window-first", "window", "verify", *(f"search-{s}" for s in SEARCHES), "whole-common", "whole-rare", "whole-kind"]
    for step in steps:
        cpu, wall = found[step]
        mark = f"  over {GOALS['search ms']} ms" if step.startswith("search-") and cpu * 1000 > GOALS["search ms"] else ""
        print(f"  {step:22}{cpu * 1000:9.1f}{wall * 1000:9.1f}{cpu / max(floor[step][0], 1e-6):9.2f}{mark}")
    if found["findings"][0] != 0:
        sys.exit("verify found something in a case that nobody touched")


def run(programs: Path, folder: Path, full: bool) -> None:
    counts = [10_000, 100_000, 1_000_000] if full else [10_000, 100_000]
    found = {}
    for count in counts:
        found[count], floor = measure(programs / "store-bench", folder, count)
        show(found[count], floor, count)
    first, last = counts[0], counts[-1]
    for name, at in (("insert", 0), ("database", 0), ("window", 0), ("verify", 0)):
        exponent = math.log(found[last][name][at] / found[first][name][at]) / math.log(last / first)
        print(f"{name}: cost grows with the {exponent:.3f} power of the messages (goal {GOALS['exponent']})")
