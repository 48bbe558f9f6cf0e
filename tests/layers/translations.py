# SPDX-License-Identifier: GPL-3.0-or-later
"""Danish is complete: every text of the code is in da.po, none is empty or fuzzy, and its marks (%1, %s) agree.

translations.py ROOT"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(sys.argv[1])
sources = sorted(str(p.relative_to(root)) for top in ("core", "ui", "app") for p in (root / top).rglob("*")
                 if p.suffix in (".h", ".cpp"))
with tempfile.TemporaryDirectory() as folder:
    pot = Path(folder) / "now.pot"
    script = (root / "assets/i18n/refresh.sh").read_text()
    keywords = re.findall(r"--keyword=\S+", script)
    subprocess.run(["xgettext", "--language=C++", "--from-code=UTF-8", "--sort-output", "--no-location", *keywords, "-o", str(pot),
                    *sources], cwd=root, check=True)
    merged = Path(folder) / "da.po"
    subprocess.run(["msgmerge", "-q", "--no-fuzzy-matching", "-o", str(merged), str(root / "assets/i18n/da.po"), str(pot)], check=True)
    missing = subprocess.run(["msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", str(merged)], check=True, capture_output=True,
                             text=True).stdout
    problems = re.findall(r'^msgid "(.+)"$', missing, re.M)
    problems += [f"fuzzy: {t}" for t in re.findall(r'^msgid "(.+)"$', subprocess.run(
        ["msgattrib", "--only-fuzzy", "--no-obsolete", "--no-wrap", str(merged)], check=True, capture_output=True, text=True).stdout, re.M)]
    text = subprocess.run(["msgcat", "--no-wrap", str(merged)], check=True, capture_output=True, text=True).stdout
for entry in text.split("\n\n"):
    ids = re.findall(r'^msgid(?:_plural)? "(.*)"$', entry, re.M)
    translations = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', entry, re.M)
    if not ids or not ids[0] or entry.startswith("#~"):
        continue
    marks = set(re.findall(r"%\d", ids[-1]))
    for t in translations[-1:]:
        if t and set(re.findall(r"%\d", t)) != marks:
            problems.append(f"other marks than the English: {ids[0]}")
print("\n".join(problems) if problems else "Danish is complete")
sys.exit(1 if problems else 0)
