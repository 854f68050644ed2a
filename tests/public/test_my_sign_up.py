"""Looking after one's own sign-up through the link."""

from datetime import datetime

import pytest

from domain import events, sign_ups
from domain.actors import PARENT
from domain.party import Party
from store.database import Database
from store.queries import sign_ups as shown
from store.states import SignUpState
from tests import make
from tests.make import COORDINATOR
from tests.public.visitor import Visitor

CONFIRMED, WAITING, CANCELLED = SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.CANCELLED


def signed_up(database: Database, now: datetime, *parties: Party, seats: int = 2) -> tuple[int, list[str]]:
    """A café with these parties, and the address of each one's link."""
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=seats)
        ids = [sign_ups.sign_up(session, event_id, one, by=PARENT, now=now).id for one in parties]
        return event_id, [f"/link/{sign_ups.link(session, one, now=now)}" for one in ids]


def states(database: Database, event_id: int) -> list[SignUpState]:
    with database.reading() as session:
        return [one.state for one in shown.of_event(session, event_id)]


def test_looking_changes_nothing_however_often(visitor: Visitor, database: Database, now: datetime) -> None:
    event_id, (link,) = signed_up(database, now, make.party("Anna"))

    for _scanner in range(3):
        visitor.read(link)

    assert states(database, event_id) == [CONFIRMED]


def test_the_button_gives_up_the_place_and_the_next_gets_it(
    visitor: Visitor, database: Database, now: datetime
) -> None:
    event_id, links = signed_up(database, now, make.party("Anna", 2), make.party("Bert"))
    waited = visitor.read(links[1]).text

    sent = visitor.send(links[0], 1, afmelden="ja")
    bye, hello = visitor.read(sent.location).text, visitor.read(links[1]).text

    assert states(database, event_id) == [CANCELLED, CONFIRMED]
    assert ("U bent als eerste aan de beurt." in waited, "U bent aangemeld" in hello) == (True, True)
    assert "Bedankt dat u het laat weten, Anna." in bye


def test_giving_up_twice_is_harmless(visitor: Visitor, database: Database, now: datetime) -> None:
    event_id, (link,) = signed_up(database, now, make.party("Anna"))
    fields = visitor.read(link).forms[1]

    answers = [visitor.client.post(link, data=fields | {"afmelden": "ja"}).status_code for _ in range(2)]

    assert (answers, states(database, event_id)) == ([303, 303], [CANCELLED])


def test_coming_with_fewer_frees_a_seat(visitor: Visitor, database: Database, now: datetime) -> None:
    event_id, links = signed_up(database, now, make.party("Anna", 2), make.party("Bert"))

    visitor.send(links[0], 0, party="1")

    assert states(database, event_id) == [CONFIRMED, CONFIRMED]


@pytest.mark.parametrize(
    ("people", "said"),
    [("3", "Zoveel mensen passen er niet in."), ("veel", "Vul in met hoeveel mensen u komt."), ("", "Vul in met")],
)
def test_a_number_that_cannot_be_is_refused(
    passer_by: Visitor, sqlite: Database, now: datetime, people: str, said: str
) -> None:
    _, (link,) = signed_up(sqlite, now, make.party("Anna"))

    sent = passer_by.send(link, 0, party=people)

    assert (sent.status_code, said in sent.text, f'value="{people}"' in sent.text) == (422, True, True)


def test_the_address_is_a_secret(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    _, (link,) = signed_up(sqlite, now, make.party("Anna"))

    headers = passer_by.client.get(link).headers

    assert (headers["Referrer-Policy"], headers["Cache-Control"], headers["X-Robots-Tag"]) == (
        "no-referrer",
        "no-store",
        "noindex, nofollow",
    )


def test_what_was_called_off_can_not_be_changed(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    event_id, (link,) = signed_up(sqlite, now, make.party("Anna"))
    with sqlite.writing() as session:
        events.cancel(session, event_id, by=COORDINATOR, now=now)

    page = passer_by.read(link)

    assert ("Deze bijeenkomst gaat niet door" in page.text, page.forms) == (True, [])


@pytest.mark.parametrize("days", [None, 8])
def test_a_link_that_is_unknown_or_over_says_so(
    passer_by: Visitor, sqlite: Database, now: datetime, days: int | None
) -> None:
    _, (link,) = signed_up(sqlite, now, make.party("Anna"))
    passer_by.clock.wait(days=days or 0)

    answer = passer_by.client.get(link if days else "/link/verzonnen")

    assert (answer.status_code, "Deze link werkt niet meer" in answer.text) == (410, True)
