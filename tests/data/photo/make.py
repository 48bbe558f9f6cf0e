#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the pictures of this folder anew: tiny, made by hand or by ImageMagick, with exiftool's metadata.

Not run by the tests: the pictures are kept beside it. Needs imagemagick, webp, libheif-examples
with libheif-plugin-aomenc, libimage-exiftool-perl, and the films of ../film.
"""
import pathlib
import struct
import subprocess
import zlib

HERE = pathlib.Path(__file__).resolve().parent
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(name: str, width: int, height: int, depth: int, colour: int, rows: list, *extra: bytes, interlace=0) -> None:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    data = SIGNATURE + chunk(b"IHDR", header) + b"".join(extra) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    (HERE / name).write_bytes(data)


def pngs() -> None:
    # 4 x 2: red green blue white / black and three half transparent reds.
    row0 = bytes([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255])
    row1 = bytes([0, 0, 0, 255]) + bytes([255, 0, 0, 128]) * 3
    png("rgba.png", 4, 2, 8, 6, [row0, row1])
    palette = chunk(b"PLTE", bytes([255, 0, 0, 0, 0, 255, 0, 255, 0, 9, 9, 9]))
    # Two bits a pixel: 0 1 2 3; number 1 is fully transparent, number 2 half.
    png("palette_transparent.png", 4, 1, 2, 3, [bytes([0b00011011])], palette, chunk(b"tRNS", bytes([255, 0, 128])))
    png("gray_transparent.png", 2, 1, 8, 0, [bytes([10, 200])], chunk(b"tRNS", struct.pack(">H", 200)))
    png("rgb_transparent.png", 2, 1, 8, 2, [bytes([1, 2, 3, 4, 5, 6])], chunk(b"tRNS", struct.pack(">HHH", 4, 5, 6)))
    png("rgb16.png", 2, 1, 16, 2, [struct.pack(">6H", 0xFFFF, 0x8080, 0, 0x1010, 0x2020, 0x3030)])
    # Adam7 of 2 x 2: pass 1 holds (0,0), pass 6 (1,0), pass 7 the second line.
    passes = [bytes([255, 0, 0, 255]), bytes([0, 255, 0, 255]), bytes([0, 0, 255, 255, 0, 0, 0, 0])]
    png("rgba_interlaced.png", 2, 2, 8, 6, passes, interlace=1)
    png("bit.png", 3, 1, 1, 0, [bytes([0b10100000])])
    png("huge_claim.png", 0x7FFFFFFF, 0x7FFFFFFF, 8, 2, [b"\0"])
    time = chunk(b"tEXt", b"Creation Time\0Sun, 14 May 2023 21:30:45 +0200")
    png("creation_time.png", 2, 1, 8, 0, [bytes([1, 2])], time)
    png("screenshot.png", 2, 1, 8, 0, [bytes([1, 2])])
    tag("screenshot.png", "-EXIF:DateTimeOriginal=2023:05:14 21:30:45", "-EXIF:UserComment=Screenshot")


def convert(name: str, *options: str) -> None:
    subprocess.run(["convert", "-size", "48x32", "gradient:red-blue", *options, "-strip", str(HERE / name)], check=True)


def tag(name: str, *tags: str) -> None:
    subprocess.run(["exiftool", "-q", "-overwrite_original", *tags, str(HERE / name)], check=True)


def jpegs() -> None:
    convert("plain.jpg", "-quality", "85")
    convert("progressive.jpg", "-quality", "85", "-interlace", "JPEG")
    convert("gray.jpg", "-colorspace", "Gray", "-quality", "85")
    convert("cmyk.jpg", "-fill", "red", "-colorize", "100", "-colorspace", "CMYK", "-quality", "95")
    for name, *tags in [
        ("offset.jpg", "-DateTimeOriginal=2023:05:14 21:30:45", "-OffsetTimeOriginal=+02:00",
         "-SubSecTimeOriginal=123", "-Make=Fairphone", "-Model=FP4", "-Orientation#=6", "-GPSLatitude=55.676",
         "-GPSLatitudeRef=N", "-GPSLongitude=12.568", "-GPSLongitudeRef=E", "-ThumbnailImage<=" + str(HERE / "plain.jpg")),
        ("gps_time.jpg", "-DateTimeOriginal=2023:05:14 21:30:45", "-GPSDateStamp=2023:05:14", "-GPSTimeStamp=18:30:40"),
        ("gps_stale.jpg", "-DateTimeOriginal=2023:05:14 21:30:45", "-GPSDateStamp=2023:05:14", "-GPSTimeStamp=18:22:10"),
        ("gps_abroad.jpg", "-DateTimeOriginal=2023:05:14 21:30:45", "-GPSDateStamp=2023:05:14", "-GPSTimeStamp=18:30:40",
         "-GPSLatitude=41.01", "-GPSLatitudeRef=N", "-GPSLongitude=28.98", "-GPSLongitudeRef=E"),
        ("gps_hour_old.jpg", "-DateTimeOriginal=2023:05:14 21:30:45", "-GPSDateStamp=2023:05:14",
         "-GPSTimeStamp=18:30:40", "-GPSLatitude=55.676", "-GPSLatitudeRef=N", "-GPSLongitude=12.568",
         "-GPSLongitudeRef=E"),
        ("gps_digitized.jpg", "-CreateDate=2023:05:14 21:30:45", "-GPSDateStamp=2023:05:14", "-GPSTimeStamp=10:00:00"),
        ("gps_second_hour.jpg", "-DateTimeOriginal=2023:10:29 02:30:45", "-GPSDateStamp=2023:10:29",
         "-GPSTimeStamp=01:30:40"),
        ("zeros.jpg", "-DateTimeOriginal#=0000:00:00 00:00:00", "-GPSLatitude=0", "-GPSLatitudeRef=N", "-GPSLongitude=0",
         "-GPSLongitudeRef=E"),
        ("reset.jpg", "-DateTimeOriginal=1980:01:01 00:03:00"),
        ("future.jpg", "-DateTimeOriginal=2031:01:02 10:00:00"),
        ("ambiguous.jpg", "-DateTimeOriginal=2023:10:29 02:30:00"),
        ("gap.jpg", "-DateTimeOriginal=2023:03:26 02:30:00"),
        ("no_ref.jpg", "-GPSLatitude=55.6", "-GPSLongitude=12.5", "-CreateDate=2023:05:14 21:30:45"),
        ("xmp.jpg", "-XMP-photoshop:DateCreated=2023-05-14T21:30:45+02:00"),
        ("modified.jpg", "-ModifyDate=2023:06:01 10:00:00"),
    ]:
        (HERE / name).write_bytes((HERE / "plain.jpg").read_bytes())
        tag(name, *tags)


def others() -> None:
    tags = ["-DateTimeOriginal=2023:05:14 21:30:45", "-OffsetTimeOriginal=+02:00", "-Make=Fairphone", "-Model=FP4",
            "-GPSLatitude=55.676", "-GPSLatitudeRef=N", "-GPSLongitude=12.568", "-GPSLongitudeRef=E"]
    for name, *options in [("place.tif", "-compress", "LZW"), ("place.webp", "-quality", "80"), ("place.gif",)]:
        convert(name, *options)
    convert("avif.png")
    subprocess.run(["heif-enc", "-A", str(HERE / "avif.png"), "-o", str(HERE / "place.avif")], check=True, capture_output=True)
    (HERE / "avif.png").unlink()
    subprocess.run(["convert", "-size", "320x240", "gradient:red-blue", "-depth", "8", str(HERE / "avif.png")], check=True)
    subprocess.run(["heif-enc", "-A", "--thumb", "160", str(HERE / "avif.png"), "-o", str(HERE / "thumbnail.avif")], check=True,
                   capture_output=True)
    (HERE / "avif.png").unlink()
    for name in ("place.tif", "place.webp", "place.avif"):
        tag(name, *tags)
    tag("place.gif", "-XMP-photoshop:DateCreated=2023-05-14T21:30:45+02:00")
    subprocess.run(["convert", "-size", "48x32", "gradient:red-blue", "-type", "TrueColor", "-compress", "JPEG", str(HERE / "jpeg.tif")],
                   check=True)
    subprocess.run(["convert", "-size", "48x32", "xc:none", "-fill", "red", "-draw", "rectangle 0,0 23,31", "(", "-size", "48x32",
                    "xc:blue", ")", str(HERE / "moving.gif")], check=True)
    subprocess.run(["convert", "-size", "48x32", "xc:none", "-fill", "red", "-draw", "rectangle 0,0 23,31",
                    str(HERE / "transparent.webp")], check=True)


def motion() -> None:
    film = (HERE.parent / "film" / "plain.mp4").read_bytes()
    for name in ("motion.jpg", "samsung.jpg"):
        (HERE / name).write_bytes((HERE / "plain.jpg").read_bytes())
    tag("motion.jpg", "-XMP-GCamera:MicroVideo=1", f"-XMP-GCamera:MicroVideoOffset={len(film)}")
    with (HERE / "motion.jpg").open("ab") as out:
        out.write(film)
    block = struct.pack("<HHI", 0, 0x0A30, 16) + b"MotionPhoto_Data" + film
    head = b"SEFH" + struct.pack("<II", 107, 1) + struct.pack("<HHII", 0, 0x0A30, len(block), len(block))
    with (HERE / "samsung.jpg").open("ab") as out:
        out.write(block + head + struct.pack("<I", len(head)) + b"SEFT")


if __name__ == "__main__":
    pngs()
    jpegs()
    others()
    motion()
