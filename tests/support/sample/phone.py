# SPDX-License-Identifier: GPL-3.0-or-later
"""SMS, MMS and calls of the sample, in the layout of SMS Backup & Restore."""
import base64
import subprocess
from datetime import timedelta
from xml.sax.saxutils import quoteattr

import texts


def ms(time) -> int:
    return int(time.timestamp()) * 1000


def sms(time, number, body, out=False, name=texts.NAME_HIM):
    return {"what": "sms", "time": time, "number": number, "body": body, "out": out, "name": name}


def call(time, number, kind, seconds=0):
    return {"what": "call", "time": time, "number": number, "kind": kind, "seconds": seconds}


def evening(random, day):
    """A time of day as he writes: mostly late, sometimes at noon."""
    hour = random.choice([7, 12, 16, 18, 20, 21, 21, 22, 22, 22, 23, 23, 0, 1])
    return day.replace(hour=hour, minute=random.randrange(60), second=random.randrange(60))


def burst(random, start, count, number, words):
    """A run of messages and calls some minutes apart."""
    time, found = start, []
    for _ in range(count):
        if random.random() < 0.68:
            found.append(sms(time, number, random.choice(words)))
        else:
            kind = random.choice([3, 3, 3, 5, 1])
            found.append(call(time, number, kind, random.randrange(8, 95) if kind == 1 else 0))
        time += timedelta(minutes=random.randrange(1, 14), seconds=random.randrange(60))
    return found


def events(random, begin, order, end, local):
    found = []
    first, second = texts.PHONE_HIM
    day = begin
    while day < order - timedelta(days=1):
        chance = random.random()
        words = texts.CALM if day < local("2025-02-10", "00:00:00") else texts.CALM + texts.PRESSING * 2
        if day.weekday() in (4, 5) and chance < 0.75:
            found += burst(random, evening(random, day), random.randrange(4, 13), first, words)
        elif chance < 0.38:
            found += burst(random, evening(random, day), random.randrange(1, 6), first, words)
        day += timedelta(days=1)
    found += burst(random, local("2025-04-05", "20:31:12"), 34, first, texts.PRESSING)
    found.append(sms(local("2025-01-19", "17:32:40"), first, texts.CLEAR_NO, out=True))
    found.append(sms(local("2025-01-08", "16:10:02"), first, "Hej Mikkel. Jeg lægger jakken hos din mor.", out=True))
    found.append(sms(local("2025-05-03", "22:31:51"), first, texts.ARABIC))
    for at, body in zip(["2025-05-15T07:42:10", "2025-05-30T23:12:31", "2025-06-08T21:17:00", "2025-06-14T21:36:08",
                         "2025-07-05T22:50:44", "2025-07-25T12:04:19", "2025-08-29T23:40:00", "2025-09-22T06:55:28"],
                        texts.AFTER):
        found.append(sms(local(*at.split("T")), second, body, name="(Unknown)"))
    for at in ["2025-05-30T23:19:02", "2025-05-30T23:40:55", "2025-07-05T23:01:09", "2025-08-29T23:44:12"]:
        found.append(call(local(*at.split("T")), second, 3))
    found.append(call(local("2025-06-20", "02:13:05"), "", 3))
    for at, who, body in [("2025-03-02T10:11:00", "+4512345655", "Har du lyst til kaffe på søndag? 😊"),
                          ("2025-03-02T10:14:30", "+4512345655", "Han har også skrevet til mig. Er du ok?"),
                          ("2025-05-13T09:01:00", "+4512345655", "Godt, at du fik det tilhold.")]:
        found.append(sms(local(*at.split("T")), who, body, name="Sofie"))
    found.sort(key=lambda e: (e["time"], e["what"]))
    return found


