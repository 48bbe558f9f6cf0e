#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the workbooks of this folder from the texts with delimiters beside them: dates as dates, all else as text."""
import csv
import datetime
import pathlib
import xml.sax.saxutils
import zipfile

HERE = pathlib.Path(__file__).parent
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def cell(name, text):
    for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"):
        try:
            days = (datetime.datetime.strptime(text, form) - datetime.datetime(1899, 12, 30)).total_seconds() / 86400
            return f'<c r="{name}" s="1"><v>{days!r}</v></c>'
        except ValueError:
            pass
    kept = xml.sax.saxutils.escape(text)
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{kept}</t></is></c>' if text else ""


def sheet(rows):
    out = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row))
        out += f'<row r="{number}">{cells}</row>'
    return f"<worksheet {MAIN}><sheetData>{out}</sheetData></worksheet>"


def book(path, sheets):
    names = [f"sheet{n}.xml" for n in range(1, len(sheets) + 1)]
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="r"><sheets>'
        + "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, (n, _) in enumerate(sheets, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        + "".join(f'<Relationship Id="r{i}" Target="worksheets/{n}"/>' for i, n in enumerate(names, 1))
        + "</Relationships>",
        "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    }
    for name, (_, rows) in zip(names, sheets):
        parts["xl/worksheets/" + name] = sheet(rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts.items():
            out.writestr(zipfile.ZipInfo(name, (2023, 6, 1, 12, 0, 0)), text, zipfile.ZIP_DEFLATED)


def rows(name, delimiter):
    with open(HERE / name, encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text, delimiter=delimiter))


whatsapp = rows("whatsapp.csv", ";")
book(HERE / "beskeder.xlsx", [("Messages", rows("beskeder.csv", ","))])
# A sheet for itself that says nothing, then one a chat.
book(HERE / "whatsapp.xlsx", [("Info", [["iMazing"]]), ("Jens", whatsapp[:2]), ("Jens 2", [whatsapp[0], whatsapp[2]])])
