"""The agenda: what is to come, by place and topic."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.gatherings import events
from store.database import Database
from store.models import Event
from tests import make
from tests.make import COORDINATOR
from tests.public.cafes import REGION, cafes
from tests.public.visitor import Visitor


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


@pytest.mark.parametrize("encoding", ["br", "gzip"])
@pytest.mark.parametrize("page", ["/agenda", REGION, f"{REGION}/insluiten"])
def test_sixty_cafes_are_less_than_thirty_kilobytes_on_the_wire_with_styles(
    passer_by: Visitor, sqlite: Database, now: datetime, page: str, encoding: str
) -> None:
    with sqlite.writing() as session:
        for number in range(60):
            words = f"Kom naar bijeenkomst {number}. Er is koffie, en tijd om te praten over school en thuis."
            make.cafe(session, now=now, title=f"Oudercafé nummer {number}", description=words, topics=("F1", "D1"))

    sizes = [
        passer_by.client.get(address, headers={"Accept-Encoding": encoding}).content_length or 10**9
        for address in (page, *styles(passer_by, page))
    ]

    assert sum(sizes) < 30_000


def styles(visitor: Visitor, page: str) -> list[str]:
    source = visitor.client.get(page).text
    return [part.split('"')[0] for part in source.split('<link rel="stylesheet" href="')[1:]]


@pytest.mark.parametrize(
    ("starts_at", "written", "shown"),
    [
        (datetime(2027, 3, 27, 23, 30, tzinfo=UTC), "2027-03-28T00:30:00+01:00", "00:30 tot 03:30"),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "2027-03-28T03:00:00+02:00", "03:00 tot 05:00"),
        (datetime(2027, 10, 30, 23, 30, tzinfo=UTC), "2027-10-31T01:30:00+02:00", "01:30 tot 02:30"),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "2027-10-31T02:30:00+01:00", "02:30 tot 04:30"),
    ],
)
def test_the_nights_on_which_the_clock_changes_are_right(
    passer_by: Visitor, sqlite: Database, now: datetime, starts_at: datetime, written: str, shown: str
) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now, starts_at=starts_at)

    (found,) = passer_by.data("/agenda")
    assert found["startDate"] == written
    assert shown in passer_by.read("/agenda").text


def test_few_seats_left_are_no_number_and_the_link_to_a_meeting_is_nowhere(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now, seats=3)
        session.get_one(Event, cafe).online_url = "https://meet.example.nl/geheim"
        session.get_one(Event, cafe).online_seats = 1

    (found,) = passer_by.data("/agenda")
    places = [one["@type"] for one in found["location"]]
    assert ("remainingAttendeeCapacity" in found, places) == (False, ["Place", "VirtualLocation"])
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    for address in ("/agenda", "/agenda.ics", f"/cafe/{cafe}/agenda.ics", "/agenda/noord-kennemerland-po/insluiten"):
        assert "geheim" not in passer_by.client.get(address).text


def test_what_is_called_off_is_struck_through_with_the_reason(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
        events.cancel(session, cafe, by=COORDINATOR, now=now)
        session.get_one(Event, cafe).reason = "De gastvrouw is ziek"

    source = passer_by.client.get("/agenda").text
    (found,) = passer_by.data("/agenda")
    assert ("<s>Oudercafé</s>" in source, "De gastvrouw is ziek" in source) == (True, True)
    assert (found["eventStatus"], "offers" in found) == ("https://schema.org/EventCancelled", False)


def test_a_full_one_offers_the_waiting_list(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now, seats=2)
        make.signed_up(session, cafe, people=2, now=now)

    (found,) = passer_by.data("/agenda")
    assert "Vol, wachtlijst" in passer_by.read("/agenda").text
    assert found["offers"]["availability"] == "https://schema.org/SoldOut"
