# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawn pictures of the sample: photos with EXIF, screenshots without, two HEIC. Nothing of them is a real place."""
import subprocess
from pathlib import Path

CAR = ["-fill", "#7d8790", "-draw", "rectangle 0,640 1200,900", "-fill", "#b9b4a8", "-draw", "rectangle 700,180 1200,640",
       "-fill", "#5b6b7a", "-draw", "roundrectangle 180,540 620,690 40,40", "-fill", "#8fa3b5",
       "-draw", "polygon 280,545 340,460 500,460 560,545", "-fill", "#222222", "-draw", "circle 270,690 270,735",
       "-draw", "circle 530,690 530,735"]
FLOWERS = ["-fill", "#6b4d33", "-draw", "rectangle 0,700 1200,900", "-fill", "#3f7a4b", "-draw", "polygon 540,700 600,380 660,700",
           "-fill", "#c6536b", "-draw", "circle 600,340 600,400", "-draw", "circle 500,390 500,440", "-fill", "#d9a441",
           "-draw", "circle 690,390 690,440"]
LETTER = ["-fill", "#f4efe2", "-draw", "polygon 280,240 930,200 960,700 310,740", "-fill", "#333344", "-pointsize", "52",
          "-annotate", "-3x-3+350+360", "Kære Anna", "-pointsize", "38", "-annotate", "-3x-3+350+460",
          "Jeg har ventet længe nok.", "-annotate", "-3x-3+350+540", "Ring til mig."]
TYRE = ["-fill", "#3a3a3d", "-draw", "circle 600,470 600,760", "-fill", "#a9adb1", "-draw", "circle 600,470 600,620",
        "-fill", "#2c2c2e", "-draw", "rectangle 300,720 900,790"]

PHOTOS = [  # file, scene, taken (local with offset), orientation
    ("IMG_20250214_080712.jpg", FLOWERS, "2025:02:14 08:07:12", "+01:00", 1),
    ("IMG_20250214_080731.jpg", FLOWERS, "2025:02:14 08:07:31", "+01:00", 6),
    ("IMG_20250316_072240.jpg", TYRE, "2025:03:16 07:22:40", "+01:00", 1),
    ("IMG_20250316_072305.jpg", TYRE, "2025:03:16 07:23:05", "+01:00", 3),
    ("IMG_20250316_072351.jpg", TYRE, "2025:03:16 07:23:51", "+01:00", 8),
    ("IMG_20250329_231010.jpg", CAR, "2025:03:29 23:10:10", "+01:00", 1),
    ("IMG_20250421_221204.jpg", CAR, "2025:04:21 22:12:04", "+02:00", 1),
    ("IMG_20250428_173000.jpg", LETTER, "2025:04:28 17:30:00", None, 1),
    ("IMG_20250515_074455.jpg", CAR, "2025:05:15 07:44:55", "+02:00", 1),
    ("IMG_20250515_074510.jpg", CAR, "2025:05:15 07:45:10", "+02:00", 6),
    ("IMG-20250622-WA0003.jpg", LETTER, None, None, 1),
    ("DSC01207.jpg", FLOWERS, "2025:08:12 09:15:00", "+02:00", 1),
]
HEIC = [("IMG_2630.HEIC", CAR, "2025:07:19 20:51:33", "+02:00"), ("IMG_2988.HEIC", FLOWERS, "2025:08:12 09:14:02", "+02:00")]
SCREENS = [
    ("Screenshot_20250226-203112.png", "Falsk profil", ["Anna L.", "3 fælles venner", "Oprettet i dag"]),
    ("Screenshot_20250226-203140.png", "Falsk profil", ["Hej, det er min nye profil.", "Skriv til mig her."]),
    ("Screenshot_20250405-231501.png", "Opkald", ["Mikkel Holm (27)", "Ubesvaret 20.31-23.14"]),
    ("Screenshot_20250608-211815.png", "Betaling", ["Du har modtaget 1,00 kr.", "Besked: Ring nu"]),
    ("Screenshot_20250725-120533.png", "Profil", ["Ny følger: m.holm_82", "I dag 12.05"]),
    ("Skærmbillede 2025-09-22 kl. 07.01.10.png", "Beskeder", ["Jeg holder mig væk, hvis du svarer."]),
]


STORED_TURN = {1: 0, 3: 180, 6: -90, 8: 90}  # how the sensor lay, so that the orientation tag turns it upright


def draw(scene, target: str, sky="#c9d6df", size="1200x900", orientation=1) -> None:
    subprocess.run(["convert-im6.q16", "-size", size, "-seed", "7", f"xc:{sky}", *scene, "-rotate", str(STORED_TURN[orientation]), "-attenuate", "0.15", "+noise", "Gaussian",
                    "-quality", "72", "-strip", target], check=True)


def exif(path: Path, *tags: str) -> None:
    subprocess.run(["exiftool", "-q", "-overwrite_original", *tags, str(path)], check=True)


def screenshot(path: Path, title: str, lines) -> None:
    words = ["-fill", "#1f2326", "-pointsize", "46", "-annotate", "+50+190", title, "-pointsize", "32"]
    for i, line in enumerate(lines):
        y = 300 + i * 120
        words += ["-fill", "#e3e8ec", "-draw", f"roundrectangle 40,{y - 55} 680,{y + 35} 18,18", "-fill", "#1f2326",
                  "-annotate", f"+66+{y}", line]
    clock = path.stem.split("-")[-1] if path.stem.startswith("Screen") else "070110"
    subprocess.run(["convert-im6.q16", "-size", "720x1280", "xc:#f7f8f8", "-fill", "#dfe3e6", "-draw", "rectangle 0,0 720,70",
                    "-fill", "#333333", "-pointsize", "30", "-annotate", "+40+48", f"{clock[:2]}.{clock[2:4]}", *words,
                    "-strip", "-define", "png:exclude-chunk=time,date", str(path)], check=True)


def write(folder: Path) -> None:
    for name, scene, taken, offset, orientation in PHOTOS:
        path = folder / name
        draw(scene, str(path), orientation=orientation)
        tags = ["-Make=Invented", "-Model=Phone 1", f"-Orientation#={orientation}"]
        if taken:
            tags.append(f"-DateTimeOriginal={taken}")
        if offset:
            tags.append(f"-OffsetTimeOriginal={offset}")
        if taken:
            exif(path, *tags)
    for name, scene, taken, offset in HEIC:
        jpeg = folder / "heic.jpg"
        draw(scene, str(jpeg), sky="#b7c3d6")
        exif(jpeg, f"-DateTimeOriginal={taken}", f"-OffsetTimeOriginal={offset}", "-Make=Invented", "-Model=Phone 2")
        subprocess.run(["heif-enc", "-q", "45", "-o", str(folder / name), str(jpeg)], check=True, capture_output=True)
        jpeg.unlink()
    for name, title, lines in SCREENS:
        screenshot(folder / name, title, lines)
