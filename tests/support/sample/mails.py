# SPDX-License-Identifier: GPL-3.0-or-later
"""Mails of the sample: a mailbox and some single files; one of them with a Date header that is two years off."""
import base64
from datetime import timedelta
from email.header import Header
from email.utils import format_datetime

import texts


def quoted_printable(text: str) -> str:
    import quopri
    return quopri.encodestring(text.encode("utf-8")).decode("ascii")


def received(time) -> str:
    return (f"Received: from mail-out.example.com (mail-out.example.com [192.0.2.25])\n"
            f"\tby mx.example.org with ESMTPS id 4Z{int(time.timestamp()) % 99991:05d}\n"
            f"\tfor <{texts.MAIL_HER}>; {format_datetime(time)}\n")


def mail(random, number, time, out=False, wrong_date=None, photo=None) -> str:
    subject = random.choice(texts.SUBJECTS)
    body = "\n\n".join(random.sample(texts.PARAGRAPHS[:-1], random.randrange(1, 4)) + [texts.PARAGRAPHS[-1]])
    if out:
        subject, body = "Ingen kontakt", "Jeg ønsker ingen kontakt. Skriv ikke igen.\n\nAnna"
    sender, receiver = (texts.NAME_HIM, texts.MAIL_HIM), (texts.NAME_HER, texts.MAIL_HER)
    if out:
        sender, receiver = receiver, sender
    head = "" if out else received(time + timedelta(seconds=3))
    head += (f"Date: {format_datetime(wrong_date or time)}\nFrom: {sender[0]} <{sender[1]}>\n"
             f"To: {receiver[0]} <{receiver[1]}>\nSubject: {Header(subject, 'utf-8').encode()}\n"
             f"Message-ID: <{number:04d}.{int(time.timestamp())}@{sender[1].split('@')[1]}>\nMIME-Version: 1.0\n")
    if photo:
        encoded = base64.encodebytes(photo).decode("ascii")
        return (head + 'Content-Type: multipart/mixed; boundary="grense-7"\n\n--grense-7\n'
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                + quoted_printable(body) + '\n\n--grense-7\nContent-Type: image/jpeg; name="hus.jpg"\n'
                "Content-Transfer-Encoding: base64\nContent-Disposition: attachment; "
                "filename*=utf-8''hus%20ved%20%C3%A5en.jpg\n\n" + encoded + "--grense-7--\n")
    if number % 3 == 0:
        return (head + 'Content-Type: multipart/alternative; boundary="=_alt"\n\n--=_alt\n'
                "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                + _latin(body) + "\n\n--=_alt\nContent-Type: text/html; charset=utf-8\n"
                "Content-Transfer-Encoding: base64\n\n"
                + base64.encodebytes(("<p>" + body.replace("\n\n", "</p><p>") + "</p>").encode()).decode()
                + "--=_alt--\n")
    return (head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
            + quoted_printable(body) + "\n")


def _latin(text: str) -> str:
    import quopri
    return quopri.encodestring(text.encode("iso-8859-1", "replace")).decode("ascii")


def mbox_entry(time, message) -> str:
    body = "\n".join(">" + line if line.lstrip(">").startswith("From ") else line for line in message.split("\n"))
    return f"From {texts.MAIL_HIM} {time.strftime('%a %b %d %H:%M:%S %Y')}\n{body}\n"


def write(out, random, begin, order, end, local) -> None:
    from phone import small_jpeg
    times = sorted([begin + timedelta(days=3 + i * 3.4, hours=random.randrange(24), minutes=random.randrange(60))
                    for i in range(34)])
    times = [t.replace(second=random.randrange(60), microsecond=0) for t in times if t < order]
    times += [local("2025-07-11", "23:14:05"), local("2025-09-12", "05:40:51")]
    entries = []
    for number, time in enumerate(times, 1):
        photo = small_jpeg("huset") if number in (7, 19) else None
        entries.append((time, mail(random, number, time, photo=photo)))
    no = local("2025-01-19", "17:45:00")
    entries.append((no, mail(random, 90, no, out=True)))
    entries.sort(key=lambda e: e[0])
    (out / "Mailarkiv.mbox").write_text("".join(mbox_entry(t, m) for t, m in entries), encoding="utf-8")

    wrong = local("2025-03-27", "22:08:17")
    (out / "mails" / "forkert-dato.eml").write_text(
        mail(random, 91, wrong, wrong_date=local("2023-03-27", "22:08:17")), encoding="utf-8")
    for number, at in [(92, ("2025-06-27", "00:31:40")), (93, ("2025-02-21", "13:05:09")), (94, ("2025-04-11", "08:15:30"))]:
        time = local(*at)
        (out / "mails" / f"mail-{number}.eml").write_text(mail(random, number, time).replace("\n", "\r\n"),
                                                          encoding="utf-8", newline="")
    (out / "mails" / "kopi-fra-arkivet.eml").write_text(entries[4][1], encoding="utf-8")
