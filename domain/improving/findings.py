"""What was published of a topic or group, as a signal keeps it: frozen, whatever is published later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import inf, isfinite
from typing import Any

from sqlalchemy.orm import Session

from domain.register import cells
from store.queries import choices
from store.queries.improving.quality import released_at
from trends.before_after import QUARTERS, SCHOOL_YEARS
from trends.disclosure import Protected, Sum
from trends.lattice import GROUP, TOPIC, Cell, Level
from trends.rises import Change, State, judge

RHYTHMS = {GROUP: QUARTERS, TOPIC: SCHOOL_YEARS}


@dataclass(frozen=True)
class Finding:
    """One period of a topic or group beside the same a year earlier, by published numbers, and when those came out."""

    code: str
    months: range
    change: Change
    released_at: datetime

    @property
    def says(self) -> State:
        return self.change.state


def of_period(session: Session, level: Level, period: int) -> tuple[Finding, ...]:
    """Every topic (`TOPIC`) or group (`GROUP`) of a published period that has one a year earlier too."""
    return _of_period(session, cells.published(session), level, period)


def newest(session: Session) -> dict[Level, int]:
    """The last period that is published of groups and of topics."""
    known = cells.published(session)
    found = {level: [cell.period for cell in known if cell.level == level.key] for level in (GROUP, TOPIC)}
    return {level: max(periods) for level, periods in found.items() if periods}


def of_topic(session: Session, code: str, months: range) -> tuple[Finding, ...]:
    """All that is published of a topic and its group, of the periods that touch these months, in order of time."""
    known = cells.published(session)
    group = {one.code: one.group_code for one in choices.topics(session, ended=True)}.get(code)
    wanted = [(TOPIC, code), (GROUP, group)] if group else [(GROUP, code)]
    found: list[Finding] = []
    for level, about in wanted:
        for period in sorted({cell.period for cell in known if cell.level == level.key}):
            of_it = RHYTHMS[level].months_of(period)
            if of_it.start < months.stop and months.start < of_it.stop:
                found += (one for one in _of_period(session, known, level, period) if one.code == about)
    return tuple(found)


def _of_period(session: Session, known: Mapping[Cell, Protected], level: Level, period: int) -> tuple[Finding, ...]:
    out, months = released_at(session, level.key, period), RHYTHMS[level].months_of(period)
    changes = judge(cells.beside_year_earlier(known, level, period)) if out else {}
    return tuple(Finding(code, months, change, out) for code, change in changes.items() if out)


def as_data(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """As it is stored: plain values, an infinite bound as nothing."""
    return [
        {
            "code": one.code,
            "months": [one.months.start, one.months.stop],
            "before": _sum_as_data(one.change.before),
            "recent": _sum_as_data(one.change.recent),
            "ratio": one.change.ratio,
            "low": one.change.low,
            "high": one.change.high if isfinite(one.change.high) else None,
            "p": one.change.p,
            "q": one.change.q,
            "state": one.change.state.value,
            "released_at": one.released_at.isoformat(),
        }
        for one in found
    ]


def from_data(stored: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Back from what `as_data` made."""
    return tuple(
        Finding(one["code"], range(*one["months"]), _change(one), datetime.fromisoformat(one["released_at"]))
        for one in stored
    )


def _sum_as_data(one: Sum) -> list[int]:
    return [one.low, one.high, one.shown, one.hidden]


def _change(one: Mapping[str, Any]) -> Change:
    return Change(
        before=Sum(*one["before"]),
        recent=Sum(*one["recent"]),
        ratio=one["ratio"],
        low=one["low"],
        high=inf if one["high"] is None else one["high"],
        p=one["p"],
        q=one["q"],
        state=State(one["state"]),
    )
