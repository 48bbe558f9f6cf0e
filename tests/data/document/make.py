#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the documents of this folder anew: PDFs, Word and OpenDocument files made by hand.

Not run by the tests: the files are kept beside it. Needs qpdf.
"""
import pathlib
import subprocess
import zipfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
LETTER = ["Til Østjyllands Politi", "Han stod ved min bil søndag aften.", "Venlig hilsen Bodil Ærø"]
LOG = [
    ("14.05.2023", "kl. 21.30", "Han ringede 14 gange, og jeg tog den ikke. 😟", "1"),
    ("13/5-23", "ca. 22", "Holdt stille i sin bil\nuden for min opgang", "2 og 3"),
    ("12. maj 2023", "aften", "Blomster på trappen", ""),
    ("11/5", "", "Hang rundt ved arbejdet", "4"),
]


def pdf(name: str, pages: list, info: str) -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", info.encode("latin-1"),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        text = "BT /F1 12 Tf 72 770 Td 16 TL\n" + "".join(f"({line}) Tj T*\n" for line in lines) + "ET"
        text = text if lines else "72 72 m 300 700 l S"
        stream = zlib.compress(text.encode("cp1252"))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream")
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 4 0 R >> >> >>" % len(objects))
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    (HERE / name).write_bytes(out)


def pdfs() -> None:
    info = "<< /Title (Brev til politiet) /CreationDate (D:20230514213045+02'00') /ModDate (D:20230515080000+02'00') >>"
    pdf("letter.pdf", [LETTER, ["Side to: bilagene."]], info)
    pdf("plain_date.pdf", [LETTER], "<< /CreationDate (D:20230514213045) >>")
    pdf("no_date.pdf", [LETTER], "<< >>")
    subprocess.run(["qpdf", "--encrypt", "hemmelig", "ejer", "256", "--", str(HERE / "letter.pdf"), str(HERE / "sealed.pdf")], check=True)
    subprocess.run(["qpdf", "--encrypt", "", "ejer", "256", "--print=none", "--", str(HERE / "letter.pdf"), str(HERE / "open_password.pdf")],
                   check=True)
    pdf("scan.pdf", [[], []], "<< >>")


def pack(name: str, members: list) -> None:
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as out:
        for path, text in members:
            entry = zipfile.ZipInfo(path, (2023, 5, 15, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(entry, text)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def word_paragraph(text: str) -> str:
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escaped(part)}</w:t>' for part in text.split("\n"))
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def docx(name: str, body: str, core: str) -> None:
    pack(name, [
        ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'),
        ("word/document.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w"><w:body>' + body
         + "</w:body></w:document>"),
        ("docProps/core.xml", '<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">' + core
         + "</cp:coreProperties>"),
    ])


def words() -> None:
    core = ("<dc:title>Logskema</dc:title><dcterms:created>2019-02-01T09:00:00Z</dcterms:created>"
            "<dcterms:modified>2023-05-15T06:00:00Z</dcterms:modified>")
    letter = "".join(word_paragraph(line) for line in LETTER)
    letter += '<w:p><w:del><w:r><w:delText>slettet</w:delText></w:r></w:del><w:r><w:t>før</w:t><w:tab/><w:t>efter</w:t></w:r></w:p>'
    docx("letter.docx", letter, core)

    def row(cells) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    head = ("Dato", "Tidspunkt", "Hændelse (hvad skete der?)", "Bilag nr.")
    table = "<w:tbl>" + row(("Logskema", "", "", "")) + row(head) + "".join(row(r) for r in LOG) + row(("", "", "", "")) + "</w:tbl>"
    docx("log.docx", word_paragraph("Logskema for Bodil") + table, core)


def opens() -> None:
    meta = ('<?xml version="1.0"?><office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta>'
            "<meta:creation-date>2023-05-14T21:30:45.123456789</meta:creation-date><dc:date>2023-05-15T08:00:00</dc:date>"
            "<dc:title>Brev</dc:title></office:meta></office:document-meta>")
    body = "".join(f"<text:p>{escaped(line)}</text:p>" for line in LETTER)
    body = ("<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes><text:h>Overskrift</text:h>" + body
            + '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>')
    cells = [("Dato og tid", "Beskrivelse", "Bilag"), ("14.05.2023 kl. 21.30", "Han ringede", "1")]
    body += "<table:table>" + "".join(
        "<table:table-row>" + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in r) + "</table:table-row>"
        for r in cells) + "</table:table>"
    content = ('<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b">'
               "<office:body><office:text>" + body + "</office:text></office:body></office:document-content>")
    kind = ("mimetype", "application/vnd.oasis.opendocument.text")
    pack("letter.odt", [kind, ("content.xml", content), ("meta.xml", meta), ("META-INF/manifest.xml", "<manifest/>")])
    pack("sealed.odt", [kind, ("content.xml", "\x01\x02"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")])


def texts() -> None:
    text = "Søndag den 14. maj 2023\r\nHan ringede igen. Jeg blev bange.\r\n"
    (HERE / "utf8.txt").write_bytes(text.encode())
    (HERE / "bom.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (HERE / "cp1252.txt").write_bytes(text.encode("cp1252"))
    (HERE / "utf16.txt").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    (HERE / "utf16be.txt").write_bytes(text.encode("utf-16-be"))
    rtf = (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}"
           r"{\info{\title Brev til \'f8st}{\creatim\yr2023\mo5\dy14\hr21\min30\sec45}{\revtim\yr2023\mo5\dy15\hr8}}"
           "\n" r"{\*\generator Hand;}\pard S\'f8ndag \u228?r han stod der\line igen \u-10179?\u-8694?\par"
           "\n" r"a\tab b\{c\}\par{\pict\pngblip 89504e47}{\*\unknown nothing}{\field{\*\fldinst HYPERLINK}{\fldrslt synligt}}}")
    (HERE / "letter.rtf").write_bytes(rtf.encode("ascii"))
    (HERE / "log.csv").write_bytes(("\ufeffsep=;\r\nDato;Klokkeslæt;Beskrivelse af hændelsen;Sted;Bilag\r\n"
                                    '14-05-2023;21:30;"Han ringede; jeg sagde ""nej""";Hjemme;1\r\n').encode())


if __name__ == "__main__":
    pdfs()
    words()
    opens()
    texts()
