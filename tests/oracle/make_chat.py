#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes chats with all that is odd about them, the same for the same seed: make_chat.py FOLDER [MESSAGES] [SEED].

A thread of Messenger as the account's export has it (mangled, newest first) and as the end-to-end one has it, and a
chat of WhatsApp in every layout of its headers. Beside each stands NAME.truth with one JSON object a message:
time (milliseconds, minutes cut off as the layout does), from, text, kind, files.
"""
import datetime
import json
import random
import sys
import zoneinfo
from pathlib import Path

WORDS = (
    "og i at det er en til som på de med han af for ikke der var mig sig men et har om vi min havde hende hvor svar ring "
    "døren bil hjemme arbejde i_aften kl. 21.30 12:30 14.05.2023 (ja) <3 [x] a: b - c “citat” æøå 😡 👨‍👩‍👧 é https://example.com/a?b=c"
).split()
ZONE = zoneinfo.ZoneInfo("Europe/Copenhagen")
NAMES = ["Jens Brandt", "Mette Højgaard", "Søs: arbejde", "+45 12 34 56 78", "🤓", "Bo - ny"]
LAYOUTS = {  # name: (header, seconds, iphone)
    "da": ("%d.%m.%Y %H.%M - ", False, False),
    "da-comma": ("%d.%m.%Y, %H.%M - ", False, False),
    "da-iphone": ("[%d.%m.%Y %H.%M.%S] ", True, True),
    "slash-short": ("%d/%m/%y, %H:%M - ", False, False),
    "us-iphone": ("[%-m/%-d/%y, %-I:%M:%S\u202f%p] ", True, True),
    "us": ("%-m/%-d/%y, %-I:%M %p - ", False, False),
    "iso-iphone": ("[%Y-%m-%d %H:%M:%S] ", True, True),
    "nl": ("%d-%m-%Y %H:%M - ", False, False),
    "fr": ("%d/%m/%Y à %H:%M - ", False, False),
    "hu": ("%Y. %m. %d. %H:%M - ", False, False),
    "fi-iphone": ("[%-d.%-m.%Y klo %-H.%M.%S] ", True, True),
    "time-first": ("[%H:%M:%S, %-m/%-d/%y] ", True, True),
}


def messages(random_: random.Random, count: int) -> list:
    result = []
    ms = 1_600_000_000_123
    for _ in range(count):
        ms += random_.choice([1, 900, 30_000, 400_000, 90_000_000])
        lines = [" ".join(random_.choices(WORDS, k=random_.randint(1, 12))) for _ in range(random_.choice([1, 1, 1, 1, 3]))]
        result.append({"ms": ms, "from": random_.choice(NAMES), "text": "\n".join(lines), "kind": "chat", "files": [],
                       "what": random_.choice(["text"] * 8 + ["file", "deleted"])})
    return result


def mangled(text: str) -> str:
    return "".join(chr(byte) for byte in text.encode())


def messenger(folder: Path, all_: list) -> None:
    truth = []
    account, sealed = [], []
    for m in all_:
        one = {"sender_name": mangled(m["from"]), "timestamp_ms": m["ms"]}
        other = {"senderName": m["from"], "timestamp": m["ms"], "text": "", "type": "text", "media": [], "reactions": [], "isUnsent": False}
        files, text = [], m["text"]
        if m["what"] == "file":
            files, text = [f"messages/inbox/x/photos/bil_{m['ms']}å.jpg"], ""
            one["photos"] = [{"uri": mangled(files[0]), "creation_timestamp": m["ms"] // 1000}]
            other["media"] = [{"uri": f"./media/{m['ms']}.jpeg"}]
        elif m["what"] == "deleted":
            text = ""
            one["is_unsent"] = True
            other["isUnsent"] = True
        if text:
            one["content"] = mangled(text)
            other["text"] = text
        account.append(one)
        sealed.append(other)
        truth.append({"ms": m["ms"], "from": m["from"], "text": text, "kind": "chat", "files": files})
    people = sorted({m["from"] for m in all_})
    document = {"participants": [{"name": mangled(name)} for name in people], "messages": account[::-1],
                "title": mangled("Gruppen æøå"), "thread_path": "inbox/x"}
    write(folder / "message_1.json", json.dumps(document, indent=2), truth[::-1])
    for one in truth:
        one["files"] = [f"media/{one['ms']}.jpeg"] if one["files"] else []
    document = {"participants": people, "threadName": "Gruppen_7", "messages": sealed}
    write(folder / "Gruppen_7.json", json.dumps(document, ensure_ascii=False), truth)


def whatsapp(folder: Path, layout: str, all_: list) -> None:
    header, seconds, iphone = LAYOUTS[layout]
    mark = "\u200e" if iphone else ""
    out, truth = [], []
    for number, m in enumerate(all_):
        cut = 1000 if seconds else 60_000
        local = datetime.datetime.fromtimestamp(m["ms"] // 1000, ZONE)
        body, files, text = m["text"], [], m["text"]
        if m["what"] == "file":
            name = f"{number:08d}-PHOTO-2020.jpg" if iphone else f"IMG-{local:%Y%m%d}-WA{number % 10000:04d}.jpg"
            body = f"{mark}<vedhæftet: {name}>" if iphone else f"{name} (fil vedhæftet)"
            files, text = [name], ""
        elif m["what"] == "deleted":
            body = mark + ("Denne besked er blevet slettet." if iphone else "Denne besked blev slettet.")
            text = body.removeprefix(mark)
        out.append(f"{local.strftime(header)}{m['from']}: {body}")
        truth.append({"ms": m["ms"] // cut * cut, "from": m["from"], "text": text, "kind": "chat", "files": files})
    end = "\r\n" if iphone else "\n"
    write(folder / f"WhatsApp chat med {layout}.txt", end.join(out) + end, truth)


def write(path: Path, text: str, truth: list) -> None:
    path.write_bytes(text.encode())
    Path(str(path) + ".truth").write_text("".join(json.dumps(one) + "\n" for one in truth))


if __name__ == "__main__":
    to = Path(sys.argv[1])
    to.mkdir(parents=True, exist_ok=True)
    chat = messages(random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1), int(sys.argv[2]) if len(sys.argv) > 2 else 3000)
    messenger(to, chat)
    for name_ in LAYOUTS:
        whatsapp(to, name_, chat)
