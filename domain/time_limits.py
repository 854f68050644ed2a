"""How long buddies and parents have to answer and how long we wait, as staff set it in the catalogue `time_limit`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from domain import catalogue
from domain.actors import Actor
from domain.allowed import setup_only
from domain.refused import Refused
from i18n import n_

CATALOGUE = "time_limit"
LEAST = {"hours": 1, "remind_hours": 0, "days": 1, "answer_days": 1}
HOUR, A_DAY, IN_DAYS = 3600, 24, 72
MOST = {"hours": 14 * 24, "days": 365, "answer_days": 90}


@dataclass(frozen=True)
class TimeLimits:
    """`..._reminder` is how long before the end of an answer somebody is reminded."""

    buddy_answer: timedelta
    buddy_reminder: timedelta
    parent_answer: timedelta
    parent_reminder: timedelta
    first_contact: timedelta
    still_wanted_after: timedelta
    still_wanted_answer: timedelta
    check_in_answer: timedelta
    silence: timedelta
    rest: timedelta
    question_note: timedelta
    story_told: timedelta
    inquiry_working_days: int
    inquiry_kept: timedelta


def load(session: Session) -> TimeLimits:
    """The limits of this support point; one that was switched off counts as its standard."""
    found = {
        one.key: one.data if one.active else one.standard
        for one in catalogue.entries(session, CATALOGUE, all_of_them=True)
    }
    return TimeLimits(
        buddy_answer=_hours(found["buddy_answer"]),
        buddy_reminder=_hours(found["buddy_answer"], "remind_hours"),
        parent_answer=_hours(found["parent_answer"]),
        parent_reminder=_hours(found["parent_answer"], "remind_hours"),
        first_contact=_hours(found["first_contact"]),
        still_wanted_after=_days(found["still_wanted"]),
        still_wanted_answer=_days(found["still_wanted"], "answer_days"),
        check_in_answer=_days(found["check_in_answer"]),
        silence=_days(found["silence"]),
        rest=_days(found["rest"]),
        question_note=_days(found["question_note"]),
        story_told=_days(found["story_told"]),
        inquiry_working_days=_days(found["inquiry_answer"]).days,
        inquiry_kept=_days(found["inquiry_kept"]),
    )


def in_words(limit: timedelta) -> str:
    """`48 uur`, `90 dagen`; whole days only from three days on."""
    hours = int(limit.total_seconds() // HOUR)
    if hours % A_DAY or hours < IN_DAYS:
        return n_("{n} uur", "{n} uur", hours)
    return n_("{n} dag", "{n} dagen", hours // A_DAY)


def change(session: Session, wanted: Mapping[str, Mapping[str, int]], *, by: Actor, now: datetime) -> int:
    """Give limits other numbers, by key and name (`hours`, `remind_hours`, `days`, `answer_days`).

    Gives how many limits are different now. A reminder comes before its end. Raises
    `Refused("time_limit.out_of_bounds")` with the field `key.name`.
    """
    setup_only(by)
    return sum(_change(session, key, numbers, by, now) for key, numbers in wanted.items())


def _change(session: Session, key: str, numbers: Mapping[str, int], by: Actor, now: datetime) -> bool:
    data = catalogue.entry(session, CATALOGUE, key).data
    new = {**data, **{name: numbers[name] for name in data.keys() & numbers.keys()}}
    for name, number in new.items():
        most = new["hours"] - 1 if name == "remind_hours" else MOST[name]
        if not LEAST[name] <= number <= most:
            raise Refused("time_limit.out_of_bounds", field=f"{key}.{name}", least=LEAST[name], most=most)
    if new == data:
        return False
    catalogue.change(session, CATALOGUE, key, new, by=by, now=now)
    return True


def _hours(data: Mapping[str, Any], name: str = "hours") -> timedelta:
    return timedelta(hours=data[name])


def _days(data: Mapping[str, Any], name: str = "days") -> timedelta:
    return timedelta(days=data[name])
