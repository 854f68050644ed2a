"""What policy staff asked, and every ratio, rate and lift of the answer as it follows from published cells alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from store.queries import choices
from store.queries.numbers import pupils
from store.sessions import Session
from tests.flows.recomputed import NOTHING, Address, Cells, Range, added, cells_of, per_thousand, ratio, said, shrunk

QUARTERS, MONTHS, AUGUST = 4, 12, 7
HIDDEN = "–"


@dataclass(frozen=True)
class Known:
    """What is published and how it is called: the codes of topics and groups by name, the group of each topic."""

    cells: Cells
    codes: Mapping[str, str]
    group_of: Mapping[str, str]
    places: Mapping[str, str]
    pupils: Mapping[str, int]


def known(session: Session, year: int) -> Known:
    topics = choices.topics(session)
    codes = {name: code for code, name in choices.topic_groups(session).items()} | {
        one.name: one.code for one in topics
    }
    places = {one.name: one.code for one in choices.municipalities(session)}
    many = pupils.known_for(session, year).pupils
    return Known(cells_of(session), codes, {one.code: one.group_code for one in topics}, places, many)


@dataclass(frozen=True)
class Asked:
    """A school year, groups of topics (all when empty) and how many years earlier stand beside it."""

    query: str
    year: int
    groups: str = ""
    back: tuple[int, ...] = (1,)

    def now(self, of: Known, code: str) -> Range:
        return added(of.cells, self._addresses(of, code, 0))

    def before(self, of: Known, code: str) -> Range:
        return added(of.cells, [one for years in self.back for one in self._addresses(of, code, years)])

    def _addresses(self, of: Known, code: str, back: int) -> list[Address]:
        """Of a topic or group the whole school year once that is published, else the quarters so far."""
        if code in of.group_of:
            return [("topic", self.year - back, of.group_of[code], code, "", "")]
        if ("group_year", self.year, code, "", "", "") in of.cells:
            return [("group_year", self.year - back, code, "", "", "")]
        so_far = (quarter for quarter in range(self.year * QUARTERS, self.year * QUARTERS + QUARTERS))
        known = [quarter for quarter in so_far if ("group", quarter, code, "", "", "") in of.cells]
        return [("group", quarter - QUARTERS * back, code, "", "", "") for quarter in known]


def difference(asked: Asked, of: Known, name: str) -> str:
    code = of.codes[name]
    found = ratio(asked.now(of, code), asked.before(of, code), len(asked.back))
    if found is None:
        return HIDDEN
    middle, low, high = (said(one) for one in found)
    return f"{middle} keer zo veel, tussen {low} en {high}"


def rate(asked: Asked, of: Known, name: str) -> str:
    count = asked.now(of, of.codes[name])
    found = per_thousand(count, sum(of.pupils.values()))
    value, low, high = (said(one, 1 if one >= 1 else 2) for one in found)
    return f"{value} ({low} tot {high})" if count.shown else HIDDEN


def with_parts(asked: Asked, of: Cells) -> Asked:
    """The parts of a school year come out once it has ended; until then those of the last one are shown."""
    years = {year for level, year, *_ in of if level == "group_year" and year <= asked.year}
    return replace(asked, year=max(years))


def lift(asked: Asked, of: Known, name: str) -> str:
    """How many times as often together as by chance."""
    first = asked.year * MONTHS + AUGUST
    everything = added(of.cells, [("all", month, "", "", "", "") for month in range(first, first + MONTHS)])
    one, other = _pair(of, name)
    both = of.cells["pair", asked.year, min(one, other), "", "", max(one, other)]
    return said(both.shown * everything.shown / (asked.now(of, one).shown * asked.now(of, other).shown))


def _pair(of: Known, name: str) -> tuple[str, str]:
    groups = [one for one in of.codes if of.codes[one] not in of.group_of]
    return next((of.codes[a], of.codes[b]) for a in groups for b in groups if name == f"{a} en {b}")


def busy(asked: Asked, of: Known, name: str, quarters: int) -> list[str]:
    """Each quarter beside the mean of those of its group that show something."""
    code = of.codes[name]
    last = max(
        q for level, q, group, *_ in of.cells if (level, group) == ("group", code) and q // QUARTERS <= asked.year
    )
    shown = [of.cells["group", q, code, "", "", ""].shown for q in range(last - quarters + 1, last + 1)]
    some = [one for one in shown if one]
    mean = sum(some) / len(some) if len(some) > 1 else 0
    return [f"{said(one / mean)}×" if one and mean else HIDDEN for one in shown]


def rates_by_place(asked: Asked, of: Known) -> dict[str, str]:
    """By name, with all chosen groups together: drawn to the region, or the bounds of what is partly hidden."""
    counts = by_place(asked, of)
    whole = [name for name, (_count, hidden) in counts.items() if not hidden]
    rates = shrunk([counts[name][0].shown for name in whole], [of.pupils[of.places[name]] for name in whole])
    found = {name: f"{rate:.1f}".replace(".", ",") for name, rate in zip(whole, rates, strict=True)}
    for name, (count, hidden) in counts.items():
        ends = (1000 * end / of.pupils[of.places[name]] for end in (count.low, count.high))
        found |= {name: "–".join(f"{end:.1f}" for end in ends).replace(".", ",")} if hidden else {}
    return found


def by_place(asked: Asked, of: Known) -> dict[str, tuple[Range, bool]]:
    """Each municipality that shows a number, and whether some of what is added up is hidden."""
    groups = asked.groups or sorted({*of.codes.values()} - {*of.group_of})
    found = {}
    for name, code in of.places.items():
        parts = [of.cells["place", asked.year, group, "", code, ""] for group in groups]
        found[name] = sum(parts, NOTHING), not all(part.shown for part in parts)
    return {name: one for name, one in found.items() if one[0].shown}
