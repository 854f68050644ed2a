"""What in a note looks like personal data: to warn of while somebody types, never to refuse.

The patterns mean the same in Python and in a browser, where they are tried while somebody types. They look for the few
signs that a name or number gives away, so they miss much and are sometimes wrong.
"""

import re
from collections.abc import Mapping

from i18n import lazy

NAME = r"(?:(?:van|de|der|den|het|ten|ter|el|al|'t)\s+)*[A-ZÀ-Ý][a-zà-ÿ]+"
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"

SIGNS: Mapping[str, tuple[lazy, str]] = {
    "mail": (lazy("een e-mailadres"), r"[^\s@()<>\"“”„,;:]{1,64}@[^\s@]{1,255}\.[^\s@.]{0,63}\w"),
    "phone": (lazy("een telefoonnummer"), r"(?:^|[^\d+])(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){8}(?!\d)"),
    "citizen_number": (lazy("een nummer als een BSN"), r"(?:^|\D)(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3})(?!\d)"),
    "address": (
        lazy("een adres"),
        r"(?:^|\D)[1-9]\d{3}\s?(?:[A-Z]{2}(?![A-Za-z])|[a-z]{2}\s?\d{1,3}(?!\d))"
        r"|[A-Z][a-z]+(?:straat|laan|weg|plein|hof|kade|gracht|singel|dijk|pad)\s+\d{1,4}",
    ),
    "birth_date": (
        lazy("een geboortedatum"),
        r"(?:^|\D)\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}(?!\d)"
        rf"|(?:^|\D)\d{{1,2}}\s+(?:{MONTHS})\s+(?:19|20)\d{{2}}|[Gg]eboren\s+(?:op|in)\s+\d",
    ),
    "name": (
        lazy("een naam"),
        r"(?:^|[^A-Za-z])(?:[Mm]eneer|[Mm]evrouw|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Jj]uf|[Jj]uffrouw|[Mm]eester|[Ff]amilie"
        rf"|[Hh]eet|[Gg]enaamd|[Zz]oon|[Dd]ochter|[Bb]roer|[Zz]us|[Ll]eerling)\s+{NAME}",
    ),
    "school": (
        lazy("de naam van een school"),
        rf"(?:^|[^A-Za-z])(?:[Bb]asisschool|[Ss]chool|[Cc]ollege|[Ll]yceum|[Gg]ymnasium)\s+{NAME}"
        r"|[A-Z][a-z]+(?:\s+|-)(?:[Cc]ollege|[Ll]yceum|[Ss]cholengemeenschap)"
        r"|(?:^|[^A-Za-z])(?!Basis|Middel|Thuis|Muziek|Hoge)[A-Z][a-z]{2,}(?:school|college|lyceum)(?![a-z])",
    ),
}


def signs(text: str) -> tuple[str, ...]:
    """The keys of everything in the text that looks like personal data."""
    return tuple(key for key, (_words, pattern) in SIGNS.items() if re.search(pattern, text))
