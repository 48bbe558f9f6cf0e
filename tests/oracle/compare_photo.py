#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what we read of photos with exiftool: compare_photo.py DUMP-RECORDS FILE...

Size, orientation, place, and the wall clock of DateTimeOriginal. Prints every difference; neither side is the truth.
"""
import json
import subprocess
import sys

TAGS = ["DateTimeOriginal", "Orientation", "GPSLatitude", "GPSLongitude", "ImageWidth", "ImageHeight"]


def compare(dump: str, path: str) -> int:
    out = subprocess.run([dump, "--reader", "photo", path], capture_output=True, encoding="utf-8", check=True).stdout
    ours = json.loads(out.splitlines()[0])
    tool = subprocess.run(["exiftool", "-n", "-json", *("-" + tag for tag in TAGS), path], capture_output=True, encoding="utf-8")
    theirs = json.loads(tool.stdout)[0] if tool.stdout.strip() else {}
    written = next((t["written"] for t in ours["times"] if t["source"] == "exif"), "")
    photo = ours["photo"]
    gps = photo.get("gps") or [None, None]
    pairs = {
        "DateTimeOriginal": (written[:19], str(theirs.get("DateTimeOriginal", ""))[:19]),
        "Orientation": (photo["orientation"], theirs.get("Orientation", 1)),
        "ImageWidth": (photo["width"], theirs.get("ImageWidth", 0)),
        "ImageHeight": (photo["height"], theirs.get("ImageHeight", 0)),
    }
    wrong = [f"{name}: ours {a!r}, exiftool {b!r}" for name, (a, b) in pairs.items() if a != b]
    for index, name in enumerate(("GPSLatitude", "GPSLongitude")):
        a, b = gps[index], theirs.get(name)
        b = None if b == "" else b
        if (a is None) != (b is None) or (a is not None and abs(a - float(b)) > 1e-3):
            wrong.append(f"{name}: ours {a!r}, exiftool {b!r}")
    for line in wrong:
        print(f"{path}: {line} {ours['issues']}")
    return len(wrong)


if __name__ == "__main__":
    total = sum(compare(sys.argv[1], path) for path in sys.argv[2:])
    print(f"{len(sys.argv) - 2} photos, {total} differences")
    sys.exit(1 if total else 0)
