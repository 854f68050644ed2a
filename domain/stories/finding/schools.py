"""Schools by how they are named: with an article, a word for a school before or after it, or a saint."""

import re
from collections.abc import Iterator

from domain.stories.finding.functions import is_function, small_words_of_a_name
from domain.stories.finding.spans import Kind, Span
from domain.stories.finding.words import ordinary

CAPITAL = r"[A-ZÀ-Ý][\wà-ÿ'’-]+"
PART = r"[A-ZÀ-Ý][\wà-ÿ'’]+"  # without the dash: where parts may be joined by one, there is one way to read them
WORD = (
    r"(?:[Bb]asisschool|[Ss]chool|[Oo][Bb][Ss]|[Cc][Bb][Ss]|[Rr][Kk][Bb][Ss]|[Ii][Kk][Cc]|[Kk]indcentrum|[Cc]ollege"
    r"|[Ll]yceum|[Gg]ymnasium|[Kk]inderopvang|[Oo]pvang)"
)
ENDING = r"(?:[Cc]ollege|[Ll]yceum|[Gg]ymnasium|[Ss]cholengemeenschap|[Kk]indcentrum|[Pp]rimary)"
ARTICLE = r"(?:De|Het|['’]t|D['’])"
ONLY_A_SORT = (
    r"(?!(?:[Bb]asis|[Mm]iddel|[Tt]huis|[Mm]uziek|[Hh]oge|[Zz]wem|[Pp]raktijk|[Vv]oor|[Dd]room|[Nn]acht|[Ss]peciaal|"
    r"[Pp]euter|[Kk]leuter|[Vv]rije|[Mm]ontessori|[Dd]alton|[Jj]enaplan|[Bb]uurt|[Dd]orps|[Ss]tads|[Pp]rimary|[Hh]igh|[Tt]aal|"
    r"[Ss]tart|[Pp]arttime|[Dd]eeltijd|[Ss]chakel|[Ss]ki|[Rr]ij|[Dd]ans|[Zz]omer|[Zz]ondags|[Oo]ver|[Ss]bo|[Ww]eekend)[-]?(?:school|onderwijs))"
)
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{WORD}\s+(?:{ARTICLE}\s+)?{CAPITAL}(?:\s+(?:van\s+)?{CAPITAL})*",
        rf"\b(?!(?:De|Het|Een|Op|Dit|Dat|Ons|Mijn|Geen|The|My|Our)\s)(?:{PART}[\s-]+){{1,3}}{ENDING}\b",
        rf"\b{ONLY_A_SORT}[A-Z][a-zà-ÿ]{{2,}}(?:school|college|lyceum)\b",
        r"\b(?:[Ss]int|[Ss]t\.?)[\s-]+[A-ZÀ-Ý][\wà-ÿ]+(?:school)?",
    )
)
AFTER_ARTICLE = re.compile(
    rf"(?:(?<=[\w,;]\s)(?P<article>{ARTICLE})\s+|(?<=\s)(?P<small>['’]t)\s+)(?P<first>{CAPITAL})(?:\s+{CAPITAL})*"
)
JUST_BEFORE = 60
# Where capitals are not written at all, only after a word that asks for a name, or with two words before “school”.
SORTS = (
    "gewone|nieuwe|oude|andere|eerste|tweede|vorige|zelfde|beste|enige|middelbare|speciale|reguliere|echte|kleine|grote"
)
SMALL = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:basisschool|obs|cbs|rkbs|ikc|kindcentrum|college|lyceum)\s+((?:de|het|'t|t)\s+[a-zà-ÿ]{4,})(?=[\s.,!?;]|$)",
        r"\b(?:op|naar|van|bij)\s+(['’]t\s+(?!begin|eind|moment|plein|werk|laatst|inter|huis|rapport)[a-zà-ÿ]{4,})(?!\w)",
        rf"\b(?:op|naar|van|bij)\s+(?:de|het)\s+((?!{SORTS})[a-zà-ÿ]+\s+(?:[a-zà-ÿ]+\s+){{0,2}}[a-zà-ÿ]*"
        r"(?:school|college|lyceum))(?!\w)",
    )
)


def schools(text: str) -> Iterator[Span]:
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            if not _goes_on_below(match):
                yield Span(match.start(), match.end(), Kind.SCHOOL)
    for match in AFTER_ARTICLE.finditer(text):
        if (kind := _after_article(match)) is not None:
            yield Span(match.start(), match.end(), kind)
    for pattern in SMALL:
        for match in pattern.finditer(text):
            yield Span(match.start(1), match.end(1), Kind.SCHOOL)


def _goes_on_below(match: re.Match[str]) -> bool:
    """Whether what follows is the first word of the next line, with the capital of any sentence."""
    below = match[0].partition("\n")[2].split()
    return bool(below) and ordinary(below[0])


def _after_article(match: re.Match[str]) -> Kind | None:
    """A school, but for “meneer De Vries”, who is a person, and “De IB-er”, who has no name."""
    before = match.string[max(0, match.start() - JUST_BEFORE) : match.start()].split()
    if small_words_of_a_name((*before, match["article"] or match["small"])):
        return Kind.NAME
    return None if is_function(match["first"]) else Kind.SCHOOL
