# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs of odd kinds, written object by object; the encrypted ones by qpdf. What each should come to is in its name."""
import subprocess
import zlib
from pathlib import Path

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


class Pdf:
    """Objects are bodies without their numbers; number 1 is the catalogue, 2 the page tree."""

    def __init__(self):
        self.objects = [b"", b""]
        self.pages = []
        self.catalog = b""

    def add(self, body):
        self.objects.append(body)
        return len(self.objects)

    def stream(self, data, keys=b"", packed=True):
        if packed:
            data, keys = zlib.compress(data), keys + b" /Filter /FlateDecode"
        return self.add(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data))

    def page(self, content, keys=b"/MediaBox [0 0 595 842]", resources=b"", annots=()):
        font = self.add(FONT)
        numbers = [self.add(a) for a in annots]
        body = (b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R /Resources << /Font << /F1 %d 0 R >> %s >>"
                % (keys, self.stream(content), font, resources))
        if numbers:
            body += b" /Annots [" + b" ".join(b"%d 0 R" % n for n in numbers) + b"]"
        self.pages.append(self.add(body + b" >>"))
        return self.pages[-1]

    def bytes(self):
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % self.catalog
        self.objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
            b" ".join(b"%d 0 R" % n for n in self.pages), len(self.pages))
        out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % p for p in places)
        return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)


def lines(words, width=595, height=842, size=12):
    """A frame, the words, and a mark in the lower left corner: what is up and what is cut off can be seen."""
    text = words if isinstance(words, list) else [words]
    out = "2 w 20 20 %d %d re S 0.8 g 24 24 60 30 re f 0 g BT /F1 %d Tf %d TL 60 %d Td\n" % (
        width - 40, height - 40, size, size * 1.4, height - 80)
    for line in text:
        out += "(%s) Tj T*\n" % line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return (out + "ET\n").encode("cp1252")


LETTER = ["Kære Anna", "", "Jeg skriver, fordi du ikke svarer. Æble, øl og ål.", "Mødet er den 12. maj kl. 10 på stationen.",
          "", "Med venlig hilsen", "N.N."]


def plain(pages=1, words=None):
    pdf = Pdf()
    for number in range(1, pages + 1):
        pdf.page(lines((words or LETTER) + ["", f"Side {number} af {pages}"]))
    return pdf.bytes()


def rotated(turn):
    pdf = Pdf()
    pdf.page(lines([f"Drejet {turn} grader: teksten skal kunne læses", "uden at vende papiret."] if turn == 0 else
                   [f"Rotate {turn}"]), b"/MediaBox [0 0 595 842] /Rotate %d" % turn)
    return pdf.bytes()


def cropped():
    pdf = Pdf()
    content = lines(["Uden for rammen"]) + b"BT /F1 14 Tf 150 420 Td (Kun dette er vist) Tj ET 100 300 300 200 re S\n"
    pdf.page(content, b"/MediaBox [0 0 595 842] /CropBox [100 300 400 500]")
    return pdf.bytes()