def sms_line(e) -> str:
    written = e["time"].strftime("%d.%m.%Y %H.%M.%S")
    body = quoteattr(e["body"], {"\n": "&#10;"})
    return (f'  <sms protocol="0" address="{e["number"]}" date="{ms(e["time"])}" type="{2 if e["out"] else 1}" '
            f'subject="null" body={body} toa="null" sc_toa="null" service_center="null" read="1" status="-1" '
            f'locked="0" date_sent="{0 if e["out"] else ms(e["time"]) - 2000}" readable_date="{written}" '
            f'contact_name={quoteattr(e["name"])} />')


def mms_line(time, number, name, body, file_name, jpeg) -> str:
    data = base64.b64encode(jpeg).decode()
    return (f'  <mms date="{ms(time)}" msg_box="1" address="{number}" m_type="132" contact_name={quoteattr(name)}>\n'
            f'    <parts>\n      <part seq="-1" ct="application/smil" name="null" chset="null" cl="null" '
            f'text="&lt;smil/&gt;" />\n'
            f'      <part seq="0" ct="text/plain" name="null" chset="106" cl="text_0.txt" text={quoteattr(body)} />\n'
            f'      <part seq="1" ct="image/jpeg" name="{file_name}" chset="null" cl="{file_name}" text="null" '
            f'data="{data}" />\n    </parts>\n    <addrs>\n'
            f'      <addr address="{number}" type="137" charset="106" />\n'
            f'      <addr address="{texts.PHONE_HER}" type="151" charset="106" />\n    </addrs>\n  </mms>')


def small_jpeg(words: str) -> bytes:
    return subprocess.run(["convert-im6.q16", "-size", "320x240", "xc:#c8d4dc", "-fill", "#334455", "-pointsize", "20",
                           "-gravity", "center", "-annotate", "0", words, "-quality", "70", "jpg:-"],
                          check=True, capture_output=True).stdout


def sms_file(path, found, made, mms) -> None:
    lines = [sms_line(e) for e in found if e["what"] == "sms"] + mms
    head = ("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
            '<?xml-stylesheet type="text/xsl" href="sms.xsl"?>\n'
            f'<smses count="{len(lines)}" backup_set="6f1c" backup_date="{ms(made)}" type="full">\n')
    path.write_text(head + "\n".join(lines) + "\n</smses>\n", encoding="utf-8")


def calls_file(path, found, made) -> None:
    lines = []
    for e in (e for e in found if e["what"] == "call"):
        known = e["number"] == texts.PHONE_HIM[0]
        name = texts.NAME_HIM if known else "(Unknown)"
        lines.append(f'  <call number="{e["number"]}" duration="{e["seconds"]}" date="{ms(e["time"])}" '
                     f'type="{e["kind"]}" presentation="{1 if e["number"] else 2}" subscription_id="1" '
                     f'readable_date="{e["time"].strftime("%d.%m.%Y %H.%M.%S")}" contact_name="{name}" />')
    head = (f"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
            f'<calls count="{len(lines)}" backup_set="6f1c" backup_date="{ms(made)}" type="full">\n')
    path.write_text(head + "\n".join(lines) + "\n</calls>\n", encoding="utf-8")


def write(out, found, early, late) -> None:
    """Two backups that overlap, as people have them, and one list of calls."""
    first = texts.PHONE_HIM[0]
    zone = late.tzinfo
    mms = [mms_line(early.replace(month=2, day=14, hour=8, minute=5, second=11, tzinfo=zone), first, texts.NAME_HIM,
                    "Til dig.", "IMG_0214.jpg", small_jpeg("14. februar")),
           mms_line(early.replace(month=3, day=8, hour=21, minute=40, second=2, tzinfo=zone), first, texts.NAME_HIM,
                    "Kan du huske den?", "IMG_0308.jpg", small_jpeg("ved vandet"))]
    sms_file(out / "sms-20250415120000.xml", [e for e in found if e["time"] < early], early, mms)
    sms_file(out / "sms-20250930091244.xml", found, late, mms)
    calls_file(out / "calls-20250930091244.xml", found, late)
