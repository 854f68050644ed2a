"""Which numbers may stand where policy staff look, besides the rounded ones; each known by where it stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.flows.told import Told
from trends.disclosure import STEP

MONTHS = "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
SHORT = "(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
YEAR, NUMBER = r"20\d\d", r"-?\d+(?:[.,]\d+)?"
ANY = ""


@dataclass(frozen=True)
class Kind:
    """A number of a kind is known by the words around it, in any column or in those that `where` names."""

    name: str
    known_by: str
    where: str = ANY


BELOW = "|".join(str(most + 1) for most in range(400) if any((most - 9 * n) % 4 == 0 for n in range(most // 9 + 1)))
"""One more than the most that hidden numbers can be together: each up to 4, or up to 9."""
RATIO, SHARE = r"\d+(?:,\d)?", r"\d+(?:,\d\d?)?"
KINDS = (
    Kind("school year", rf"{YEAR}–{YEAR}"),
    Kind("date", rf"\d\d? {MONTHS} {YEAR}|^{YEAR}-\d\d-\d\d$"),
    Kind("month", rf"(?i:{MONTHS}) {YEAR}|{SHORT}(?:–{SHORT})? (?:{YEAR}|\d\d)\b"),
    Kind("address", r"^\??[a-z]+=\S*$"),
    Kind("age", r"\d+ tot \d+ jaar|Ouder dan 18|\(4 jaar\)"),
    Kind("in the name of a topic", r"langer dan 4 weken"),
    Kind("threshold", rf"(?:[Mm]inder dan|<|&lt;) (?:{BELOW})\b"),
    Kind("sum with hidden parts", r"^\d+–\d+$", "^text$"),
    Kind("interval of a count", r"^\d+–\d+$", "^Waarschijnlijk tussen$"),
    Kind("interval of a count", rf"{RATIO}", "^array"),
    Kind("interval of a count", r"(?<=^ongeveer )\d*[05]\n\d+–\d+$", "^paper$"),
    Kind("ratio", rf"{RATIO} keer zo veel, (?:tussen {RATIO} en {RATIO}|zeker meer dan {RATIO})"),
    Kind("ratio", rf"factor {RATIO} \(waarschijnlijk (?:tussen {RATIO} en {RATIO}|meer dan {RATIO})\)"),
    Kind("ratio", rf"(?<=\(){RATIO}(?= keer\))|^{RATIO}×$"),
    Kind("ratio", rf"^{RATIO}$", "^Factor$|^Keer zo vaak als bij toeval$"),
    Kind("ratio", rf"^{RATIO}–{RATIO}$", "^Waarschijnlijk tussen$"),
    Kind("ratio", r"^\d+(\.\d+)?$", "^z$"),
    Kind("ratio", rf"^{RATIO}\n(?=[\d–]*,){RATIO}–{RATIO}$", "^paper$"),
    Kind("rate", rf"^{SHARE}(?:–{SHARE}| \({SHARE} tot {SHARE}\))?$", "^Per 1.000 leerlingen$"),
    Kind("rate", r"(?<=<br>)\d+,\d(?:–\d+,\d)?$", "^text$"),
    Kind("pupils", r"^[\d.]+$", "^Leerlingen$"),
    Kind("pupils", r"(?<=gingen )[\d.]+(?= leerlingen naar school)"),
    Kind("how many lines", r"\d+ (?:groepen van )?onderwerpen|\d+ kleine grafieken|\d+ stromen"),
    Kind("how many lines", r"(?:[Dd]e andere|Er zijn nog|Over) \d+(?: andere| kleinere| kan|$)"),
    Kind("how many lines", r"Van \d+ (?:gemeenten|groepen)"),
    Kind("how many lines", r"^\d+$|^en misschien \d+$", "^(?:Stijgt|Daalt)$"),
    Kind("how many lines", r"^\d+ rapporten$"),
    Kind("how many lines", r"^\d+ paren thema's komen vaak samen$"),
    Kind("how many lines", r"(?<=^Er zijn )\d+(?= bladen, elk over een thema)"),
    Kind("which one", r"(?<=, blad )\d+ van \d+$"),
    Kind("which one", r"^\d+", "^sheet$"),
    Kind("which one", r"\d+", "^mark$"),
    Kind("which one", r"^1$", "^data$"),
    Kind("which one", r"^[A-H]\d$", "^topics$"),
    Kind("when", r"^20\d\d-\d\d-\d\dT[\d:+]+$"),
    Kind("which one", r"Pagina \d+ van \d+", "^paper$"),
    Kind("in the words about a method", r"“2 keer”|4 van de 5|Ligt 1 tussen|naar 1 toe|1 is gewoon, 2 is twee keer"),
    Kind("how it is written", r"%{[^}]*}"),
    Kind("literature", r"\b(?:1[89]|20)\d\d\)|[A-Za-z.] \d+\.$"),
)


def unknown(told: Iterable[Told]) -> list[str]:
    """The numbers of no kind that are no multiple of 5, with the text around each."""
    return [f"{one.where}: {around}" for one in told for around in _strange(one)]


def _strange(one: Told) -> list[str]:
    rest = one.text
    for kind in KINDS:
        if re.search(kind.where, one.where):
            rest = re.sub(kind.known_by, "…", rest, flags=re.MULTILINE)
    found = re.finditer(r"\d[\d.,]*", rest)
    return [rest[max(0, each.start() - 40) : each.end() + 40] for each in found if not _rounded(each[0])]


def _rounded(number: str) -> bool:
    whole = number.rstrip(".,").removesuffix(".0")
    return whole.replace(".", "").isdigit() and int(whole.replace(".", "")) % STEP == 0
