"""The names that cells may use: those of the product, or those that the workbook brings on sheets of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.content.standard import Label, standard
from domain.importing.columns import WORDS as OTHER_WORDS
from domain.importing.names import Names
from domain.importing.sheets import plain
from domain.people_workbook.cells import Meaning
from domain.people_workbook.columns import WORDS
from i18n import speaking
from matching.people import Daypart
from matching.people_file.form import WEEKDAYS
from matching.rules import RULES

LISTS = ("sector", "age_band", "language", "style", "contact_mode")
DAYS: Mapping[str, tuple[str, ...]] = {
    **{day: (day,) for day in WEEKDAYS},
    "weekdays": WEEKDAYS[:5],
    "weekend": WEEKDAYS[5:],
    "all": WEEKDAYS,
}
SPREAD = "load_weight"


def meaning(
    topics: Mapping[str, str] | None, municipalities: Mapping[str, str] | None, lists: Mapping[str, Iterable[str]]
) -> Meaning:
    """`topics` and `municipalities` give names by code, None for those of the product; `lists` adds choices."""
    found = standard()
    names = {
        "topic": _topics(topics if topics is not None else {code: one.dutch for code, one in found.topics.items()}),
        "municipality": _municipalities(found.municipalities if municipalities is None else municipalities),
        "moments": Names({key: key for key in MOMENTS}, _words_of_moments()),
        **{name: _terms(name, lists.get(name, ())) for name in LISTS},
    }
    return Meaning(names, MOMENTS)


def rules() -> Names:
    """What a row of the sheet with rules can be about: the rules, and the spread of the work."""
    with speaking("en"):
        english = {one.key: (str(one.label),) for one in RULES}
    labels = {one.key: one.label.text for one in RULES}
    words = WORDS["words"]["load"]["words"]
    return Names({**labels, SPREAD: words[0]}, {**english, SPREAD: words})


def own_municipality(row: Mapping[str, Any]) -> dict[str, Any]:
    """A municipality as a workbook has it, filled up with what the product knows of one with this name."""
    found = standard()
    code = next((code for code, name in found.municipalities.items() if plain(name) == plain(row["name"])), None)
    place = found.places.get(row.get("code", code or ""))
    known = {"latitude": place.latitude, "longitude": place.longitude} if place else {}
    return {"code": code or row["name"], **known, **row}


def new_choices(name: str, cells: Iterable[str]) -> list[str]:
    """Those of the cells that the product does not know as a choice of this list, once each."""
    known = _terms(name, ())
    unknown = {plain(cell): cell for cell in reversed(list(cells)) if known.exactly(cell) is None}
    return sorted(unknown.values())


def _terms(name: str, more: Iterable[str]) -> Names:
    terms: Mapping[str, Label] = standard().terms[name]
    labels = {**{one: one for one in more}, **{key: label.dutch for key, label in terms.items()}}
    words = OTHER_WORDS["words"].get(name, {})
    return Names(labels, {key: (label.english, *words.get(key, ())) for key, label in terms.items()})


def _topics(names: Mapping[str, str]) -> Names:
    """Other words and English count for a topic that is still called as in the product."""
    same = {code: one for code, one in standard().topics.items() if names.get(code) in (one.dutch, one.english)}
    words = OTHER_WORDS["words"]["topic"]
    return Names(names, {code: (one.dutch, one.english, *words.get(code, ())) for code, one in same.items()})


def _municipalities(names: Mapping[str, str]) -> Names:
    words, villages = OTHER_WORDS["words"]["municipality"], standard().villages
    others: dict[str, Any] = {code: (*words.get(code, ()), *villages.get(code, ())) for code in names}
    return Names(names, others)


def _moments() -> dict[str, tuple[str, ...]]:
    whole = {day: tuple(f"{one} {part}" for one in days for part in Daypart) for day, days in DAYS.items()}
    parts = {f"{day} {part}": tuple(f"{one} {part}" for one in days) for day, days in DAYS.items() for part in Daypart}
    return {**whole, **parts}


def _words_of_moments() -> dict[str, tuple[str, ...]]:
    """`dinsdagavond`, `di avond`, `'s avonds`: a day and a part in any of their words, joined or apart."""
    days: Mapping[str, list[str]] = {**WORDS["words"]["weekday"], **WORDS["words"]["days"]}
    parts: Mapping[str, list[str]] = WORDS["words"]["part"]
    found: dict[str, tuple[str, ...]] = {day: tuple(words) for day, words in days.items()}
    for part, own in parts.items():
        for day, words in days.items():
            pairs = [(one, other) for one in (day, *words) for other in (part, *own)]
            joined = (text for one, other in pairs for text in (f"{one} {other}", f"{one}{other}"))
            alone = (part, *own) if day == "all" else ()
            found[f"{day} {part}"] = (*joined, *alone)
    return found


MOMENTS = _moments()
