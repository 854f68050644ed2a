"""The agenda for other sites, calendars and search engines."""

from datetime import datetime

from store.database import Database
from tests import make
from tests.public.cafes import REGION, cafes
from tests.public.conftest import ORGANISATION
from tests.public.visitor import Page, Visitor


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


DE_WILG = {
    "@type": "Place",
    "name": "De Wilg",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Kerkstraat 1",
        "addressLocality": "Alkmaar",
        "addressCountry": "NL",
    },
}


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
        "location": DE_WILG,
        "offers": {
            "@type": "Offer",
            "price": 0,
            "priceCurrency": "EUR",
            "availability": "https://schema.org/InStock",
            "url": f"https://steunpunt.example.nl/cafe/{cafe}",
        },
        "remainingAttendeeCapacity": 12,
        "organizer": {"@type": "Organization", "name": ORGANISATION.name, "url": "https://steunpunt.example.nl"},
    }
