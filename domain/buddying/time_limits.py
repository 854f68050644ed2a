"""How long buddies and parents have to answer and how long we wait, as staff set it in the catalogue `time_limit`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from domain import catalogue


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


def load(session: Session) -> TimeLimits:
    """The limits of this support point; one that was switched off counts as its standard."""
    found = {
        one.key: one.data if one.active else one.standard
        for one in catalogue.entries(session, "time_limit", all_of_them=True)
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
    )


def _hours(data: Mapping[str, Any], name: str = "hours") -> timedelta:
    return timedelta(hours=data[name])


def _days(data: Mapping[str, Any], name: str = "days") -> timedelta:
    return timedelta(days=data[name])
