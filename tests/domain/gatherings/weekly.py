"""Gatherings that repeat each week: made, changed and looked at."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.gatherings import series
from domain.gatherings.event_plans import EventPlan
from domain.gatherings.recurrence import Rule
from domain.local_time import instant
from store.models import Event, JournalLine
from tests import make
from tests.make import COORDINATOR

TUESDAY = date(2026, 12, 1)


def evening(day: date = TUESDAY, **facts: Any) -> EventPlan:
    """A café from half past seven to half past nine."""
    begins, ends = instant(day, time(19, 30)), instant(day, time(21, 30))
    return make.event_plan(now=begins, **{"starts_at": begins, "ends_at": ends, **facts})


def weekly(session: Session, now: datetime, count: int = 4, *, skips: bool = False, **facts: Any) -> tuple[int, ...]:
    rule = Rule(TUESDAY, count=count)
    return series.add(session, evening(**facts), rule, skips_closed=skips, by=COORDINATOR, now=now)


def rows(session: Session) -> list[Event]:
    return list(session.scalars(select(Event).order_by(Event.series_date)))


def told(session: Session, kind: str) -> list[int]:
    query = select(JournalLine.subject_id).where(JournalLine.kind == kind).order_by(JournalLine.id)
    return list(session.scalars(query))
