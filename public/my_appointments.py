"""The appointments of a parent with the buddy, on the page of the request: see them, or say that one doesn't suit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import request

from domain.availability import appointments
from domain.refused import Refused
from i18n import period
from store.queries.buddying import appointments as found
from store.sessions import Session


@dataclass(frozen=True)
class Shown:
    """One appointment in words; what has begun can't be called off any more."""

    id: int
    buddy: str
    when: str
    how: str
    begun: bool


def shown(session: Session, request_id: int, labels: Mapping[str, str], now: datetime) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            id=one.id,
            buddy=one.buddy,
            when=period(one.starts_at, one.ends_at),
            how=labels.get(f"contact_mode.{one.contact_mode}", ""),
            begun=one.starts_at <= now,
        )
        for one in found.of_request(session, request_id, now=now)
    )


def call_off(session: Session, request_id: int, now: datetime) -> None:
    """The appointment beside whose button the parent tapped, which must be one of this request."""
    number = request.form.get("appointment", type=int)
    if number is None:
        raise Refused("not_found")
    appointments.not_convenient(session, number, request_id, now=now)
