#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares our reading of chats with what make_chat.py meant by them: compare_chat.py DUMP-RECORDS FOLDER.

Prints every difference; the exit code is 1 if there is any.
"""
import datetime
import json
import subprocess
import sys
from pathlib import Path

MOST = 10  # differences shown of one file


def ours(dump: str, path: Path) -> list:
    reader = "messenger" if path.suffix == ".json" else "whatsapp"
    out = subprocess.run([dump, "--reader", reader, str(path)], check=True, capture_output=True, encoding="utf-8").stdout
    return [r for r in map(json.loads, out.splitlines()) if "kind" in r]


def milliseconds(text: "str | None") -> "int | None":
    if text is None:
        return None
    return round(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


def compare(dump: str, path: Path) -> int:
    truth = [json.loads(line) for line in Path(str(path) + ".truth").read_text().splitlines()]
    found = ours(dump, path)
    wrong = 0
    if len(found) != len(truth):
        print(f"{path.name}: {len(found)} records, {len(truth)} were written")
        wrong += 1
    for index, (one, other) in enumerate(zip(found, truth), 1):
        pairs = {
            "time": (milliseconds(one["time"]), other["ms"]),
            "from": ([p["id"] for p in one["from"]], [other["from"]]),
            "kind": (one["kind"], other["kind"]),
            "text": (one["text"], other["text"]),
            "files": ([a["name"] for a in one["attachments"]], [name.rsplit("/", 1)[-1] for name in other["files"]]),
        }
        for name, (left, right) in pairs.items():
            if left != right:
                wrong += 1
                if wrong <= MOST:
                    print(f"{path.name} record {index}: {name}: ours {left!r}, meant {right!r}")
    print(f"{path.name}: {len(found)} records compared, {wrong} differences")
    return wrong


if __name__ == "__main__":
    files = sorted(path.with_suffix("") for path in Path(sys.argv[2]).glob("*.truth"))
    sys.exit(1 if sum(compare(sys.argv[1], path) for path in files) else 0)
