"""What a file with people names: topics, places, choices, each other. All of it must exist."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from i18n import _, lazy
from matching.people import Contact, Daypart, Moment, Place
from matching.people_file.fields import BadPeople
from matching.people_file.fields import Place as Where
from matching.people_file.form import WEEKDAYS
from matching.topics import around, graph_of

LIST_OF = {
    "sector": "sector",
    "sectors": "sector",
    "age_band": "age_band",
    "age_bands": "age_band",
    "languages": "language",
    "style": "style",
}
WHAT = {
    "topic": lazy("onderwerp"),
    "municipality": lazy("gemeente"),
    "sector": lazy("soort onderwijs"),
    "age_band": lazy("leeftijdsgroep"),
    "language": lazy("taal"),
    "style": lazy("soort hulp"),
    "contact_mode": lazy("manier van contact"),
    "moments": lazy("moment"),
    "parent": lazy("ouder"),
    "buddy": lazy("buddy"),
}
"""What can be named, in words."""


@dataclass(frozen=True)
class Known:
    """What a file may name without explaining it, and the day it is.

    `topics` gives the group of each, `lists` the choices for sector, age_band, language and style;
    `certificate_counts` says of the day on which a certificate was seen whether it still counts on another.
    """

    topics: Mapping[str, str | None]
    neighbours: Iterable[tuple[str, str]]
    municipalities: Mapping[str, Place]
    lists: Mapping[str, Iterable[str]]
    certificate_counts: Callable[[date, date], bool]
    today: date


class Named:
    """All that the rows of one file may name: what the file brings itself, else what is known without it."""

    def __init__(self, top: Mapping[str, Any], known: Known) -> None:
        self.today: date = top.get("date", known.today)
        self.certificate_counts = known.certificate_counts
        own = top.get("topics")
        groups = known.topics if own is None else _groups(own)
        neighbours = top.get("topic_neighbours", known.neighbours if own is None else ())
        if "topic_neighbours" in top:
            for index, pair in enumerate(neighbours):
                exist(pair, groups, ("topic_neighbours", index), "topic")
        self.topics, self.graph = groups, graph_of(groups, neighbours)
        self.places = _places(top["municipalities"]) if "municipalities" in top else known.municipalities
        self.lists = {name: {*listed, *top.get("lists", {}).get(name, ())} for name, listed in known.lists.items()}
        self.parents, self.buddies = _rows(top, "parents", self), _rows(top, "buddies", self)

    @cached_property
    def number(self) -> Mapping[str, Mapping[str, int]]:
        """A number for each id. They follow the ids, so that the order of the rows changes nothing."""
        rows = {"parents": self.parents, "buddies": self.buddies}
        return {name: {key: number for number, key in enumerate(sorted(found), 1)} for name, found in rows.items()}


@dataclass(frozen=True)
class Row:
    """One parent or buddy as the file has them, and where."""

    said: Mapping[str, Any]
    at: Where
    named: Named

    def topics(self, field: str) -> frozenset[str]:
        return self._several(field, self.named.topics, "topic")

    def near_topics(self) -> Mapping[str, Mapping[str, float]]:
        return around(self.named.graph, self.topics("topics"))

    def place(self) -> Place | None:
        found = self._one("municipality", self.named.places, "municipality")
        return self.named.places[found] if found else None

    def municipalities(self) -> frozenset[str]:
        return self._several("municipalities", self.named.places, "municipality")

    def choice(self, field: str) -> str | None:
        return self._one(field, self.named.lists[LIST_OF[field]], LIST_OF[field])

    def choices(self, field: str) -> frozenset[str]:
        return self._several(field, self.named.lists[LIST_OF[field]], LIST_OF[field])

    def people(self, field: str, kind: str) -> frozenset[int]:
        """The numbers of the `kind`, parents or buddies, in this field."""
        number = self.named.number[kind]
        one = "buddy" if kind == "buddies" else "parent"
        return frozenset(number[key] for key in self._several(field, number, one))

    def contact_modes(self) -> frozenset[Contact]:
        return frozenset(Contact(mode) for mode in self.said.get("contact_modes", ()))

    def moments(self) -> frozenset[Moment]:
        parts = [moment.split(" ") for moment in self.said.get("moments", ())]
        return frozenset((WEEKDAYS.index(weekday), Daypart(part)) for weekday, part in parts)

    def days_since(self, field: str) -> int | None:
        """None when the field is left out; raises `BadPeople` for a day to come."""
        if field not in self.said:
            return None
        days = (self.named.today - self.said[field]).days
        if days < 0:
            raise BadPeople((*self.at, field), _("deze dag is na {today}", today=self.named.today))
        return int(days)

    def _one(self, field: str, known: Container[str], what: str) -> str | None:
        found = self.said.get(field)
        if found is not None:
            exists(found, known, (*self.at, field), what)
        return found

    def _several(self, field: str, known: Container[str], what: str) -> frozenset[str]:
        found = self.said.get(field, ())
        exist(found, known, (*self.at, field), what)
        return frozenset(found)


def exist(found: Iterable[str], known: Container[str], at: Where, what: str) -> None:
    for index, one in enumerate(found):
        exists(one, known, (*at, index), what)


def exists(one: str, known: Container[str], at: Where, what: str) -> None:
    if one not in known:
        raise BadPeople(at, _("er is geen {what} “{name}”", what=WHAT[what], name=one))


def _rows(top: Mapping[str, Any], name: str, named: Named) -> dict[str, Row]:
    rows = [Row(said, (name, index), named) for index, said in enumerate(top[name])]
    return {str(row.said["id"]): row for row in sorted(_different(rows, "id"), key=lambda row: row.said["id"])}


def _different(rows: list[Row], field: str) -> list[Row]:
    seen: set[str] = set()
    for row in rows:
        if row.said[field] in seen:
            raise BadPeople((*row.at, field), _("“{name}” staat er twee keer", name=row.said[field]))
        seen.add(row.said[field])
    return rows


def _groups(topics: Iterable[Mapping[str, Any]]) -> dict[str, str | None]:
    groups: dict[str, str | None] = {}
    for index, one in enumerate(topics):
        if one["code"] in groups:
            raise BadPeople(("topics", index, "code"), _("“{name}” staat er twee keer", name=one["code"]))
        groups[one["code"]] = one.get("group")
    for index, one in enumerate(topics):
        if "group" in one:
            exists(one["group"], groups, ("topics", index, "group"), "topic")
    return groups


def _places(municipalities: Iterable[Mapping[str, Any]]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for index, one in enumerate(municipalities):
        if one["code"] in places:
            raise BadPeople(("municipalities", index, "code"), _("“{name}” staat er twee keer", name=one["code"]))
        places[one["code"]] = Place(one["code"], one["latitude"], one["longitude"])
    return places
