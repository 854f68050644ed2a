"""Schools by how they are named: with an article, a word for a school before or after it, or a saint."""

import re
from collections.abc import Iterator

from domain.stories.finding.spans import Kind, Span

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
        rf"(?:(?<=[\w,;]\s){ARTICLE}\s+|(?<=\s)['’]t\s+){CAPITAL}(?:\s+{CAPITAL})*",
        rf"\b(?!(?:De|Het|Een|Op|Dit|Dat|Ons|Mijn|Geen|The|My|Our)\s)(?:{PART}[\s-]+){{1,3}}{ENDING}\b",
        rf"\b{ONLY_A_SORT}[A-Z][a-zà-ÿ]{{2,}}(?:school|college|lyceum)\b",
        r"\b(?:[Ss]int|[Ss]t\.?)[\s-]+[A-ZÀ-Ý][\wà-ÿ]+(?:school)?",
    )
)
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
            yield Span(match.start(), match.end(), Kind.SCHOOL)
    for pattern in SMALL:
        for match in pattern.finditer(text):
            yield Span(match.start(1), match.end(1), Kind.SCHOOL)
