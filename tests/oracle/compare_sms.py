#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares our reading of well-formed SMS exports with that of Python's XML parser: compare_sms.py DUMP-RECORDS FILE...

Prints every difference; the exit code is 1 if there is any. Files Python cannot read are named and passed over.
"""
import base64
import hashlib
import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


def value(element, name: str) -> str:
    text = element.get(name, "")
    return "" if text == "null" else text.replace("\r\n", "\n").replace("\r", "\n")


def instant(text: str) -> "int | None":
    number = int(text) if text.lstrip("-").isdigit() else 0
    if number <= 0:
        return None
    return number * 1000 if number < 10_000_000_000 else number


def ours(dump: str, path: str) -> list:
    out = subprocess.run([dump, "--reader", "sms-backup", path], check=True, capture_output=True, encoding="utf-8").stdout
    records = [json.loads(line) for line in out.splitlines()]
    return [r for r in records if "kind" in r]


def milliseconds(text: "str | None") -> "int | None":
    if text is None:
        return None
    import datetime

    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return round(time.timestamp() * 1000)


def theirs(path: str) -> list:
    result = []
    for element in ElementTree.parse(path).getroot():
        if element.tag not in ("sms", "mms", "call"):
            continue
        texts = [value(element, "body")]
        parts = []
        if element.tag == "mms":
            texts = []
            for part in element.iter("part"):
                if value(part, "ct") == "application/smil":
                    continue
                if value(part, "text"):
                    texts.append(value(part, "text"))
                if value(part, "data"):
                    parts.append(hashlib.sha256(base64.b64decode(value(part, "data"))).hexdigest())
        result.append({
            "kind": element.tag,
            "ms": instant(value(element, "date")),
            "text": "\n".join(texts),
            "parts": parts,
            "address": value(element, "number" if element.tag == "call" else "address"),
        })
    return result


def compare(dump: str, path: str) -> int:
    try:
        expected = theirs(path)
    except ElementTree.ParseError as error:
        print(f"{path}: Python cannot read it ({error})")
        return 0
    found = ours(dump, path)
    wrong = 0
    if len(found) != len(expected):
        print(f"{path}: {len(found)} records, Python has {len(expected)}")
        wrong += 1
    for index, (one, other) in enumerate(zip(found, expected), 1):
        people = {p["id"] for p in one["from"] + one["to"] + one["cc"]}
        addresses = [a for a in other["address"].split("~") if a not in ("", "insert-address-token")]
        pairs = {
            "kind": (one["kind"], other["kind"]),
            "time": (milliseconds(one["time"]), other["ms"]),
            "text": (one["text"], other["text"]),
            "parts": ([a["sha256"] for a in one["attachments"]], other["parts"]),
            "address": (all(a in people for a in addresses), True),
        }
        for name, (left, right) in pairs.items():
            if left != right:
                wrong += 1
                print(f"{path} record {index}: {name}: ours {left!r}, Python {right!r}")
    print(f"{path}: {len(found)} records compared, {wrong} differences")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if sum(compare(sys.argv[1], path) for path in sys.argv[2:]) else 0)
