# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmark of the PDF, called by run.py: pages a CPU second, the clock against CPU, and ratios to libharu drawing
the same simple rows, to wkhtmltopdf and to reading and hashing the same photos. Every ratio is of one run."""
import html
import math
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

GOALS = {"simple": 2000, "mixed": 600, "cores": 1.6, "haru": 0.9, "wkhtmltopdf": 0.1, "rows MiB": 200, "messages MiB": 200,
         "photos MiB": 400, "photos": 2, "exponent": 1.05}
FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
ROUNDS = 3
PHOTO_BYTES = 3_000_000


def measured(command, **options):
    """The program's own figures, with its whole CPU, wall and peak MiB as "total", "clock" and "peak"."""
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True, **options) as process:
        lines = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    if status != 0:
        sys.exit(f"failed: {command}")
    found = {name: float(value) for name, value in (line.split() for line in lines.splitlines() if len(line.split()) == 2)}
    found["total"] = usage.ru_utime + usage.ru_stime
    found["peak"] = usage.ru_maxrss / 1024
    return found


def median(results, name):
    return statistics.median(result[name] for result in results)


def as_html(rows: Path, out: Path) -> None:
    cells = ("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.rstrip("\n").split("\t")) + "</tr>"
             for line in rows.open(encoding="utf-8"))
    out.write_text("<meta charset=utf-8><style>td{font:7.5pt 'Noto Sans';border-bottom:1px solid}</style><table>"
                   + "\n".join(cells) + "</table>", encoding="utf-8")


def table(programs: Path, folder: Path) -> None:
    bench, out = programs / "pdf-bench", folder / "out.pdf"
    texts = folder / "rows.tsv"
    texts.write_bytes(subprocess.run([bench, "texts", "simple", "10000"], check=True, stdout=subprocess.PIPE).stdout)
    runs = {"simple": [], "mixed": [], "haru": []}
    for _ in range(ROUNDS):  # one after another, so that all see the same machine
        for script in ("simple", "mixed"):
            runs[script].append(measured([bench, "rows", script, 10_000, out]))
        runs["haru"].append(measured([programs / "plain-haru", FONT, texts, out]))
    for script in ("simple", "mixed"):
        pages, cpu = median(runs[script], "pages"), median(runs[script], "total")
        print(f"  10,000 {script} rows: {pages:.0f} pages, {pages / cpu:.0f} pages a CPU second (goal {GOALS[script]}), CPU / clock "
              f"{median(runs[script], 'cpu') / median(runs[script], 'wall'):.2f} (goal {GOALS['cores']} on two idle cores), "
              f"{median(runs[script], 'peak'):.0f} MiB")
    print(f"  simple rows / plain libharu: {median(runs['simple'], 'total') / median(runs['haru'], 'total'):.2f} of CPU "
          f"(goal {GOALS['haru']}; libharu: {median(runs['haru'], 'pages') / median(runs['haru'], 'total'):.0f} pages a CPU second)")
    if shutil.which("wkhtmltopdf") is None:
        print("  wkhtmltopdf is not installed: no ratio to it")
        return
    as_html(texts, folder / "rows.html")
    web = measured(["wkhtmltopdf", "-q", "-O", "Landscape", folder / "rows.html", folder / "web.pdf"], stderr=subprocess.DEVNULL)
    print(f"  simple rows / wkhtmltopdf: {median(runs['simple'], 'total') / web['total']:.2f} of CPU (goal {GOALS['wkhtmltopdf']})")


def growth(programs: Path, folder: Path, full: bool) -> None:
    counts = [10_000, 100_000, 400_000] if full else [10_000, 100_000]
    found = {}
    for count in counts:
        found[count] = measured([programs / "pdf-bench", "rows", "mixed", count, folder / "out.pdf"])
        print(f"  {count:,} mixed rows: {found[count]['pages']:.0f} pages in {found[count]['files']:.0f} files, "
              f"{found[count]['total']:.1f} s of CPU, peak {found[count]['peak']:.0f} MiB (goal {GOALS['rows MiB']} for 400,000), "
              f"{found[count]['rows-mib']:.0f} of it before the first page")
    exponent = math.log(found[counts[-1]]["cpu"] / found[counts[0]]["cpu"]) / math.log(counts[-1] / counts[0])
    print(f"  cost grows with the {exponent:.3f} power of the rows (goal {GOALS['exponent']})")


def messages(programs: Path, folder: Path, full: bool) -> None:
    count = 200_000 if full else 20_000
    found = measured([programs / "pdf-bench", "messages", count, folder / "out.pdf"])
    print(f"  {count:,} messages in exhibits: {found['pages']:.0f} pages in {found['files']:.0f} files, "
          f"{found['pages'] / found['total']:.0f} pages a CPU second, CPU / clock {found['cpu'] / found['wall']:.2f}, "
          f"peak {found['peak']:.0f} MiB (goal {GOALS['messages MiB']} for 200,000)")


def photos(programs: Path, folder: Path, full: bool) -> None:
    count, photo = 1000 if full else 100, folder / "photo.jpg"
    subprocess.run([programs / "pdf-bench", "noise", str(PHOTO_BYTES), photo], check=True)
    floor = measured([programs / "pdf-bench", "hash", count, photo])
    found = measured([programs / "pdf-bench", "photos", count, photo, folder / "out.pdf"])
    print(f"  {count} photos of {photo.stat().st_size / 1e6:.1f} MB in {found['files']:.0f} files: {found['total'] - found['again']:.1f} s of CPU, "
          f"{(found['total'] - found['again']) / floor['total']:.1f} times reading and hashing them (goal {GOALS['photos']}), "
          f"{found['again'] / floor['total']:.1f} times where a preview has verified them, "
          f"peak {found['peak']:.0f} MiB (goal {GOALS['photos MiB']})")


def run(programs: Path, folder: Path, full: bool) -> None:
    table(programs, folder)
    growth(programs, folder, full)
    messages(programs, folder, full)
    photos(programs, folder, full)
