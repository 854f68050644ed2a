"""The moments at which we ask how a match goes, as staff set them, and the rows in which each match has its own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from domain import catalogue
from domain.care import school_days
from domain.local_time import wall
from store.models import CheckIn, Match

ROUND = "/"
WEEK = timedelta(weeks=1)


class Kind(StrEnum):
    CHECK_IN = "check_in"
    CLOSING = "closing"
    AFTER_CARE = "after_care"


@dataclass(frozen=True)
class Moment:
    """Who is asked what, so long after the start, or for after-care after the end.

    With `conversations` it is asked sooner, after so many; `again` is how long after a "not yet" it is asked anew.
    """

    key: str
    label: str
    kind: Kind
    who: str
    after: timedelta
    conversations: int | None
    again: timedelta | None


def moments(session: Session, *, all_of_them: bool = False) -> dict[str, Moment]:
    """By key, in the order of the catalogue; those switched off only with `all_of_them`."""
    return {one.key: _moment(one) for one in catalogue.entries(session, "care", all_of_them=all_of_them)}


def key_of(moment: str) -> str:
    """The key in the catalogue of what may be asked a second time."""
    return moment.partition(ROUND)[0]


def plan(session: Session, match: Match, *, now: datetime) -> int:
    """Write down when who is asked in a match that runs; gives how many. Twice is harmless.

    For somebody with several moments on one day, after a long holiday, only the last stays. What would have been before
    today is left out, but for the proposal to round off.
    """
    today = wall(now)[0]
    rows = session.scalars(select(CheckIn).where(CheckIn.match_id == match.id)).all()
    known, taken = {row.moment for row in rows}, {(row.who, row.due_on) for row in rows}
    found: dict[tuple[str, date], CheckIn] = {}
    for one in moments(session).values():
        due = _due(session, match, wall(match.started_at)[0] + one.after)
        is_new = one.key not in known and (one.who, due) not in taken
        if one.kind is not Kind.AFTER_CARE and is_new and (due > today or one.kind is Kind.CLOSING):
            found[one.who, due] = _row(match, one.key, one.who, due)
    session.add_all(found.values())
    session.flush()
    return len(found)


def stop(session: Session, match: Match) -> None:
    """Nothing is asked any more of what was still to come."""
    session.execute(delete(CheckIn).where(CheckIn.match_id == match.id, CheckIn.asked_at.is_(None)))


def plan_after_care(session: Session, match: Match, *, now: datetime) -> None:
    """The match ended: write down when we ask the parent how it is."""
    for one in moments(session).values():
        if one.kind is Kind.AFTER_CARE:
            session.add(_row(match, one.key, one.who, _due(session, match, wall(now)[0] + one.after)))


def forget(session: Session, request_id: int) -> None:
    """The parent withdrew: nothing more is asked, and what they and the buddy wrote is erased."""
    ask_no_more(session, request_id)
    for row in session.scalars(select(CheckIn).where(_of_request(request_id))):
        row.remark = None


def ask_no_more(session: Session, request_id: int) -> None:
    """Nothing is asked any more about the buddies whom this parent had: somebody else is looked for."""
    session.execute(delete(CheckIn).where(_of_request(request_id), CheckIn.asked_at.is_(None)))


def plan_again(session: Session, row: CheckIn, *, now: datetime) -> None:
    """Ask the same once more, later. Harmless when that was planned already."""
    key = key_of(row.moment)
    again = moments(session, all_of_them=True)[key].again
    of_this = select(CheckIn.moment, CheckIn.asked_at).where(CheckIn.match_id == row.match_id)
    asked = [(moment, at) for moment, at in session.execute(of_this) if key_of(moment) == key]
    if again is not None and all(at is not None for _moment, at in asked):
        due = _due(session, row.match, wall(now)[0] + again)
        session.add(_row(row.match, f"{key}{ROUND}{len(asked) + 1}", row.who, due))


def _of_request(request_id: int) -> ColumnElement[bool]:
    return CheckIn.match_id.in_(select(Match.id).where(Match.request_id == request_id))


def _due(session: Session, match: Match, day: date) -> date:
    return school_days.first_from(session, match.request.municipality_code, day)


def _row(match: Match, moment: str, who: str, due_on: date) -> CheckIn:
    return CheckIn(match_id=match.id, moment=moment, who=who, due_on=due_on)


def _moment(entry: catalogue.Entry) -> Moment:
    data = entry.data
    return Moment(
        key=entry.key,
        label=entry.label,
        kind=Kind(data["kind"]),
        who=data["who"],
        after=timedelta(weeks=data["weeks"]),
        conversations=data.get("conversations"),
        again=timedelta(weeks=data["again_weeks"]) if "again_weeks" in data else None,
    )