def sized(width, height, words):
    pdf = Pdf()
    pdf.page(lines(words, width, height, max(12, width // 40)), b"/MediaBox [0 0 %d %d]" % (width, height))
    return pdf.bytes()


def acting():
    pdf = Pdf()
    link = b"<< /Type /Annot /Subtype /Link /Rect [60 700 300 760] /A << /S /URI /URI (http://track.example/) >> >>"
    launch = b"<< /Type /Annot /Subtype /Link /Rect [60 600 300 660] /A << /S /Launch /F (calc.exe) >> >>"
    pdf.page(lines(LETTER), b"/MediaBox [0 0 595 842] /AA << /O << /S /JavaScript /JS (app.alert\\('side'\\)) >> >>",
             annots=(link, launch))
    script = pdf.add(b"<< /S /JavaScript /JS (app.alert\\('hej'\\);) >>")
    attached = pdf.stream(b"hemmeligt vedhaeng", b"/Type /EmbeddedFile")
    spec = pdf.add(b"<< /Type /Filespec /F (x.exe) /EF << /F %d 0 R >> >>" % attached)
    pdf.catalog = (b"/OpenAction %d 0 R /Names << /JavaScript << /Names [(a) %d 0 R] >> /EmbeddedFiles << /Names [(x) %d 0 R] >> >>"
                   % (script, script, spec))
    return pdf.bytes()


def form(with_look):
    pdf = Pdf()
    font = pdf.add(FONT)
    look = b""
    if with_look:
        number = pdf.stream(b"/Tx BMC q BT /F1 12 Tf 2 6 Td (Udfyldt felt) Tj ET Q EMC",
                            b"/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 %d 0 R >> >>" % font)
        look = b"/AP << /N %d 0 R >>" % number
    field = (b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (navn) /V (Udfyldt felt) /DA (/F1 12 Tf 0 g) /F 4 "
             b"/Rect [60 500 260 520] %s >>" % look)
    tick = pdf.stream(b"0 0 m 14 14 l 0 14 m 14 0 l 2 w S", b"/Type /XObject /Subtype /Form /BBox [0 0 14 14]")
    box = (b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (ja) /V /Ja /AS /Ja /F 4 /Rect [60 450 74 464] "
           b"/AP << /N << /Ja %d 0 R >> >> >>" % tick)
    stamp = pdf.stream(b"1 0 0 RG 3 w 2 2 146 46 re S BT /F1 24 Tf 12 16 Td (MODTAGET) Tj ET",
                       b"/Type /XObject /Subtype /Form /BBox [0 0 150 50] /Resources << /Font << /F1 %d 0 R >> >>" % font)
    mark = b"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [350 700 500 750] /AP << /N %d 0 R >> >>" % stamp
    hidden = b"<< /Type /Annot /Subtype /Stamp /F 2 /Rect [350 600 500 650] /AP << /N %d 0 R >> >>" % stamp
    pdf.page(lines(["Blanket", "", "Navn:"]), annots=(field, box, mark, hidden))
    pdf.catalog = b"/AcroForm << /Fields [%d 0 R %d 0 R] /DR << /Font << /F1 %d 0 R >> >> %s >>" % (
        pdf.pages[0] - 5, pdf.pages[0] - 4, font, b"" if with_look else b"/NeedAppearances true")
    return pdf.bytes()


def layered():
    pdf = Pdf()
    group = pdf.add(b"<< /Type /OCG /Name (skjult) >>")
    pdf.page(lines(LETTER) + b"/OC /L BDC BT /F1 20 Tf 60 300 Td (skjult lag) Tj ET EMC",
             resources=b"/Properties << /L %d 0 R >>" % group)
    pdf.catalog = b"/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] >> >>" % (group, group)
    return pdf.bytes()


def scanned(jpeg):
    """One picture over the page, with a place in its metadata as a phone's scanner leaves it."""
    pdf = Pdf()
    data = jpeg.read_bytes()
    import struct
    at, width, height = 2, 100, 100
    while at + 9 < len(data):
        if data[at + 1] in (0xC0, 0xC1, 0xC2):
            height, width = struct.unpack(">HH", data[at + 5:at + 9])
            break
        at += 2 + struct.unpack(">H", data[at + 2:at + 4])[0]
    image = pdf.stream(data, b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB "
                             b"/BitsPerComponent 8 /Filter /DCTDecode" % (width, height), packed=False)
    pdf.page(b"q 535 0 0 700 30 70 cm /I Do Q", resources=b"/XObject << /I %d 0 R >>" % image)
    return pdf.bytes()


def nested(deep):
    """Resources that refer to one another in a long chain: what follows it by calls runs out of stack."""
    pdf = Pdf()
    last = pdf.add(b"<< >>")
    for _ in range(deep):
        last = pdf.add(b"<< /Next %d 0 R >>" % last)
    pdf.page(lines(LETTER), resources=b"/ExtGState << /G %d 0 R >>" % last)
    return pdf.bytes()


def endless():
    """A form that draws itself, and a page tree that holds itself."""
    pdf = Pdf()
    number = len(pdf.objects) + 1
    pdf.stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> >>" % number)
    pdf.page(lines(LETTER) + b"/X Do", resources=b"/XObject << /X %d 0 R >>" % number)
    pdf.pages.append(2)
    return pdf.bytes()


def bomb():
    pdf = Pdf()
    packed = zlib.compress(zlib.compress(b"0 0 m " * 60_000_000, 9), 9)
    stream = pdf.add(b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(packed), packed))
    pdf.pages.append(pdf.add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R >>" % stream))
    return pdf.bytes()


def with_term(term, hidden):
    """A protected word: to be seen, or outside what is shown, letter by letter."""
    pdf = Pdf()
    if not hidden:
        pdf.page(lines(LETTER + ["Adresse: " + term]))
        return pdf.bytes()
    spots = b"".join(b"1 0 0 1 %d 20 Tm (%s) Tj " % (10 + 7 * i, c.encode("cp1252")) for i, c in enumerate(term))
    pdf.page(lines(LETTER) + b"BT /F1 10 Tf " + spots + b"ET", b"/MediaBox [0 0 595 842] /CropBox [0 100 595 842]")
    return pdf.bytes()


def locked(folder, source, password):
    plain_file, out = folder / "plain.tmp", folder / "locked.tmp"
    plain_file.write_bytes(source)
    subprocess.run(["qpdf", "--encrypt", password, "owner", "256", "--", plain_file, out], check=True)
    data = out.read_bytes()
    plain_file.unlink()
    out.unlink()
    return data


def all_kinds(folder: Path, photo: Path, term: str):
    """Name of the file -> its bytes."""
    kinds = {f"drejet-{turn}.pdf": rotated(turn) for turn in (0, 90, 180, 270)}
    kinds |= {
        "brev.pdf": plain(), "brev-igen.pdf": plain(), "fem-sider.pdf": plain(5), "beskaaret.pdf": cropped(),
        "a3-liggende.pdf": sized(1191, 842, ["A3 liggende"] + LETTER), "a4-liggende.pdf": sized(842, 595, ["A4 liggende"] + LETTER),
        "bon.pdf": sized(200, 1400, ["Kassebon"] + [f"Vare {i}" for i in range(40)]), "frimaerke.pdf": sized(100, 70, ["Lille"]),
        "a0.pdf": sized(2384, 3370, ["Plakat A0"]), "handlinger.pdf": acting(), "blanket.pdf": form(True),
        "blanket-uden-udseende.pdf": form(False), "skjulte-lag.pdf": layered(), "scanning.pdf": scanned(photo),
        "dyb.pdf": nested(30000), "endeloes.pdf": endless(), "bombe.pdf": bomb(), "200-sider.pdf": plain(200),
        "400-sider.pdf": plain(400), "laast.pdf": locked(folder, plain(), "hemmelig"), "ejerlaast.pdf": locked(folder, plain(), ""),
        "afkortet.pdf": plain(3)[:1500], "kun-hoved.pdf": b"%PDF-1.4\n", "skrald.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40,
        "forkert-xref.pdf": plain(2).replace(b"startxref\n", b"startxref\n9"), "tom-side.pdf": sized(595, 842, []),
        "beskyttet.pdf": with_term(term, False), "beskyttet-skjult.pdf": with_term(term, True),
    }
    return kinds
