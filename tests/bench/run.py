# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks: CPU seconds of our programs as a ratio to R, reading and hashing the same bytes once in the same run.

run.py BIN_DIR [import|parse|store|pdf|all] [--size small|full]"""
import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pdf
import store

HERE = Path(__file__).parent
ORACLE = HERE.parent / "oracle"
PASS = "en lang sætning til målingen\n"


def measured(command, **options):
    """CPU seconds, wall seconds and peak MiB of a command."""
    t0 = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {command}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - t0, usage.ru_maxrss / 1024


def floor(paths) -> float:
    code = ("import hashlib,sys\n"
            "for p in sys.argv[1:]:\n"
            "  h=hashlib.sha256()\n"
            "  with open(p,'rb') as f:\n"
            "    while b:=f.read(1<<20): h.update(b)\n")
    start = min(measured([sys.executable, "-c", "import hashlib,sys"])[0] for _ in range(3))
    return max(min(measured([sys.executable, "-c", code, *map(str, paths)])[0] for _ in range(3)) - start, 1e-3)


def make(folder: Path, full: bool):
    sms, mails, photos = (500_000, 50_000, 2000) if full else (50_000, 5_000, 200)
    sets = {}
    subprocess.run([sys.executable, str(ORACLE / "make_sms.py"), str(folder / "sms.xml"), str(sms), str(sms // 100)], check=True)
    sets["sms"] = ([folder / "sms.xml"], sms + sms // 100)
    subprocess.run([sys.executable, str(ORACLE / "make_mail.py"), str(folder / "mail.mbox"), "--mails", str(mails)], check=True)
    sets["mail"] = ([folder / "mail.mbox"], mails)
    (folder / "photos").mkdir()
    seeds = sorted((HERE.parent.parent / "assets/sample/exports/fotos").glob("*.jpg"))
    for i in range(photos):
        data = seeds[i % len(seeds)].read_bytes()
        (folder / "photos" / f"IMG_{i:05d}.jpg").write_bytes(data + os.urandom(430_000 - len(data)) + i.to_bytes(4, "big"))
    sets["photos"] = (sorted((folder / "photos").iterdir()), photos)
    return sets


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("bin")
    parser.add_argument("what", nargs="?", default="all")
    parser.add_argument("--size", choices=["small", "full"], default="small")
    args = parser.parse_args()
    cli, dump = Path(args.bin) / "logbog-cli", Path(args.bin) / "dump-records"
    with tempfile.TemporaryDirectory() as temp:
        folder = Path(temp)
        if args.what in ("store", "all"):
            store.run(Path(args.bin), folder, args.size == "full")
        if args.what in ("pdf", "all"):
            pdf.run(Path(args.bin), folder, args.size == "full")
        if args.what in ("store", "pdf"):
            return
        sets = make(folder, args.size == "full")
        (folder / "pass").write_text(PASS)
        word = ["--passphrase-file", str(folder / "pass")]
        print(f"{'set':8}{'MB':>8}{'R s':>8}{'step':>10}{'CPU s':>8}{'wall s':>8}{'x R':>8}{'items/s':>10}{'peak MiB':>10}")
        for name, (paths, items) in sets.items():
            size = sum(p.stat().st_size for p in paths)
            r = floor(paths)
            rows = []
            if args.what in ("parse", "all"):
                rows.append(("parse", measured([str(dump), "--quiet", *map(str, paths)])))
            if args.what in ("import", "all"):
                case = folder / f"case-{name}"
                subprocess.run([str(cli), "create", str(case), *word], check=True, stderr=subprocess.DEVNULL)
                base = measured([str(cli), "parties", str(case), *word])[0]  # opening alone: the passphrase is slow on purpose
                target = paths if len(paths) == 1 else [folder / "photos"]
                cpu, wall, peak = measured([str(cli), "import", str(case), *map(str, target), *word])
                rows.append(("import", (max(cpu - base, 0.0), wall, peak)))
            for step, (cpu, wall, peak) in rows:
                print(f"{name:8}{size / 1e6:8.0f}{r:8.2f}{step:>10}{cpu:8.2f}{wall:8.2f}{cpu / r:8.1f}{items / max(wall, 1e-3):10.0f}{peak:10.0f}")


if __name__ == "__main__":
    main()
