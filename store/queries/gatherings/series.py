"""The series that a gathering is a date of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Event, Series
from store.states import EventState


@dataclass(frozen=True)
class SeriesDate:
    """`series_date` is the day that the rule gave; `starts_at` when it is now."""

    id: int
    series_date: date
    starts_at: datetime
    state: EventState


@dataclass(frozen=True)
class SeriesFacts:
    """The rule as plain data, whether closed days are left out, and every date in the order of the rule."""

    id: int
    rule: Mapping[str, Any]
    skips_holidays: bool
    dates: tuple[SeriesDate, ...]


def of_event(session: Session, event_id: int) -> SeriesFacts | None:
    """The series of a gathering, None for one that stands alone."""
    series = session.scalar(select(Series).join(Event, Event.series_id == Series.id).where(Event.id == event_id))
    if series is None:
        return None
    query = select(Event.id, Event.series_date, Event.starts_at, Event.state).where(Event.series_id == series.id)
    rows = session.execute(query.order_by(Event.series_date, Event.id))
    dates = (SeriesDate(number, day, at, state) for number, day, at, state in rows if day is not None)
    return SeriesFacts(series.id, series.rule, series.skips_holidays, tuple(dates))
