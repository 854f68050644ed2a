"""What has a form of its own: mail, links, phones, numbers, addresses, dates, ages."""

import re
from collections.abc import Iterator

from domain.register.personal import MONTHS, SIGNS
from domain.stories.finding.spans import Kind, Span

SHORT_MONTHS = "jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec"
ENGLISH_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
ANY_MONTH = rf"(?:{MONTHS}|{ENGLISH_MONTHS}|(?:{SHORT_MONTHS})\.?)"
STREET = r"(?:straat|str\.|laan|weg|plein|hof|kade|gracht|singel|dijk|pad|steeg|park|street|road)"
COUNTED = (
    "drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien"
    "|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
)
CAPITAL = r"[A-ZÀ-Ý][\wà-ÿ'’.-]+"
NO_AGE = r"(?!\s+(?:lang|geleden|later|ago|thuis|long|op\b|wacht))"
YEARS = rf"(?:\d{{1,2}}|{COUNTED})(?:\s?½|,5|\.5|\s+en een half|\s+and a half)?"
OF_AGE = rf"{YEARS}[\s-]?(?:jaar|jr|years?)\b{NO_AGE}"
# A note to oneself has the same signs: here each says what it stands for instead of what to warn of.
SHARED = {
    "mail": Kind.MAIL, "phone": Kind.PHONE, "citizen_number": Kind.NUMBER, "address": Kind.ADDRESS,
    "birth_date": Kind.DATE,
}  # fmt: skip
OWN = (
    (Kind.LINK, r"(?:https?://|www\.)\S+[\w/]"),
    (Kind.LINK, r"\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu|net|be|info)\b(?:/\S*\w)?"),
    (Kind.LINK, r"(?<![\w@.])@[A-Za-z]\w+(?:\.\w+)*"),
    (Kind.MAIL, r"\b[\w.+-]+\s?(?:\(at\)|\[at\]|\bat\b)\s?[\w-]+\s?(?:\.|\(dot\)|\bpunt\b)\s?(?:nl|com|org)\b"),
    (Kind.PHONE, r"(?<![\d+])(?:\+\d{2}|00\d{2}|0)[\s./()-]{0,3}(?:\d[\s./()-]{0,2}){7,9}\d(?!\d)"),
    (Kind.PHONE, r"(?<!\d)06[\s-]?\d{7,9}(?!\d)"),
    (Kind.NUMBER, r"(?<!\d)\d{7,12}(?!\d)"),
    (Kind.ADDRESS, rf"\b(?:{CAPITAL}\s+){{0,3}}[\wÀ-ÿ'’-]*{STREET}\s+(?:nr\.?\s*)?\d{{1,4}}(?:\s?[a-zA-Z])?\b"),
    (Kind.ADDRESS, r"\b(?:[Ll]aan|[Ww]eg|[Pp]lein|[Hh]of)\s+(?:van|der|de)\s+(?:\w+\s+){0,2}[A-Z]\w+\s+\d{1,4}\b"),
    (Kind.ADDRESS, r"\b[1-9]\d{3}\s?(?!en\b|of\b|de\b|op\b|is\b|in\b|na\b)[A-Za-z]{2}\b"),
    (Kind.DATE, r"(?<![\d-])\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}(?![\d-])"),
    (Kind.DATE, r"(?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\d-])"),
    (Kind.DATE, rf"\b\d{{1,2}}(?:e|de|ste|st|nd|rd|th)?\s+(?:of\s+)?{ANY_MONTH}(?:\s+'?\d{{2,4}})?(?!\w)"),
    (Kind.DATE, rf"\b(?:{ENGLISH_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d{{2}})?\b"),
    (Kind.DATE, r"\b(?:geboren|born)\s+(?:op|in|on)\s+(?:\w+\s+)?(?:19|20)\d{2}\b"),
    (Kind.AGE, rf"\b{YEARS}[\s-]?(?:jaar|jr\.?|years?)[\s-](?:oud|oude|old)\b"),
    (Kind.AGE, rf"(?<=\bvan ){OF_AGE}"), (Kind.AGE, rf"(?<=\bis ){OF_AGE}"), (Kind.AGE, rf"(?<=\bwas ){OF_AGE}"),
    (Kind.AGE, rf"(?<=\bben ){OF_AGE}"), (Kind.AGE, rf"(?<=\bal )(?:[89]|1\d)\s?jaar\b{NO_AGE}"),
    (Kind.AGE, rf"(?<=[(,]){OF_AGE}"), (Kind.AGE, rf"(?<=, ){OF_AGE}"),
    (Kind.AGE, rf"(?:(?<=\bvan )|(?<=\bwas ))(?:\d{{1,2}}|{COUNTED})(?=[.,;!?)]|\s+en\b|$)"),
    (Kind.AGE, rf"(?:(?<=\bis )|(?<=\bben ))(?:\d{{1,2}}|{COUNTED})(?=[.,;!?)]|\s+en\b|$)"),
    (Kind.AGE, r"\b(?:\d{1,2}|" + COUNTED + r")[\s-]?jarige?\b"),
)  # fmt: skip
COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE if kind is not Kind.ADDRESS else 0)) for kind, pattern in OWN)
AS_IN_NOTES = tuple((kind, re.compile(SIGNS[key][1])) for key, kind in SHARED.items())
BEFORE = re.compile(r"^[^\w+]+")


def numbers(text: str) -> Iterator[Span]:
    for kind, pattern in COMPILED:
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), kind)
    for kind, pattern in AS_IN_NOTES:
        for match in pattern.finditer(text):
            yield _without_what_stood_before(match, kind)


def _without_what_stood_before(match: re.Match[str], kind: Kind) -> Span:
    """The signs of a note look at the letter before, because a browser can't look back."""
    before = BEFORE.match(match[0])
    return Span(match.start() + (before.end() if before else 0), match.end(), kind)
