"""Days without gatherings: public holidays, school holidays, and days on which the support point is closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import setup_only
from domain.gatherings.events import CHANGEABLE
from domain.local_time import instant
from domain.refused import Refused
from i18n import language
from store.models import Closure, Municipality
from store.queries.gatherings import calendar, closures
from store.queries.gatherings.events import EventFacts

LONGEST = 366
SURE = 2026  # a year whose school holidays are known, from where later ones are looked for
LANGUAGES = {"nl": "nl", "en": "en_US"}


class Why(StrEnum):
    PUBLIC = "public"
    SCHOOL = "school"
    OWN = "own"


@dataclass(frozen=True)
class ClosedDay:
    """Why a day is closed, and what that is called in the reader's language."""

    why: Why
    name: str


def closed_days(session: Session, municipality_code: str, days: Iterable[date]) -> dict[date, ClosedDay]:
    """Those of `days` that are closed in a municipality, in order; one's own closure goes before a holiday."""
    wanted = sorted(set(days))
    place = session.get(Municipality, municipality_code)
    if not wanted or place is None:
        return {}
    own = closures.between(session, wanted[0], wanted[-1])
    found = {}
    for one in wanted:
        name = next((row.name for row in own if row.first_day <= one <= row.last_day), None)
        closed = ClosedDay(Why.OWN, name) if name else holiday(place.holiday_region, one)
        if closed:
            found[one] = closed
    return found


def holiday(region: str, day: date) -> ClosedDay | None:
    """The public holiday on a day, else the school holiday of `region` (Noord, Midden or Zuid)."""
    spoken = LANGUAGES.get(language(), "nl")
    for why in (Why.PUBLIC, Why.SCHOOL):
        name = _named(region, why, spoken, day.year).get(day)
        if name:
            return ClosedDay(why, name)
    return None


def school_holidays_known_until(session: Session, municipality_code: str) -> date | None:
    """The last day of which it is known whether it is a school holiday there; None for no municipality of ours.

    The ministry sets school holidays some years ahead, and a later year is added with a new version of the product.
    """
    place = session.get(Municipality, municipality_code)
    return _last_known(place.holiday_region) if place else None


def still_planned(session: Session, first: date, last: date, *, now: datetime) -> tuple[EventFacts, ...]:
    """The gatherings that begin on the days from `first` to `last`, both included, and could still be called off."""
    start, end = (instant(one, time()) for one in (first, last + timedelta(days=1)))
    found = calendar.between(session, start, end)
    return tuple(one for one in found if one.state in CHANGEABLE and one.ends_at > now)


def add(session: Session, name: str, first_day: date, last_day: date, *, by: Actor, now: datetime) -> int:
    """Close the support point on the days from the first to the last, both included. Returns its id."""
    setup_only(by)
    said = " ".join(name.split())[:80]
    if not said:
        raise Refused("closure.name_needed", field="name")
    if last_day < first_day:
        raise Refused("closure.backwards", field="last_day")
    if (last_day - first_day).days >= LONGEST:
        raise Refused("closure.too_long", field="last_day", most=LONGEST)
    row = Closure(name=said, first_day=first_day, last_day=last_day)
    session.add(row)
    session.flush()
    days = {"first": first_day.isoformat(), "last": last_day.isoformat()}
    journal.record(session, "closure.added", ("closure", row.id), by=by, now=now, **days)
    return row.id


def remove(session: Session, closure_id: int, *, by: Actor, now: datetime) -> None:
    """Open again on these days. Twice is harmless."""
    setup_only(by)
    row = session.get(Closure, closure_id)
    if row is None:
        return
    days = {"first": row.first_day.isoformat(), "last": row.last_day.isoformat()}
    session.delete(row)
    journal.record(session, "closure.removed", ("closure", closure_id), by=by, now=now, **days)


@lru_cache(maxsize=256)
def _named(region: str, why: Why, spoken: str, year: int) -> Mapping[date, str]:
    return dict(holidays.country_holidays("NL", subdiv=region, categories=(why.value,), language=spoken, years=year))


@lru_cache(maxsize=8)
def _last_known(region: str) -> date:
    year = SURE
    while _named(region, Why.SCHOOL, "nl", year + 1):
        year += 1
    return date(year, 12, 31)
