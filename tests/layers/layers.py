# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of what may include what, held against every #include under core, ui and app; and the file sizes.

layers.py ROOT"""
import re
import sys
from pathlib import Path

CORE = {  # folder: folders of core it may include besides itself
    "base": "", "model": "base", "format": "base model", "image": "base", "timeline": "base model",
    "store": "base model", "query": "base model store", "edit": "base model store",
    "import": "base model format store edit", "report": "base model query", "pdf": "base image report",
    "share": "base model format image query edit store report pdf",
}
# core/report and core/share read rows of their own through the connection that core/query hands out.
CORE["report"] += " store"
UI_CORE = "base model timeline query edit image"
UI = {  # folder: (ui folders, core folders)
    "common": ("", UI_CORE + " import share report"), "access": ("", "base"), "form": ("common access", UI_CORE + " report"),
    "timeline": ("common access", "base model timeline"),
    "evidence": ("common access", UI_CORE), "detail": ("common access", UI_CORE + " report"),
    "incident": ("common access form", UI_CORE + " report"), "party": ("common access form", UI_CORE + " report"),
    "import": ("common access form", UI_CORE + " import"), "report": ("common access form", UI_CORE + " report share"),
    "shell": ("common access form timeline evidence detail incident party import report", UI_CORE + " import report share"),
}
# header prefix: folders, or single files, that may include it
LIBRARIES = {
    # core/store writes the case; core/format/sqlite reads databases that came in as originals, and only reads.
    "sqlite3.h": ["core/store", "core/format/sqlite"], "hpdf": ["core/pdf"], "hyphen.h": ["core/pdf"], "sodium.h": ["core/store"], "qpdf/": ["core/pdf"],
    "hb": ["core/pdf"], "wx/": ["ui", "app"], "gtk/": ["ui/access", "ui/report/print_native_gtk.cpp"], "atk/": ["ui/access"], "gdk/": ["ui/access"],
    "glib": ["ui/access"], "exiv2/": ["core/format"], "libpff": ["core/format"], "libbfio": ["core/format"],
    "poppler": ["core/format", "core/pdf/view"], "expat.h": ["core/format"], "libheif/": ["core/image"], "webp/": ["core/image"],
    "tiff": ["core/image"], "gif_lib.h": ["core/image"], "libav": ["core/image"], "libsw": ["core/image"],
    "jpeglib.h": ["core/image"], "png.h": ["core/image", "core/pdf"], "archive": ["core/format", "core/share"],
    "openssl/": ["core/base", "core/store"],
}
HARD_LINES = 400


def folder_of(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] in ("core", "ui") else parts[0]


def allowed(own: str, other: str) -> bool:
    if own == other or own == "app":
        return True
    side, name = own.split("/")
    if other.startswith("core/"):
        table = CORE if side == "core" else {k: v[1] for k, v in UI.items()}
        return other[5:] in table.get(name, "").split()
    return side == "ui" and other.startswith("ui/") and other[3:] in UI.get(name, ("", ""))[0].split()


def check(root: Path) -> list[str]:
    wrong = []
    for path in sorted(p for top in ("core", "ui", "app") for p in (root / top).rglob("*") if p.suffix in (".h", ".cpp")):
        name = path.relative_to(root).as_posix()
        own = folder_of(name)
        if own.count("/") == 1 and own.split("/")[1] not in (CORE if own.startswith("core/") else UI):
            wrong.append(f"{name}: the folder is not in the table")
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > HARD_LINES:
            wrong.append(f"{name}: {len(lines)} lines; split it")
        for number, line in enumerate(lines, 1):
            found = re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line)
            if not found:
                continue
            quote, header = found.groups()
            if quote == '"':
                if not (root / header).exists():
                    wrong.append(f"{name}:{number}: {header} is not written from the root of the project")
                elif header.split("/")[0] in ("core", "ui", "app") and not allowed(own, folder_of(header)):
                    wrong.append(f"{name}:{number}: {own} may not include {header}")
            else:
                for prefix, folders in LIBRARIES.items():
                    if header.startswith(prefix) and not any(name.startswith(f + "/") or name == f for f in folders):
                        wrong.append(f"{name}:{number}: <{header}> belongs to {', '.join(folders)}")
                if header.startswith("Poco/") and path.suffix == ".h" and not name.startswith("app/"):
                    wrong.append(f"{name}:{number}: <{header}> only in .cpp files")
    return wrong


if __name__ == "__main__":
    problems = check(Path(sys.argv[1]))
    print("\n".join(problems) if problems else "every include is allowed")
    sys.exit(1 if problems else 0)
