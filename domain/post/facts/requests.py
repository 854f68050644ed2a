"""What letters say about a request for a buddy."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.matchmaking import requests as verbs
from domain.matchmaking.asked import terms
from domain.post.facts.about import Recipient, first_name, no_calendar, staff
from i18n import _
from store.models import Request
from store.queries.matchmaking import requests
from store.queries.matchmaking.requests import Asked

calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Request, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    if who != "parent":
        return staff(session, who, ("request", subject_id))
    row = session.get(Request, subject_id)
    return (parent(row, ("request", row.id)),) if row else ()


def parent(row: Request, subject: tuple[str, int]) -> Recipient:
    return Recipient(f"request:{row.id}", first_name(row.name), row.email, row.phone, row.language, subject)


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    asked = requests.one(session, subject_id)
    assert asked is not None
    return described(session, asked)


def described(session: Session, asked: Asked) -> dict[str, str]:
    """What is asked and nothing that tells by whom; what was left open is empty."""
    labels = terms(session)
    style = _("Liever geen buddy uit de eigen gemeente") if asked.avoid_own_municipality else ""
    return {
        "onderwerpen": ", ".join(name for _code, name in asked.topics),
        "plaats": asked.municipality,
        "leeftijd": labels.get(f"age_band.{asked.age_band}", ""),
        "onderwijs": labels.get(f"sector.{asked.sector}", ""),
        "contact": _labels(labels, "contact_mode", asked.contact_modes),
        "momenten": _labels(labels, "moment", asked.moments),
        "wens": ". ".join(part for part in (labels.get(f"style.{asked.style}", ""), style) if part),
    }


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/buddyvragen/{subject_id}"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return verbs.link(session, subject_id, now=now)


def _labels(labels: Mapping[str, str], name: str, keys: tuple[str, ...]) -> str:
    return ", ".join(labels.get(f"{name}.{key}", key) for key in keys)
