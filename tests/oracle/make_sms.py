#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a large export of SMS Backup & Restore, the same for the same seed: make_sms.py FILE [SMS] [MMS] [SEED].

With --attribute FILE BYTES instead: one MMS whose data attribute has about that many bytes.
"""
import base64
import random
import sys
from xml.sax.saxutils import quoteattr

WORDS = (
    "og i at det er en til som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da "
    "fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget ville jo "
    "deres efter ned skulle denne end dette mit også under have dig anden hende mine alt meget sit sine vor mod disse "
    "hvis din nogle hos blive mange ad bliver hendes været thi jer sådan tandlægen børnene klokken hjemme svar ring døren"
).split()


def sms(random_: random.Random, index: int) -> str:
    body = " ".join(random_.choices(WORDS, k=random_.randint(3, 30)))
    if index % 7 == 0:
        body += " 😀"
    number = "+45%08d" % random_.randint(20_000_000, 20_000_200)
    date = 1_600_000_000_000 + index * 311_000
    return (
        f'  <sms protocol="0" address="{number}" date="{date}" type="{1 + index % 2}" subject="null" body={quoteattr(body)} '
        f'toa="null" sc_toa="null" service_center="+4540590000" read="1" status="-1" locked="0" date_sent="{date - 1000}" '
        f'sub_id="1" readable_date="14.05.2023 21.30.45" contact_name="Kontakt {number[-3:]}" />\n'
    )


def mms(random_: random.Random, index: int) -> str:
    data = base64.b64encode(random_.randbytes(57_000)).decode()
    date = 1_600_000_000_000 + index * 311_000
    return (
        f'  <mms date="{date}" msg_box="1" m_type="132" sub="null" address="+4520000001" date_sent="{date // 1000}" '
        'contact_name="Bo">\n    <parts>\n      <part seq="-1" ct="application/smil" text="&lt;smil/&gt;" />\n'
        f'      <part seq="0" ct="image/jpeg" name="null" cl="IMG_{index}.jpg" text="null" data="{data}" />\n'
        '      <part seq="0" ct="text/plain" chset="106" text="Se her" />\n    </parts>\n    <addrs>\n'
        '      <addr address="+4520000001" type="137" charset="106" />\n    </addrs>\n  </mms>\n'
    )


def main() -> None:
    if sys.argv[1] == "--attribute":
        piece = base64.b64encode(random.Random(1).randbytes(3 << 20)).decode()
        with open(sys.argv[2], "w", encoding="utf-8") as out:
            out.write('<smses count="1"><mms date="1600000000000" msg_box="1" address="1"><parts>')
            out.write('<part seq="0" ct="video/mp4" cl="v.mp4" data="')
            for _ in range(int(sys.argv[3]) // len(piece)):
                out.write(piece)
            out.write('" /></parts></mms></smses>\n')
        return
    many, few, seed = (int(sys.argv[i]) if len(sys.argv) > i else value for i, value in ((2, 500_000), (3, 5_000), (4, 1)))
    random_ = random.Random(seed)
    every = max(1, many // max(1, few))
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n")
        out.write(f'<smses count="{many + (many - 1) // every + 1 if few else many}">\n')
        for index in range(many):
            out.write(sms(random_, index))
            if few and index % every == 0:
                out.write(mms(random_, index))
        out.write("</smses>\n")


if __name__ == "__main__":
    main()
