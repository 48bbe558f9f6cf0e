#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the text that other programs extract from the stress case's PDF against its messages: every message is there,
no letter of any script is rarer than in the source, and left-to-right messages stand there in order.

check_text.py FILES OUT.pdf         needs pdftotext and mutool"""
import collections
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

TERM = "Rosenvænget 12"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
REORDERED = re.compile("[\u0900-\u0dff\u0e00-\u0e7f]")  # signs that extractors put before or after their letter


def squeezed(text):
    """No blanks, no marks of direction, no joiners or variation selectors: extractors differ in them."""
    return "".join(c for c in unicodedata.normalize("NFC", text)
                   if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc") and not 0xFE00 <= ord(c) <= 0xFE0F)


def extracted(pdf):
    yield "pdftotext", subprocess.run(["pdftotext", "-enc", "UTF-8", "-raw", pdf, "-"], check=True, capture_output=True).stdout.decode()
    yield "mutool", subprocess.run(["mutool", "draw", "-q", "-F", "txt", "-o", "-", pdf], check=True, capture_output=True).stdout.decode(errors="replace")


def main():
    folder, pdf = Path(sys.argv[1]), sys.argv[2]
    bodies = [row.get("body") for row in ElementTree.parse(folder / "sms.xml").getroot()]
    letters = collections.Counter(c for body in bodies for c in squeezed(body) if c.isalpha() and ord(c) > 0x24F)
    wrong = 0
    for program, text in extracted(pdf):
        flat = squeezed(text)
        there = collections.Counter(flat)
        rare = {c: (there[c], n) for c, n in letters.items() if there[c] < n}
        numbers = set(re.findall(r"#(\d+)|(\d+)#", text))
        numbers = {a or b for a, b in numbers}  # behind it where the text runs from right to left
        missing = [i for i in range(len(bodies)) if str(i) not in numbers]
        broken = 0
        for body in bodies:
            if RIGHT_TO_LEFT.search(body) or REORDERED.search(body) or TERM in body:
                continue
            words = squeezed(re.sub("[\U0001f000-\U0001faff\u2600-\u27bf]", "\n", body).split("\n")[0])
            broken += words not in flat
        print(f"{program}: {len(bodies)} messages, {len(missing)} missing, {broken} not in order, {len(rare)} letters too rare,"
              f" term found: {squeezed(TERM) in flat}")
        for c, (got, want) in list(rare.items())[:5]:
            print(f"    U+{ord(c):04X} {c}: {got} of {want}")
        wrong += len(missing) + (len(rare) + broken if program == "pdftotext" else 0) + (squeezed(TERM) in flat)
    sys.exit(1 if wrong else 0)


main()
