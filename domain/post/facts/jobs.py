"""What letters to administrators say about a job of the clock."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain import catalogue
from domain.post.facts.about import Recipient, no_calendar, no_link, staff

link = no_link
calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    return "known"


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    return staff(session, who, ("job", subject_id))


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    names = {one.key: one.label for one in catalogue.entries(session, "timetable", all_of_them=True)}
    job = str(told.get("job", ""))
    return {"taak": names.get(job, job)}


def screen(session: Session, subject_id: int) -> str:
    return "/werk/taken"
