"""One date of a series that is left out, or goes on after all."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.gatherings import hosts
from domain.gatherings.events import CHANGEABLE, locked, move, one_line
from domain.refused import Refused
from store.states import EventState


def skip(session: Session, event_id: int, reason: str, *, by: Actor, now: datetime) -> None:
    """Leave a date of a series out; it is gone from the agenda, and staff still see why. Twice is harmless.

    Raises `Refused` without a reason, outside a series, and when somebody already signed up: who comes must hear of
    it, so such a date is called off.
    """
    event = locked(session, event_id)
    if event.state is EventState.SKIPPED:
        return
    if event.state not in CHANGEABLE:
        raise Refused("event.is_over")
    if event.series_id is None:
        raise Refused("event.not_in_series")
    if event.seats_taken or event.parties_waiting or event.online_taken or event.online_waiting:
        raise Refused("event.people_come")
    event.reason = one_line(reason)
    if not event.reason:
        raise Refused("series.reason_needed", field="reason")
    move(session, event, EventState.SKIPPED, "event.skipped", by=by, now=now)


def bring_back(session: Session, event_id: int, *, by: Actor, now: datetime) -> None:
    """Let a date that was left out go on after all, as a draft. Twice is harmless.

    Its hosts, who heard that it was off, are asked anew.
    """
    event = locked(session, event_id)
    if event.state is EventState.DRAFT:
        return
    if event.state is not EventState.SKIPPED:
        raise Refused("event.is_over")
    event.reason = ""
    move(session, event, EventState.DRAFT, "event.brought_back", by=by, now=now)
    hosts.ask_again(session, event, by=by, now=now)
