"""A coordinator makes a café, parents sign up on the public page, one cancels, the next are asked and one says yes."""

from datetime import datetime, timedelta

from sqlalchemy import select

from domain.checking import check
from domain.forms import load
from domain.gatherings import event_plans, events
from domain.taking_part import waiting_list
from store.database import Database
from store.models import JournalLine
from store.queries.gatherings import sign_ups as shown
from store.states import SignUpState
from tests.make import COORDINATOR
from tests.public.conftest import site
from tests.public.visitor import Clock, Visitor

CAFE = {
    "title": "Slaapcafé",
    "kind": "cafe",
    "topics": ["F1"],
    "date": "2026-12-08",
    "start": "19:30",
    "end": "21:30",
    "seats": "2",
    "venue": "De Wilg",
    "municipality": "GM0361",
}
TOLD = [
    "event.added",
    "event.opened",
    "signup.confirmed",
    "signup.waiting",
    "signup.waiting",
    "signup.cancelled",
    "signup.released",
    "signup.offered",
    "signup.offered",
    "signup.accepted",
]


def plan_cafe(database: Database, now: datetime) -> int:
    with database.writing() as session:
        plan = event_plans.plan(check(load(session, "event"), CAFE))
        event_id = events.add(session, plan, by=COORDINATOR, now=now)
        events.open_up(session, event_id, by=COORDINATOR, now=now)
    return event_id


def test_from_the_plan_to_the_freed_seat(database: Database, now: datetime) -> None:
    clock = Clock(now)
    parent = Visitor(site(database, clock).test_client(), clock)
    event_id = plan_cafe(database, now)

    address = next(link for link in parent.read("/agenda").links if link.startswith("/cafe/"))
    links = []
    for name, people in (("Anna", "2"), ("Bert", "1"), ("Cor", "1")):
        sent = parent.send(address, name=name, email=f"{name}@example.nl", party=people)
        links.append(sent.location)
    parent.send(links[0], 1, afmelden="ja")
    with database.writing() as session:
        waiting_list.tend(session, now + timedelta(hours=1))
    parent.send(links[1], 0, ja="ja")

    with database.reading() as session:
        states = {one.name: one.state for one in shown.of_event(session, event_id)}
        told = list(session.scalars(select(JournalLine.kind).order_by(JournalLine.id)))
    assert states == {
        "Anna": SignUpState.CANCELLED,
        "Bert": SignUpState.CONFIRMED,
        "Cor": SignUpState.OFFERED,
    }
    assert told == TOLD
    assert "U bent aangemeld" in parent.read(links[1]).text
