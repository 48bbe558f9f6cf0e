# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes assets/sample/exports: the invented exports that show the program. Seeded: the same files every time, but for
what the picture tools differ in. Needs ImageMagick, exiftool and heif-enc; the result is part of the project.

make_sample.py FOLDER"""
import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import mails
import phone
import pictures

ZONE = ZoneInfo("Europe/Copenhagen")


def local(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


def main() -> None:
    out = Path(sys.argv[1]) / "exports"
    for folder in (out, out / "fotos", out / "mails"):
        folder.mkdir(parents=True, exist_ok=True)
    random = Random(20250930)
    begin, end = local("2025-01-06", "00:00:00"), local("2025-09-28", "23:59:59")
    order = local("2025-05-12", "10:00:00")
    events = phone.events(random, begin, order, end, local)
    phone.write(out, events, local("2025-04-15", "12:00:00"), local("2025-09-30", "09:12:44"))
    mails.write(out, random, begin, order, end, local)
    pictures.write(out / "fotos")


if __name__ == "__main__":
    main()
