# SPDX-License-Identifier: GPL-3.0-or-later
"""What the invented people of the sample write. No real person, number or address."""

NAME_HIM = "Mikkel Holm"
NAME_HER = "Anna Lind"
PHONE_HIM = ["+4512345601", "12345602"]
PHONE_HER = "+4512345690"
MAIL_HIM = "mikkel.holm@example.com"
MAIL_HER = "anna.lind@example.org"

CALM = [
    "Hej. Kan vi ikke lige tale sammen?", "Er du hjemme i aften?", "Jeg tænkte på dig i dag.",
    "Du har stadig min blå jakke.", "Har du set mit opslag?", "Jeg ringer lige igen.",
    "Hvad laver du i weekenden?", "Jeg hørte, du har fået nyt arbejde. Tillykke.", "Godnat ❤️",
    "Undskyld for i går 🙏", "Jeg savner vores ture ved vandet.", "Kan du ikke bare tage telefonen?",
    "Jeg vil bare forklare mig.", "Din søster svarer heller ikke.", "Skriv, når du er hjemme.",
]
PRESSING = [
    "Hvorfor svarer du ikke?", "Jeg ved godt, du har læst den.", "Svar mig.", "SVAR MIG NU",
    "Du kan ikke bare lade være med at svare.", "Der var lys hos dig. Hvem er der?", "Tag nu telefonen 😡",
    "Jeg giver ikke op.", "Hvem er ham du var sammen med i fredags?", "Jeg kørte forbi. Din bil var der.",
    "Så kommer jeg selv forbi.", "Er det ham fra arbejdet?", "Du skylder mig et svar.",
    "Jeg bliver ved, til du svarer.", "Nu har jeg ringet 6 gange.", "Tror du, jeg er dum? 🙄",
    "Vi er ikke færdige.", "Jeg venter ved bussen.", "Hvorfor slukker du lyset?", "Du kunne i det mindste sige noget.",
    "Jeg har tænkt hele natten. Ring til mig, så vi kan tale ordentligt sammen som voksne mennesker. "
    "Jeg ved, hvornår du har fri, og jeg har god tid.",
    "Det er din skyld, at jeg er nødt til at skrive så meget.", "👀", "Ring.", "?", "???",
]
AFTER = [
    "Det papir ændrer ikke noget.", "Jeg må vel gerne skrive én gang.", "Nyt nummer. Det er mig.",
    "Du har misforstået det hele.", "Tillykke med fødselsdagen 🎂", "Jeg så dig ved stationen.",
    "Er du vågen?", "Jeg holder mig væk, hvis du svarer.",
]
ARABIC = "لماذا لا تجيبين؟ 🚗 أنا أنتظر أمام البيت"
CLEAR_NO = "Jeg ønsker ingen kontakt. Skriv og ring ikke til mig mere."

SUBJECTS = ["Vi skal tale sammen", "Undskyld", "Om jakken", "Læs det her", "Sidste gang", "Æblekagen, du glemte",
            "Hvad jeg mente", "Re: Vi skal tale sammen", "Til dig ❤️", "Du svarer ikke"]
PARAGRAPHS = [
    "Kære Anna\n\nJeg har skrevet og ringet, men du svarer ikke. Jeg synes, du skylder mig en forklaring.",
    "Jeg har lagt din post i et skab. Du kan hente den, når du ringer.",
    "Det var ikke meningen, at jeg skulle komme uanmeldt. Jeg ville bare se, om du var hjemme.",
    "Jeg kan se på dit opslag, at du har været på Øresund. Hvem var med?",
    "Hvis du bare svarer én gang, så lader jeg dig være.",
    "Jeg har talt med din chef om det. Han forstår mig godt.",
    "Du kan ikke blive ved med at gemme dig. Vi har stadig ting, vi skal have på plads: jakken, nøglen og pengene for turen.",
    "Hilsen Mikkel",
]
