#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Small PDFs that between them hold what foreign pages may: what the fuzzer of foreign pages begins with.
# Writes them beside itself.
import pathlib
import zlib

HERE = pathlib.Path(__file__).parent
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def stream(data, keys=b"", packed=False):
    if packed:
        data, keys = zlib.compress(data), keys + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)


def write(name, objects, trailer=b""):
    """Object 1 is the catalog, 2 the tree of pages."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    (HERE / name).write_bytes(out)


def one_page(name, content, resources=b"", page=b"", more=(), catalog=b""):
    """Objects from 5 on are `more`."""
    write(name, [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s /Resources << /Font << /F1 %s >> %s >> >>"
        % (page, HELVETICA, resources),
        stream(content, packed=True), *more])


WORDS = b"BT /F1 12 Tf 20 100 Td (Words \\(and\\) more) Tj [(w) -250 <6f72> 20 (ds)] TJ T* (next) ' ET\n"

one_page("turned.pdf", b"q 1 0 0 RG 2 w 10 10 50 50 re S Q " + WORDS,
         page=b"/Rotate 90 /CropBox [10 20 250 180] /UserUnit 2")
one_page("forms.pdf", b"q /X1 Do Q /X2 Do", b"/XObject << /X1 5 0 R /X2 6 0 R >>", more=[
    stream(b"/X2 Do " + WORDS, b"/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Matrix [.5 0 0 .5 0 0] "
           b"/Resources << /XObject << /X2 6 0 R >> /Font << /F1 %s >> >>" % HELVETICA),
    stream(b"0 0 10 10 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 10 10]")])
one_page("pictures.pdf",
         b"q 40 0 0 40 10 10 cm /I1 Do Q q 30 0 0 30 90 10 cm\nBI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x80\xff\x40 EI Q",
         b"/XObject << /I1 5 0 R >>", more=[
             stream(bytes(range(12)), b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 "
                    b"/ColorSpace /DeviceRGB /SMask 6 0 R", packed=True),
             stream(b"\x00\x40\x80\xff", b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 "
                    b"/ColorSpace /DeviceGray")])
one_page("letters.pdf", b"BT /F2 10 Tf 20 50 Td <00010002> Tj /F3 9 Tf (ab) Tj ET",
         b"/Font << /F2 5 0 R /F3 8 0 R >>", more=[
             b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] "
             b"/ToUnicode 7 0 R >>",
             b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) "
             b"/Ordering (Identity) /Supplement 0 >> /W [0 [500 600]] >>",
             stream(b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <00e6> "
                    b"endbfchar 1 beginbfrange <0002> <0003> [<0062> <d83dde00>] endbfrange endcmap"),
             b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /FirstChar 97 "
             b"/LastChar 98 /Widths [9 9] /CharProcs << /a 9 0 R /b 9 0 R >> "
             b"/Encoding << /Differences [97 /a /b] >> >>",
             stream(b"9 0 d0 0 0 9 9 re f")])
one_page("stamped.pdf", WORDS, page=b"/Annots [5 0 R 7 0 R]", more=[
    b"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [20 20 120 60] /AP << /N 6 0 R >> >>",
    stream(b"0 0 100 40 re S", b"/Type /XObject /Subtype /Form /BBox [0 0 100 40]"),
    b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://example.org) >> >>"],
    catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AcroForm << /Fields [] >>")
one_page("patterns.pdf", b"/Pattern cs /P1 scn 0 0 100 100 re f /S1 sh /G1 gs",
         b"/Pattern << /P1 5 0 R >> /Shading << /S1 6 0 R >> /ExtGState << /G1 << /ca .5 /BM /Multiply >> >> "
         b"/ColorSpace << /C1 [/Separation /Spot /DeviceGray 7 0 R] >>", more=[
             stream(b"0 0 5 5 re f", b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] "
                    b"/XStep 9 /YStep 9 /Resources << >>"),
             b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 9 9] /Function 7 0 R >>",
             b"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 1 1] /N 1 >>"])
one_page("layers.pdf", b"/OC /L1 BDC 0 0 50 50 re f EMC " + WORDS, b"/Properties << /L1 5 0 R >>",
         more=[b"<< /Type /OCG /Name (layer) >>"],
         catalog=b"/OCProperties << /OCGs [5 0 R] /D << /Order [5 0 R] >> >>")
one_page("names.pdf", b"/C#x cs 0 sc 0 0 50 50 re f " + WORDS,
         b"/ColorSpace << /C#x [/Indexed /Device#Gray 0 <00>] >> /Odd#key /Odd#value")
