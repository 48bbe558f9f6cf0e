# SPDX-License-Identifier: GPL-3.0-or-later
"""The same mails and photos given to programs that others use: mu, notmuch, exiftool. Each is measured where it is
installed (`./dev bench` installs them) and passed over with a word where not. They index plain files, unencrypted,
and keep no originals: what they leave out is for the reader of the table to remember."""
import mailbox
import os
import shutil
import sys
from pathlib import Path
from typing import Callable

Measure = Callable[..., tuple[float, float, float]]


def maildir(mbox: Path, folder: Path) -> Path:
    """As mu and notmuch want them: one file a mail, in cur/."""
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for i, message in enumerate(mailbox.mbox(mbox)):
        (folder / "cur" / f"{i}.bench:2,").write_bytes(message.as_bytes())
    return folder


def mail_commands(mbox: Path, folder: Path) -> list[tuple[str, list[list[str]], dict[str, str]]]:
    mails = maildir(mbox, folder / "maildir")
    config = folder / "notmuch.conf"
    config.write_text(f"[database]\npath={mails}\n[user]\nname=x\nprimary_email=x@example.invalid\n[new]\ntags=new\n")
    return [
        ("mu", [["mu", "init", f"--muhome={folder / 'mu'}", f"--maildir={mails}"],
                ["mu", "index", f"--muhome={folder / 'mu'}"]], dict(os.environ, HOME=str(folder))),
        ("notmuch", [["notmuch", "new"]], dict(os.environ, HOME=str(folder), NOTMUCH_CONFIG=str(config))),
    ]


def photo_commands(photos: Path) -> list[tuple[str, list[list[str]], dict[str, str]]]:
    tags = ["-DateTimeOriginal", "-GPSLatitude", "-GPSLongitude", "-Make", "-Model", "-Orientation"]
    return [("exiftool", [["exiftool", "-r", "-csv", *tags, str(photos)]], dict(os.environ))]


def run(name: str, ours: float, paths: list[Path], folder: Path, measured: Measure, goal: str = "") -> None:
    """Prints our CPU seconds as a part of theirs, and what `goal` says of it."""
    if name == "mail":
        if not any(shutil.which(program) for program in ("mu", "notmuch")):
            print("  mu, notmuch: not installed, passed over")
            return
        commands = mail_commands(paths[0], folder)
    elif name == "photos":
        commands = photo_commands(paths[0].parent)
    else:
        return
    for program, steps, environment in commands:
        if shutil.which(program) is None:
            print(f"  {program}: not installed, passed over")
            continue
        theirs = sum(measured(step, env=environment)[0] for step in steps)
        print(f"  {ours / theirs:.3f} of {program} ({theirs:.2f} s of CPU){goal}")
        sys.stdout.flush()
