#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the films and recordings of this folder anew: two seconds each, by ffmpeg, and headers made by hand.

Not run by the tests: the files are kept beside it. Needs ffmpeg.
"""
import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
FROM_1904 = 2082844800
TAKEN = 1684092645  # 2023-05-14T19:30:45Z


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I", len(body) + 8) + kind + body


def matrix(*m: int) -> bytes:
    return struct.pack(">9i", *[v << 16 for v in m[:2]], 0, *[v << 16 for v in m[2:4]], 0, 0, 0, 1 << 30)


UPRIGHT, QUARTER = (1, 0, 0, 1), (0, 1, -1, 0)


def moov(created: int, seconds: int, *extra: bytes, turned=UPRIGHT, long=False) -> bytes:
    times = struct.pack(">QQIQ" if long else ">IIII", created, created, 1000, seconds * 1000)
    mvhd = box(b"mvhd", bytes([long, 0, 0, 0]) + times + struct.pack(">IHHII", 1 << 16, 256, 0, 0, 0) + matrix(*UPRIGHT)
               + bytes(24) + struct.pack(">I", 2))
    tkhd = box(b"tkhd", bytes([0, 0, 0, 3]) + struct.pack(">IIIII", created & 0xFFFFFFFF, 0, 1, 0, seconds * 1000) + bytes(16)
               + matrix(*turned) + struct.pack(">II", 1080 << 16, 1920 << 16))
    entry = box(b"avc1", bytes(6) + struct.pack(">H", 1) + bytes(16) + struct.pack(">HH", 1920, 1080) + bytes(50))
    stbl = box(b"stbl", box(b"stsd", bytes(4) + struct.pack(">I", 1) + entry))
    hdlr = box(b"hdlr", bytes(8) + b"vide" + bytes(13))
    mdhd = box(b"mdhd", bytes(4) + struct.pack(">IIII", created & 0xFFFFFFFF, 0, 600, seconds * 600) + bytes(4))
    trak = box(b"trak", tkhd, box(b"mdia", mdhd, hdlr, box(b"minf", stbl)))
    return box(b"moov", mvhd, trak, *extra)


def keys(**values: str) -> bytes:
    names = [name.replace("__", ".").encode() for name in values]
    table = box(b"keys", bytes(4) + struct.pack(">I", len(names)) + b"".join(box(b"mdta", name) for name in names))
    entries = b"".join(
        struct.pack(">I", 8 + 16 + len(v.encode())) + struct.pack(">I", i + 1) + box(b"data", struct.pack(">II", 1, 0) + v.encode())
        for i, v in enumerate(values.values()))
    return box(b"meta", box(b"hdlr", bytes(8) + b"mdta" + bytes(12)), table, box(b"ilst", entries))


def text(kind: bytes, value: str) -> bytes:
    return box(kind, struct.pack(">HH", len(value.encode()), 0x15C7) + value.encode())


def write(name: str, *parts: bytes) -> None:
    (HERE / name).write_bytes(b"".join(parts))


def headers() -> None:
    qt, mp4 = box(b"ftyp", b"qt  " + bytes(4) + b"qt  "), box(b"ftyp", b"mp42" + bytes(4) + b"isommp42")
    data = box(b"mdat", bytes(64))
    apple = keys(com__apple__quicktime__location__ISO6709="+55.6760+012.5680+010.000/", com__apple__quicktime__make="Apple",
                 com__apple__quicktime__model="iPhone 13", com__apple__quicktime__creationdate="2023-05-14T21:30:15+0200",
                 com__apple__quicktime__content__identifier="0F6E2D5A-8C1B-4A77-9E53-2B1C4D5E6F70")
    write("iphone.mov", qt, data, moov(TAKEN + FROM_1904, 30, apple, turned=QUARTER))
    android = keys(com__android__version="13", com__android__manufacturer="Google", com__android__model="Pixel 7")
    place = box(b"udta", text(b"\xa9xyz", "+55.6760+012.5680/"))
    write("android.mp4", mp4, moov(TAKEN + FROM_1904, 30, android, place), data)
    write("plain.mp4", mp4, moov(TAKEN + FROM_1904, 30), data)
    write("local.mp4", mp4, moov(TAKEN + 7200 + FROM_1904, 30), data)
    write("none.mp4", mp4, moov(0, 30), data)
    write("none1970.mp4", mp4, moov(FROM_1904, 30), data)
    write("counted1970.mp4", mp4, moov(TAKEN, 30), data)
    write("long.mp4", mp4, moov(TAKEN + FROM_1904, 30, long=True), data)
    loci = box(b"loci", bytes(6) + b"\0\0" + struct.pack(">iii", int(12.568 * 65536), int(55.676 * 65536), 0) + b"earth\0\0")
    write("place.3gp", box(b"ftyp", b"3gp5" + bytes(4) + b"3gp5"), moov(TAKEN + FROM_1904, 30, box(b"udta", loci)), data)
    write("nul_island.mp4", mp4, moov(TAKEN + FROM_1904, 30, box(b"udta", text(b"\xa9xyz", "+00.0000+000.0000/"))), data)


def ffmpeg(name: str, *options: str, film=True) -> None:
    sources = ["-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=2"] if film else []
    sound = ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=16000:duration=2"]
    subprocess.run(["ffmpeg", "-y", "-v", "error", *sources, *sound, "-fflags", "+bitexact", "-flags", "+bitexact", *options,
                    str(HERE / name)], check=True)


def media() -> None:
    when = "creation_time=2023-05-14T19:30:45Z"
    ffmpeg("film.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "32k", "-metadata", when)
    ffmpeg("fragments.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-an", "-movflags", "frag_keyframe+empty_moov")
    ffmpeg("hevc.mov", "-c:v", "libx265", "-x265-params", "log-level=none", "-tag:v", "hvc1", "-pix_fmt", "yuv420p", "-an")
    ffmpeg("film.webm", "-c:v", "libvpx", "-b:v", "50k", "-c:a", "libopus", "-b:a", "16k", "-metadata", when)
    ffmpeg("film.mkv", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-an", "-metadata", when)
    ffmpeg("film.avi", "-c:v", "mjpeg", "-an")
    ffmpeg("film.wmv", "-c:v", "wmv2", "-c:a", "wmav2", "-b:a", "32k", "-metadata", when)
    ffmpeg("sound.wma", "-c:a", "wmav2", "-b:a", "32k", film=False)
    stream = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-b:v", "20k", "-c:a", "aac", "-b:a", "16k", "-f", "mpegts"]
    ffmpeg("film.ts", *stream)
    ffmpeg("film.mpg.ts", "-c:v", "mpeg2video", "-b:v", "50k", "-an", "-f", "mpegts")
    # What an AVCHD camera writes between its pictures, put in as letters and then made bytes.
    clock = b"MDPM\x02\x18\x42\x20\x23\x05\x19\x14\x21\x30\x45"
    letters = "MDPM" + "#" * (len(clock) - 4)
    ffmpeg("camera.m2ts", *stream, "-mpegts_m2ts_mode", "1", "-bsf:v",
           f"h264_metadata=sei_user_data=17ee8c60-f84d-11d9-8cd6-0800200c9a66+{letters}")
    made = (HERE / "camera.m2ts").read_bytes()
    assert letters.encode() in made
    write("camera.m2ts", made.replace(letters.encode(), clock))
    for name, *options in [("sound.m4a", "-c:a", "aac", "-b:a", "32k", "-metadata", when), ("sound_only.mp4", "-c:a", "aac", "-b:a", "32k"),
                           ("sound.mp3", "-c:a", "libmp3lame", "-b:a", "32k"), ("vbr.mp3", "-c:a", "libmp3lame", "-q:a", "5"),
                           ("sound.opus", "-c:a", "libopus", "-b:a", "16k"), ("sound.ogg", "-c:a", "libvorbis", "-q:a", "0"),
                           ("sound.wav", "-c:a", "pcm_s16le", "-ar", "8000"), ("sound.caf", "-c:a", "pcm_s16le", "-ar", "8000"),
                           ("alac.caf", "-c:a", "alac", "-ar", "8000"),
                           ("sound.flac", "-c:a", "flac", "-ar", "8000"), ("sound.aac", "-c:a", "aac", "-b:a", "32k")]:
        ffmpeg(name, *options, film=False)
    write("sound.amr", b"#!AMR\n", (bytes([4]) + bytes(12)) * 100)  # a hundred frames of silence
    wav = (HERE / "sound.wav").read_bytes()
    bext = b"bext" + struct.pack("<I", 602) + bytes(320) + b"2023-05-14" + b"21:30:45" + bytes(602 - 338)
    write("recorder.wav", wav[:12], bext, wav[12:])
    avi = (HERE / "film.avi").read_bytes()
    at = avi.index(b"strl") - 8
    idit = b"IDIT" + struct.pack("<I", 26) + b"SUN MAY 14 21:30:45 2023\n\0"
    size = struct.unpack("<I", avi[16:20])[0] + len(idit)
    write("camera.avi", avi[:16], struct.pack("<I", size), avi[20:at], idit, avi[at:])


if __name__ == "__main__":
    headers()
    media()
