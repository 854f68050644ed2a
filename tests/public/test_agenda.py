"""The agenda: what is to come, by place and topic, on a page and as a calendar."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.gatherings import events
from domain.gatherings.event_plans import VenuePlan
from store.database import Database
from store.models import Event
from tests import make
from tests.make import COORDINATOR
from tests.public.conftest import ORGANISATION
from tests.public.visitor import Page, Visitor

REGION = "/agenda/noord-kennemerland-po"


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


def test_the_agenda_can_be_put_in_ones_own_agenda(visitor: Visitor, database: Database, now: datetime) -> None:
    cafes(database, now)

    everything = visitor.client.get("/agenda.ics")
    filtered = visitor.client.get("/agenda.ics?waar=GM0383")
    again = visitor.client.get("/agenda.ics", headers={"If-None-Match": everything.headers["ETag"]})

    assert (everything.mimetype, everything.text.count("BEGIN:VEVENT")) == ("text/calendar", 2)
    assert filtered.text.count("BEGIN:VEVENT") == 1
    assert again.status_code == 304


def test_a_region_has_its_own_page_with_its_own_calendar(visitor: Visitor, database: Database, now: datetime) -> None:
    sooner, later = cafes(database, now)

    page = visitor.read("/agenda/noord-kennemerland-po")

    assert "Oudercafés in Noord-Kennemerland" in page.text
    assert [link for link in page.links if link.startswith("/cafe/")] == [f"/cafe/{sooner}", f"/cafe/{later}"]
    assert "/agenda/noord-kennemerland-po.ics" in page.links
    assert visitor.client.get("/agenda/nergens").status_code == 404


def test_another_site_may_show_the_agenda_of_a_region_without_the_rest(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    cafes(sqlite, now)

    answer = passer_by.client.get("/agenda/noord-kennemerland-po/insluiten?taal=en")

    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers
    scripts = [part.split(">")[0] for part in answer.text.split("<script")[1:]]
    assert ('<base target="_top">' in answer.text, "<nav" in answer.text) == (True, False)
    assert scripts == [' type="application/ld+json"']  # data, that no browser runs
    assert passer_by.data(f"{REGION}/insluiten") == passer_by.data("/agenda")
    assert [one for one in Page(answer.text).links if "taal=en" not in one] == ["#inhoud"]
    assert "frame-ancestors 'none'" in passer_by.client.get("/agenda").headers["Content-Security-Policy"]


def test_search_engines_read_what_where_and_when(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now, title="Praten & </script> luisteren")

    (found,) = passer_by.data("/agenda")
    assert found == {
        "@type": "Event",
        "name": "Praten & </script> luisteren",
        "url": f"https://steunpunt.example.nl/cafe/{cafe}",
        "startDate": "2026-12-01T11:00:00+01:00",
        "endDate": "2026-12-01T13:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": True,
        "location": {
            "@type": "Place",
            "name": "De Wilg",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Kerkstraat 1",
                "addressLocality": "Alkmaar",
                "addressCountry": "NL",
            },
        },
        "offers": {
            "@type": "Offer",
            "price": 0,
            "priceCurrency": "EUR",
            "availability": "https://schema.org/InStock",
            "url": f"https://steunpunt.example.nl/cafe/{cafe}",
        },
        "remainingAttendeeCapacity": 12,
        "organizer": {
            "@type": "Organization",
            "name": ORGANISATION.name,
            "url": "https://steunpunt.example.nl",
        },
    }


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
