"""How it stands with matches that run: what asks for the coordinator, and what is asked next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain import time_limits
from domain.care import check_in_answers
from store.queries.buddying import appointments, check_ins, matches
from store.queries.buddying.appointments import Meeting
from store.queries.buddying.check_ins import CheckInRow
from store.queries.buddying.matches import MatchRow
from store.states import AppointmentState, MatchState


@dataclass(frozen=True)
class Standing:
    """One match with everything that the list shows.

    `contact_by` is until when the first contact is in time, None once it was; `silent` is since when nobody noted a
    conversation, None while that is in order; `said` are the answers that nobody took up yet.
    """

    match: MatchRow
    meetings: tuple[Meeting, ...]
    contact_by: datetime | None
    silent: datetime | None
    said: tuple[CheckInRow, ...]
    next: CheckInRow | None

    def is_in_order(self, now: datetime) -> bool:
        late = self.contact_by is not None and self.contact_by < now
        return not (late or self.silent or self.said or self.match.help_asked_at)


def of_running(session: Session, *, now: datetime) -> tuple[Standing, ...]:
    """Every match that runs: what needs a call first, then the oldest."""
    rows = matches.listed(session, MatchState.RUNNING)
    found = _with(session, rows, now)
    return tuple(sorted(found, key=lambda one: (one.is_in_order(now), one.match.started_at, one.match.id)))


def of_one(session: Session, match_id: int, *, now: datetime) -> Standing | None:
    """One match, whether it runs or has ended."""
    return next(iter(_with(session, matches.by_id(session, match_id), now)), None)


def _with(session: Session, rows: Sequence[MatchRow], now: datetime) -> list[Standing]:
    limits = time_limits.load(session)
    met, coming = appointments.of_matches(session, [row.id for row in rows]), check_ins.coming(session)
    said: dict[int, list[CheckInRow]] = {}
    for one in check_in_answers.to_take_up(session):
        said.setdefault(one.match_id, []).append(one)
    return [
        Standing(
            match=row,
            meetings=met[row.id],
            contact_by=_contact_by(row, limits.first_contact),
            silent=_silent(row, met, limits.silence, now),
            said=tuple(said.get(row.id, ())),
            next=coming.get(row.id),
        )
        for row in rows
    ]


def _contact_by(row: MatchRow, limit: timedelta) -> datetime | None:
    waits = row.state is MatchState.RUNNING and row.first_contact_at is None
    return row.started_at + limit if waits else None


def _silent(row: MatchRow, met: Mapping[int, tuple[Meeting, ...]], limit: timedelta, now: datetime) -> datetime | None:
    """Who planned a conversation, or had one by the calendar, is not silent."""
    last = max([row.started_at, *filter(None, [row.last_contact_at])])
    busy = any(
        (one.state is AppointmentState.PLANNED and one.ends_at > now)
        or (one.state is AppointmentState.HELD and now - one.ends_at <= limit)
        for one in met[row.id]
    )
    return last if row.state is MatchState.RUNNING and now - last > limit and not busy else None
