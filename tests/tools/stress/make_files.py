#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of a case that is hard to print: 3,000 messages in twelve scripts, 200 photos and 40 documents of odd kinds,
films and sounds. All invented, the same every time. make_case.cpp makes a case and its PDF of them.

make_files.py FOLDER [MESSAGES]     needs ImageMagick, exiftool, heif-enc, cwebp, ffmpeg, qpdf"""
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pdfs  # noqa: E402

TERM = "Rosenvænget 12"
WORDS = {
    "latin": "du ved godt hvad jeg mener hvorfor svarer du ikke æble øl ål i går var der lys hos dig ring nu",
    "greek": "γιατί δεν απαντάς σε περιμένω έξω ξέρω πού είσαι", "cyrillic": "почему ты не отвечаешь я жду тебя у дома",
    "arabic": "لماذا لا تجيبين أنا أنتظر أمام البيت من فضلك", "hebrew": "למה את לא עונה אני מחכה ליד הבית",
    "devanagari": "तुम जवाब क्यों नहीं देती मैं घर के बाहर हूँ", "thai": "ทำไมไม่ตอบ ฉันรออยู่หน้าบ้าน โทรกลับมา",
    "chinese": "你为什么不回答 我在你家门口等你", "japanese": "なぜ返事をしないの 家の前で待っている", "korean": "왜 대답하지 않니 집 앞에서 기다리고 있어",
    "armenian": "ինչու չես պատասխանում սպասում եմ", "georgian": "რატომ არ პასუხობ გელოდები სახლთან",
}
EMOJI = ["", "", "", " 🙏", " ❤️", " 👨‍👩‍👧", " 🇩🇰", " 😡😡", " 👍🏽"]


def escaped(text):
    out = "".join(f"&#{ord(c)};" if ord(c) > 0xFFFF else c for c in text)
    return out.replace("&", "&amp;").replace("&amp;#", "&#").replace("<", "&lt;").replace('"', "&quot;").replace("\n", "&#10;")


def messages(folder, count):
    rng = random.Random(20251126)
    rows, at = [], 1735732800000  # 1 January 2025
    for number in range(count):
        at += rng.choice([20_000, 60_000, 300_000, 3_600_000, 40_000_000])
        script = list(WORDS)[number % len(WORDS)]
        words = WORDS[script].split()
        text = " ".join(rng.choice(words) for _ in range(rng.choice([1, 3, 6, 12, 40]))) + rng.choice(EMOJI)
        if number % 97 == 0:
            text += "\n\nlinje to\n" + "langtordudenmellemrum" * 8
        if number % 333 == 0:
            text += " jeg står ved " + TERM
        own = number % 9 == 4
        rows.append(f'<sms protocol="0" address="+4520110917" date="{at}" type="{2 if own else 1}" subject="null" '
                    f'body="{escaped(f"{text} #{number}")}" read="1" status="-1" />')
    (folder / "sms.xml").write_text(
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"{count}\">\n" + "\n".join(rows) + "\n</smses>\n",
        encoding="utf-8")


def convert(*words):
    subprocess.run(["convert-im6.q16", *map(str, words)], check=True)


def scene(path, size, number, *more):
    """An arrow up and the number: which way is up can be seen."""
    convert("-size", size, f"gradient:hsl({number * 37 % 360},40%,80%)-hsl({number * 37 % 360},50%,35%)", "-gravity", "center",
            "-fill", "white", "-pointsize", "90", "-annotate", "0", f"OP\n{number}", "-draw", "polygon 60,10 110,90 10,90", *more, path)


def photos(folder, count=200):
    made = 0
    folder.mkdir()

    def name(kind, ext):
        nonlocal made
        made += 1
        return folder / f"IMG_2025{made % 12 + 1:02}{made % 28 + 1:02}_{made % 24:02}{made % 60:02}00-{kind}.{ext}"

    for turn in range(1, 9):
        stored = {1: [], 2: ["-flop"], 3: ["-rotate", "180"], 4: ["-flip"], 5: ["-rotate", "-90", "-flip"], 6: ["-rotate", "-90"],
                  7: ["-rotate", "-90", "-flop"], 8: ["-rotate", "90"]}[turn]
        path = name(f"drejet{turn}", "jpg")
        scene(path, "900x600", turn, *stored)
        subprocess.run(["exiftool", "-q", "-overwrite_original", "-n", f"-Orientation={turn}", "-GPSLatitude=55.6", "-GPSLongitude=12.5",
                        "-GPSLatitudeRef=N", "-GPSLongitudeRef=E", "-Make=Fairphone", "-Model=FP4",
                        "-DateTimeOriginal=2025:03:04 05:06:07", path], check=True)
    kinds = [("cmyk", "jpg", ["-colorspace", "CMYK"]), ("graa", "jpg", ["-colorspace", "Gray"]),
             ("progressiv", "jpg", ["-interlace", "JPEG"]), ("alfa", "png", ["-alpha", "set", "-channel", "A", "-evaluate", "multiply", "0.5"]),
             ("16bit", "png", ["-depth", "16", "-define", "png:bit-depth=16"]), ("flettet", "png", ["-interlace", "PNG"]),
             ("palet", "png", ["-colors", "16", "-type", "Palette"]), ("bit", "png", ["-monochrome"]), ("stille", "gif", []),
             ("lzw", "tif", ["-compress", "LZW"])]
    for number, (kind, ext, more) in enumerate(kinds, 20):
        scene(name(kind, ext), "700x500", number, *more)
    scene(folder / "t.png", "800x600", 50)
    subprocess.run(["cwebp", "-quiet", folder / "t.png", "-o", name("web", "webp")], check=True)
    convert(folder / "t.png", folder / "t.jpg")
    heic = subprocess.run(["heif-enc", "-q", "50", "-o", name("heic", "heic"), folder / "t.jpg"], capture_output=True)
    if heic.returncode != 0:  # this machine has no encoder for it
        shutil.copy(Path(__file__).parents[2] / "data/photo/place.avif", name("avif", "avif"))
    for temporary in ("t.png", "t.jpg"):
        (folder / temporary).unlink()
    whole = name("hel", "jpg")
    scene(whole, "1200x900", 60)
    data = whole.read_bytes()
    name("afkortet", "jpg").write_bytes(data[:len(data) // 2])
    name("kunhoved", "jpg").write_bytes(data[:300])
    name("tom", "jpg").write_bytes(b"")
    name("skrald", "jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(3000))
    scene(name("lang", "png"), "400x9000", 61)
    scene(name("bred", "jpg"), "9000x300", 62)
    scene(name("bitte", "png"), "12x9", 63)
    shutil.copy(Path(__file__).parents[2] / "data/photo/huge_claim.png", name("kaempe", "png"))
    number = 100
    while made < count:
        number += 1
        scene(name("foto", "jpg"), random.Random(number).choice(["1200x900", "900x1200", "1600x900", "600x600"]), number)
    return whole


def documents(folder, photo):
    folder.mkdir()
    for file, data in pdfs.all_kinds(folder, photo, TERM).items():
        (folder / file).write_bytes(data)
    body = "".join(f"<w:p><w:r><w:t>Afsnit {i}: jeg skriver det ned, som det var. Æ ø å. 你好 العربية</w:t></w:r></w:p>" for i in range(60))
    for file, text in (("notat.docx", body), ("notat-beskyttet.docx", body + f"<w:p><w:r><w:t>Jeg bor {TERM}</w:t></w:r></w:p>")):
        with zipfile.ZipFile(folder / file, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                       '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
            z.writestr("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                       f"<w:body>{text}</w:body></w:document>")
    (folder / "brev.rtf").write_bytes(b"{\\rtf1\\ansi Et brev i RTF: \\'e6 \\'f8 \\'e5.\\par Linje to.}")
    (folder / "dagbog.txt").write_text("\n".join(f"Dag {i}: han stod der igen. שלום привет" for i in range(200)), encoding="utf-8")
    (folder / "tom.txt").write_text("")
    data = Path(__file__).parents[2] / "data"
    for file in ("film.mp4", "hevc.mov", "long.mp4", "sound.m4a", "sound.mp3", "sound.amr", "none.mp4"):
        shutil.copy(data / "film" / file, folder / file)
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=duration=41:size=1280x720:rate=10", "-pix_fmt", "yuv420p",
                    folder / "VID_20250909_201500.mp4"], check=True)
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=duration=8:size=480x854:rate=10", "-pix_fmt", "yuv420p",
                    folder / "VID_20250910_201500.mp4"], check=True)


def main():
    folder = Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    messages(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 3000)
    documents(folder / "dokumenter", photos(folder / "billeder"))


main()
