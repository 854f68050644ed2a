"""The page of one gathering."""

from datetime import datetime

import pytest

from domain.actors import PARENT
from domain.gatherings import events
from domain.taking_part import sign_ups
from store.database import Database
from tests import make
from tests.make import COORDINATOR
from tests.public.visitor import Visitor


def test_the_page_tells_when_where_and_how_many_seats(visitor: Visitor, database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=3, description="Met koffie.\nLuisteren mag ook.")
        sign_ups.sign_up(session, event_id, make.party(people=2), by=PARENT, now=now)

    text = visitor.read(f"/cafe/{event_id}").text

    wanted = ["dinsdag 1 december 2026", "11:00 tot 13:00", "De Wilg", "Kerkstraat 1, Alkmaar", "Nog 1 plaats"]
    assert [one for one in (*wanted, "Met koffie.") if one not in text] == []


def test_search_engines_read_it_as_an_event(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)

    (found,) = passer_by.data(f"/cafe/{event_id}")
    assert found == passer_by.data("/agenda")[0]
    assert (found["@type"], found["startDate"]) == ("Event", "2026-12-01T11:00:00+01:00")
    assert "itemprop" not in passer_by.client.get(f"/cafe/{event_id}").text


def test_search_engines_read_of_taking_part_online_but_not_the_link(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        online = {"seats": 0, "online_seats": 8, "online_url": "https://meet.example.nl/geheim"}
        event_id = make.cafe(session, now=now, **online)

    (found,) = passer_by.data(f"/cafe/{event_id}")
    assert found["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert found["location"] == {"@type": "VirtualLocation", "url": f"https://steunpunt.example.nl/cafe/{event_id}"}
    assert found["offers"]["availability"] == "https://schema.org/InStock"
    assert "geheim" not in passer_by.client.get(f"/cafe/{event_id}").text


def test_search_engines_read_that_it_is_called_off(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        events.cancel(session, event_id, by=COORDINATOR, now=now)

    (found,) = passer_by.data(f"/cafe/{event_id}")
    assert (found["eventStatus"], "offers" in found) == ("https://schema.org/EventCancelled", False)


@pytest.mark.parametrize("plan", [{"kind": "training"}, {"kind": "cafe"}])
def test_what_is_not_public_is_not_there(
    passer_by: Visitor, sqlite: Database, now: datetime, plan: dict[str, str]
) -> None:
    with sqlite.writing() as session:
        event_id = events.add(session, make.event_plan(now=now, **plan), by=COORDINATOR, now=now)
        if plan["kind"] == "training":
            events.open_up(session, event_id, by=COORDINATOR, now=now)

    answers = [passer_by.client.get(f"/cafe/{event_id}{rest}").status_code for rest in ("", "/agenda.ics")]

    assert answers == [404, 404]


def test_what_is_full_says_that_there_is_a_waiting_list(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, seats=1)
        sign_ups.sign_up(session, event_id, make.party(), by=PARENT, now=now)

    text = passer_by.read(f"/cafe/{event_id}").text

    assert "Vol, wachtlijst mogelijk" in text
    assert "Zet mij op de wachtlijst" in text


def test_what_is_called_off_or_closed_has_no_form(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        closed, off = make.cafe(session, now=now), make.cafe(session, now=now)
        events.close(session, closed, by=COORDINATOR, now=now)
        events.cancel(session, off, by=COORDINATOR, now=now)

    assert passer_by.read(f"/cafe/{closed}").forms == []
    assert passer_by.read(f"/cafe/{off}").forms == []
    assert "STATUS:CANCELLED" in passer_by.client.get(f"/cafe/{off}/agenda.ics").text


def test_the_calendar_file_holds_nobody(visitor: Visitor, database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        sign_ups.sign_up(session, event_id, make.party("Farida"), by=PARENT, now=now)

    response = visitor.client.get(f"/cafe/{event_id}/agenda.ics")

    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"URL:https://steunpunt.example.nl/cafe/{event_id}" in response.text
    assert "ATTENDEE" not in response.text
    assert "farida" not in response.text.casefold()
