"""The agenda: what is to come, by place and topic, on a page and as a calendar."""

from datetime import datetime, timedelta

from domain import events
from domain.event_plans import VenuePlan
from store.database import Database
from tests import make
from tests.make import COORDINATOR
from tests.public.visitor import Visitor


def cafes(database: Database, now: datetime) -> list[int]:
    """In Alkmaar about giftedness and in Castricum about staying at home; made in reverse order of time."""
    with database.writing() as session:
        later = make.cafe(
            session,
            now=now,
            title="Thuiszitters",
            topics=("D1",),
            venue=VenuePlan("De Bron", "GM0383"),
            starts_at=now + timedelta(days=9),
        )
        sooner = make.cafe(session, now=now, title="Slaapcafé", topics=("F1",), starts_at=now + timedelta(days=2))
    return [sooner, later]


def shown(visitor: Visitor, address: str) -> list[str]:
    return [link for link in visitor.read(address).links if link.startswith("/cafe/")]


def test_what_is_to_come_stands_in_order_of_time(visitor: Visitor, database: Database, now: datetime) -> None:
    sooner, later = cafes(database, now)

    assert shown(visitor, "/agenda") == [f"/cafe/{sooner}", f"/cafe/{later}"]


def test_the_address_filters_by_place_and_topic(visitor: Visitor, database: Database, now: datetime) -> None:
    sooner, later = cafes(database, now)

    assert shown(visitor, "/agenda?waar=GM0383") == [f"/cafe/{later}"]
    assert shown(visitor, "/agenda?onderwerp=F1") == [f"/cafe/{sooner}"]
    assert shown(visitor, "/agenda?onderwerp=D") == [f"/cafe/{later}"]
    assert shown(visitor, "/agenda?waar=noord-kennemerland-po") == [f"/cafe/{sooner}", f"/cafe/{later}"]
    assert shown(visitor, "/agenda?waar=GM0361&onderwerp=D1") == []


def test_only_what_is_public_and_not_over_is_shown(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        events.add(session, make.event_plan(now=now), by=COORDINATOR, now=now)
        make.cafe(session, now=now, kind="training")
        make.cafe(session, now=now, starts_at=now + timedelta(hours=1))
    passer_by.clock.wait(hours=4)

    assert shown(passer_by, "/agenda") == []


def test_without_cafes_the_page_says_what_to_do(passer_by: Visitor) -> None:
    assert "Er staat nu geen oudercafé gepland" in passer_by.read("/agenda").text
    assert "Hier is nu niets gepland" in passer_by.read("/agenda?waar=GM0361").text


def test_what_is_called_off_says_so(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        events.cancel(session, event_id, by=COORDINATOR, now=now)

    assert "Gaat niet door" in passer_by.read("/agenda").text


def test_sixty_cafes_are_less_than_thirty_kilobytes_on_the_wire(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        for number in range(60):
            make.cafe(session, now=now, title=f"Oudercafé nummer {number}", topics=("F1", "D1"))

    pages = [
        passer_by.client.get(address, headers={"Accept-Encoding": "br"}).content_length or 10**9
        for address in ("/agenda", *styles(passer_by))
    ]

    assert sum(pages) < 30_000


def styles(visitor: Visitor) -> list[str]:
    source = visitor.client.get("/agenda").text
    return [part.split('"')[0] for part in source.split('<link rel="stylesheet" href="')[1:]]


def test_the_agenda_can_be_put_in_ones_own_agenda(visitor: Visitor, database: Database, now: datetime) -> None:
    cafes(database, now)

    everything = visitor.client.get("/agenda.ics")
    filtered = visitor.client.get("/agenda.ics?waar=GM0383")
    again = visitor.client.get("/agenda.ics", headers={"If-None-Match": everything.headers["ETag"]})

    assert (everything.mimetype, everything.text.count("BEGIN:VEVENT")) == ("text/calendar", 2)
    assert filtered.text.count("BEGIN:VEVENT") == 1
    assert again.status_code == 304
