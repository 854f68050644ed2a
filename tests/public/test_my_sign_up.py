"""Looking after one's own sign-up through the link."""

from datetime import datetime, timedelta

import pytest

from domain.actors import PARENT
from domain.gatherings import events
from domain.taking_part import sign_ups, waiting_list
from domain.taking_part.party import Party
from store.database import Database
from store.queries.gatherings import sign_ups as shown
from store.states import SignUpMode, SignUpState
from tests import make
from tests.make import COORDINATOR
from tests.public.visitor import Visitor

CONFIRMED, WAITING, CANCELLED = SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.CANCELLED


def signed_up(
    database: Database, now: datetime, *parties: Party, seats: int = 2, **facts: object
) -> tuple[int, list[str]]:
    """A café with these parties, and the address of each one's link."""
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=seats, **facts)
        made = [sign_ups.sign_up(session, event_id, one, by=PARENT, now=now) for one in parties]
        return event_id, [f"/link/{sign_ups.link(session, one.id, until=one.event_ends, now=now)}" for one in made]


def states(database: Database, event_id: int) -> list[SignUpState]:
    with database.reading() as session:
        return [one.state for one in shown.of_event(session, event_id)]


def test_looking_changes_nothing_however_often(visitor: Visitor, database: Database, now: datetime) -> None:
    event_id, (link,) = signed_up(database, now, make.party("Anna"))

    for _scanner in range(3):
        visitor.read(link)

    assert states(database, event_id) == [CONFIRMED]


def test_giving_up_can_be_undone_for_a_while_and_then_the_next_is_asked(
    visitor: Visitor, database: Database, now: datetime
) -> None:
    event_id, links = signed_up(database, now, make.party("Anna", 2), make.party("Bert"))
    waited = visitor.read(links[1]).text
    bye = visitor.read(visitor.send(links[0], 1, afmelden="ja").location)
    visitor.send(links[0], 0, terug="ja")
    back = states(database, event_id)
    visitor.send(links[0], 1, afmelden="ja")
    tend(database, now + timedelta(hours=1))

    assert ("U staat vooraan. Alle plaatsen zijn bezet." in waited, back) == (True, [CONFIRMED, WAITING])
    assert ("Bedankt dat u het laat weten, Anna." in bye.text, "ongedaan maken" in bye.text) == (True, True)
    assert states(database, event_id) == [CANCELLED, CONFIRMED]


def tend(database: Database, now: datetime) -> None:
    with database.writing() as session:
        waiting_list.tend(session, now)


@pytest.mark.parametrize(
    ("button", "state", "said"),
    [("ja", CONFIRMED, "U bent aangemeld"), ("nee", SignUpState.DECLINED, "U bent afgemeld")],
)
def test_an_offer_is_answered_with_one_button(
    visitor: Visitor, database: Database, now: datetime, button: str, state: SignUpState, said: str
) -> None:
    event_id, links = signed_up(database, now, make.party("Anna", 2), make.party("Bert"), offer_hours=24)
    with database.writing() as session:
        sign_ups.cancel(session, 1, by=COORDINATOR, now=now)

    asked = visitor.read(links[1]).text
    sent = visitor.send(links[1], 0, **{button: "ja"})

    assert "We houden deze plaats voor u vast tot woensdag 25 november" in asked
    assert (states(database, event_id)[1], said in visitor.read(sent.location).text) == (state, True)


def test_an_answer_that_comes_too_late_is_met_kindly(visitor: Visitor, database: Database, now: datetime) -> None:
    _event, links = signed_up(database, now, make.party("Anna", 2), make.party("Bert"), offer_hours=24)
    with database.writing() as session:
        sign_ups.cancel(session, 1, by=COORDINATOR, now=now)
    fields = visitor.read(links[1]).forms[0]
    tend(database, now + timedelta(days=2))

    late = visitor.client.post(links[1], data=fields | {"ja": "ja"})

    assert (late.status_code, "De tijd om te antwoorden is voorbij." in late.text) == (422, True)
    assert "Toch weer aanmelden" in visitor.read(links[1]).text


def test_giving_up_twice_is_harmless(visitor: Visitor, database: Database, now: datetime) -> None:
    event_id, (link,) = signed_up(database, now, make.party("Anna"))
    fields = visitor.read(link).forms[1]

    answers = [visitor.client.post(link, data=fields | {"afmelden": "ja"}).status_code for _ in range(2)]

    assert (answers, states(database, event_id)) == ([303, 303], [CANCELLED])


def test_coming_with_fewer_frees_a_seat(visitor: Visitor, database: Database, now: datetime) -> None:
    event_id, links = signed_up(database, now, make.party("Anna", 2), make.party("Bert"))

    visitor.send(links[0], 0, party="1")
    kept = states(database, event_id)
    tend(database, now + timedelta(hours=1))

    assert (kept, states(database, event_id)) == ([CONFIRMED, WAITING], [CONFIRMED, CONFIRMED])


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


def test_who_waits_for_an_answer_can_withdraw(visitor: Visitor, database: Database, now: datetime) -> None:
    event_id, (link,) = signed_up(database, now, make.party("Anna"), mode=SignUpMode.APPROVAL)

    sent = visitor.send(link, 1, afmelden="ja")

    assert (states(database, event_id), "U bent afgemeld" in visitor.read(sent.location).text) == ([CANCELLED], True)
