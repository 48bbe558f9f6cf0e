#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what dump-records (or any program with the same JSON lines) makes of mails with python's email.

usage: compare_mail.py PROGRAM FILE_OR_FOLDER...

Prints one line a difference and a summary. Python errs too: a difference is a question, not a verdict.
Exit code 1 where there are differences.
"""
import collections
import datetime
import email
import email.policy
import hashlib
import html
import json
import os
import re
import subprocess
import sys


def files_of(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in os.walk(path):
                yield from (os.path.join(folder, name) for name in sorted(names))
        else:
            yield path


def records_of(program, files):
    with subprocess.Popen([program, *files], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        for line in run.stdout:
            yield json.loads(line)


def is_attachment(part, parent):
    if part.get_content_type() not in ("text/plain", "text/html"):
        return True
    if part.get_content_disposition() == "attachment":
        return True
    if parent is None or parent.get_content_type() == "multipart/alternative":
        return False
    return part.get_filename() is not None


def leaves(message):
    """(part, parent) in order; mails inside the mail are leaves."""
    todo = [(message, None)]
    while todo:
        part, parent = todo.pop(0)
        if part.is_multipart() and part.get_content_maintype() != "message":
            todo = [(child, part) for child in part.iter_parts()] + todo
        else:
            yield part, parent


def reading(part, parent=None):
    """(quality, [parts], [parts not chosen]): 3 plain, 2 HTML, 1 blank, 0 nothing."""
    if part.is_multipart() and part.get_content_maintype() != "message":
        results = [reading(child, part) for child in part.iter_parts()]
        if part.get_content_type() == "multipart/alternative":
            best, others = (0, [], []), []
            for result in results:
                lost = result
                if result[0] > best[0] or (result[0] == 2 and best[0] == 2):
                    best, lost = result, best
                others += (lost[1] if lost[0] > 1 else []) + lost[2]
            return best[0], best[1], others + best[2]
        real = [quality for quality, _, _ in results if quality > 1]
        return (min(real) if real else max([0] + [quality for quality, _, _ in results]),
                [p for _, parts, _ in results for p in parts], [p for _, _, others in results for p in others])
    if is_attachment(part, parent):
        return 0, [], []
    payload = part.get_payload(decode=True) or b""
    if not squeeze(payload.decode("utf-8", "replace")):
        return 1, [part], []
    return (2 if part.get_content_type() == "text/html" else 3), [part], []


def text_of_part(part):
    payload = part.get_payload(decode=True) or b""
    try:
        text = payload.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        try:
            text = payload.decode("utf-8")
        except UnicodeDecodeError:
            text = payload.decode("cp1252", "replace")
    if part.get_content_type() == "text/html":
        text = re.sub(r"(?is)<(script|style|title)\b.*?</\1\s*>|<!--.*?-->", " ", text)
        text = html.unescape(re.sub(r"(?s)</?[a-zA-Z!?][^>]*>", " ", text))
    return text


def text_of(message):
    """The chosen texts, and below them the alternatives that have a word of their own."""
    _, parts, others = reading(message)
    text = "\n".join(map(text_of_part, parts))
    for part in others:
        other = text_of_part(part)
        if set(re.findall(r"\w+", other.lower())) - set(re.findall(r"\w+", text.lower())):
            text += f"\n---------- {part.get_content_type()} ----------\n{other}"
    return text


def squeeze(text):
    return re.sub(r"\s+|\ufffd|\u200b|\ufeff|\xa0|\x00", "", text)


def addresses(message, name):
    try:
        header = message[name]
        return [a.addr_spec for a in header.addresses if a.addr_spec not in ("", "<>")] if header else []
    except Exception:  # python gives up on some headers
        return None


def instant(message):
    try:
        when = message["date"].datetime if message["date"] else None
    except Exception:
        return None
    if when is None:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=datetime.timezone.utc)
    return when.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def expected_attachments(message):
    found = []
    for part, parent in leaves(message):
        if not is_attachment(part, parent):
            continue
        if part.get_content_maintype() == "message" and part.is_multipart():
            found.append((part.get_content_type(), None, None))
            continue
        payload = part.get_payload(decode=True) or b""
        name = part.get_filename() or ""
        found.append((part.get_content_type(), os.path.basename(name.replace("\\", "/")),
                      hashlib.sha256(payload).hexdigest()))
    return found


def differences(record, raw):
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    mbox = raw.startswith(b"From ")
    if raw.startswith((b"From ", b">From ")):
        raw = raw.split(b"\n", 1)[1] if b"\n" in raw else b""
    if mbox and raw.endswith((b"\n\n", b"\n\r\n")):
        raw = raw[:-2] if raw.endswith(b"\r\n") else raw[:-1]
    if mbox:
        raw = re.sub(rb"(?m)^>(>*From )", rb"\1", raw)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    try:
        subject = str(message["subject"] or "")
    except Exception:
        subject = None
    if subject is not None and " ".join(subject.split()) != " ".join(record["subject"].split()):
        yield "subject", subject, record["subject"]
    sent = [t["utc"] for t in record["times"] if t["source"] == "mail-date"]
    when = instant(message)
    if when != (re.sub(r"\.\d+", "", sent[0]) if sent else None):
        yield "time", when, sent
    for name in ("from", "to", "cc"):
        wanted = addresses(message, name)
        ours = [p["id"] for p in record[name]]
        if wanted is not None and wanted != ours:
            yield name, wanted, ours
    wanted_id = re.sub(r"[<>\s]", "", str(message.get("message-id", "") or ""))
    if wanted_id != record["message_id"]:
        yield "message_id", wanted_id, record["message_id"]
    try:
        text = text_of(message)
    except Exception as error:
        text = None
        yield "python", repr(error), ""
    if text is not None and squeeze(text) != squeeze(record["text"]):
        yield "text", text[:300], record["text"][:300]
    try:
        wanted = expected_attachments(message)
    except Exception as error:
        yield "python", repr(error), ""
        return
    ours = [(a["type"], a["name"], a["sha256"]) for a in record["attachments"]]
    if len(wanted) != len(ours):
        yield "attachments", wanted, ours
        return
    for want, have in zip(wanted, ours):
        for label, a, b in zip(("type", "name", "sha256"), want, have):
            if a is not None and a != b:
                yield "attachment " + label, a, b


def main():
    program, *paths = sys.argv[1:]
    files = list(files_of(paths))
    counts = collections.Counter()
    contents = {}
    for record in records_of(program, files):
        if "message_id" not in record or record.get("kind") != "email":
            continue
        path = record["file"]
        if path not in contents:
            contents.clear()
            with open(path, "rb") as source:
                contents[path] = source.read()
        raw = contents[path][record["offset"]:record["offset"] + record["length"]]
        counts["mails"] += 1
        counts["attachments"] += len(record["attachments"])
        for field, wanted, ours in differences(record, raw):
            counts["differences: " + field] += 1
            print(f"{path}#{record['index']} {field}\n  python: {wanted!r}\n  ours:   {ours!r}")
    print(dict(counts))
    return 1 if any(key.startswith("differences") for key in counts) else 0


if __name__ == "__main__":
    sys.exit(main())
