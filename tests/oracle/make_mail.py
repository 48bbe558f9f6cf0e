#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a mailbox of made-up mails (mboxrd), always the same for the same seed.

usage: make_mail.py FILE [--mails N] [--seed N]

45 % a single text, 40 % text and HTML, 15 % with one to three base64 attachments; quoted-printable, 8bit and
base64; UTF-8 and Latin 1; encoded words and RFC 2231 names; lines that begin with "From ".
"""
import argparse
import base64
import quopri
import random
import re
from email.utils import formatdate

WORDS = ("og det er ikke en til på af for med den har som jeg du vi kan skal hun han der bare hvorfor ringer svar "
         "møde kaffe børn skole mandag søndag tandlægen bilen nøglen døren bag hus have vej stille mørke lys båd "
         "ønsker håber kære venlig hilsen tilbage igen aldrig altid måske snart senere brev pakke besked nummer "
         "opkald arbejde kollega chef søster bror mor far ven nabo hund kat tog bus station færge København Aarhus "
         "Odense Ålborg Ærø Østerbro Nørrebro regning konto penge huset værelse sommer vinter forår efterår").split()
NAMES = ["Anna Sørensen", "Bo Jensen", "Ærlig Åkesson", "Øjvind \"Øj\" Holm", "Mette K. Lund", "Søren"]


def sentence(rng, low=4, high=14):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(low, high)))


def body(rng, charset):
    lines = []
    for _ in range(rng.randint(3, 40)):
        line = sentence(rng) + rng.choice([".", "?", " ...", ","])
        if rng.random() < 0.01:
            line = "From " + line
        if rng.random() < 0.005:
            line = ">From " + line
        lines.append(line)
        if rng.random() < 0.15:
            lines.append("")
    return ("\n".join(lines) + "\n").encode(charset)


def encoded_word(rng, text):
    charset = rng.choice(["utf-8", "iso-8859-1", "UTF-8"])
    raw = text.encode(charset)
    words = []
    while raw:
        size = rng.randint(6, 40)  # may split a letter
        chunk, raw = raw[:size], raw[size:]
        if rng.random() < 0.5:
            words.append(f"=?{charset}?B?{base64.b64encode(chunk).decode()}?=")
        else:
            quoted = "".join(chr(b) if chr(b).isalnum() and b < 128 else "_" if b == 32 else f"={b:02X}" for b in chunk)
            words.append(f"=?{charset}?Q?{quoted}?=")
    return "\n ".join(words)


def header_text(rng, text):
    return text if text.isascii() and rng.random() < 0.7 else encoded_word(rng, text)


def address(rng):
    name = rng.choice(NAMES)
    local = rng.choice(["anna", "bo.jensen", "info", "no-reply", "soeren+liste"])
    spec = f"{local}@{rng.choice(['example.org', 'mail.example.com', 'firma.example'])}"
    if not name.isascii():
        return f"{encoded_word(rng, name)} <{spec}>"
    return rng.choice([f"{spec}", f'"{name}" <{spec}>', f"<{spec}>"])


def text_part(rng, subtype="plain"):
    charset = rng.choice(["utf-8", "utf-8", "iso-8859-1"])
    encoding = rng.choice(["quoted-printable", "8bit", "base64"])
    raw = body(rng, charset)
    if subtype == "html":
        raw = b"<html><body><p>" + raw.replace(b"\n\n", b"</p><p>").replace(b"\n", b"<br>\n") + b"</p></body></html>\n"
    head = f'Content-Type: text/{subtype}; charset="{charset}"\nContent-Transfer-Encoding: {encoding}\n\n'.encode()
    if encoding == "base64":
        return head + base64.encodebytes(raw)
    if encoding == "quoted-printable":
        return head + quopri.encodestring(raw)
    return head + raw


def file_name_parameter(rng):
    stem = sentence(rng, 1, 3)
    kind = rng.randint(0, 2)
    if kind == 0:
        ascii_stem = re.sub(r"[^A-Za-z ]", "x", stem)
        return f'filename="{ascii_stem}.jpg"'
    quoted = "".join(f"%{b:02X}" for b in (stem + ".jpg").encode())
    if kind == 1:
        return f"filename*=utf-8''{quoted}"
    half = len(stem.encode()) // 2 * 3
    return f"filename*0*=utf-8''{quoted[:half]};\n filename*1*={quoted[half:]}"


def attachment(rng):
    size = int(min(400_000, 2_000 + rng.expovariate(1 / 22_000)))
    return (f"Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n"
            f"Content-Disposition: attachment; {file_name_parameter(rng)}\n\n").encode() + \
        base64.encodebytes(rng.randbytes(size))


def multipart(rng, subtype, parts):
    boundary = f"=_b{rng.getrandbits(64):x}"
    out = f'Content-Type: multipart/{subtype}; boundary="{boundary}"\n\n'.encode()
    for part in parts:
        out += f"--{boundary}\n".encode() + part + b"\n"
    return out + f"--{boundary}--\n".encode()


def mail(rng, number, seconds):
    date = formatdate(seconds, localtime=False).replace("-0000", rng.choice(["+0200", "+0100", "+0000", "-0500"]))
    out = (f"Received: from mx.example.org by in.example.org with ESMTP id {number:x};\n"
           f"\t{formatdate(seconds + rng.randint(-7200, 7200))}\n"
           f"Message-ID: <{number}.{rng.getrandbits(32):x}@example.org>\nDate: {date}\n"
           f"From: {address(rng)}\nTo: {address(rng)}, {address(rng)}\n"
           f"Subject: {header_text(rng, sentence(rng, 2, 12))}\nMIME-Version: 1.0\n").encode()
    kind = rng.random()
    if kind < 0.45:
        return out + text_part(rng)
    if kind < 0.85:
        return out + multipart(rng, "alternative", [text_part(rng), text_part(rng, "html")])
    parts = [text_part(rng)] + [attachment(rng) for _ in range(rng.randint(1, 3))]
    return out + multipart(rng, "mixed", parts)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file")
    arguments.add_argument("--mails", type=int, default=50_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    rng = random.Random(options.seed)
    seconds = 1_600_000_000
    with open(options.file, "wb") as out:
        for number in range(options.mails):
            seconds += rng.randint(60, 7200)
            raw = re.sub(rb"(?m)^(>*From )", rb">\1", mail(rng, number, seconds))
            stamp = formatdate(seconds)
            day, month, year, clock = stamp[5:7], stamp[8:11], stamp[12:16], stamp[17:25]
            out.write(f"From anna@example.org {stamp[:3]} {month} {day} {clock} {year}\n".encode() + raw + b"\n")


if __name__ == "__main__":
    main()
