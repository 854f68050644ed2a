"""The buddy's answer to hosting, from the letter."""

from datetime import datetime, timedelta

from domain.gatherings import events, hosts
from store.database import Database
from store.models import EventHost, JournalLine
from store.states import HostState
from tests import make
from tests.doors import Doors, text_of


def asked(database: Database, now: datetime) -> tuple[Doors, str, int, int]:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=now + timedelta(days=7, hours=9))
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
        line = session.query(JournalLine).filter_by(kind="host.asked").one().id
        return Doors(database, now), f"/link/{hosts.link(session, line, now=now)}", event_id, buddy_id


def states(database: Database) -> list[HostState]:
    with database.reading() as session:
        return [row.state for row in session.query(EventHost).order_by(EventHost.buddy_id)]


def test_looking_answers_nothing(sqlite: Database, now: datetime) -> None:
    doors, link, *_ids = asked(sqlite, now)

    page = text_of(doors.visitor().get(f"{link}?answer=yes"))

    assert "dinsdag 1 december, 20:00–22:00" in page
    assert states(sqlite) == [HostState.ASKED]


def test_a_yes_a_double_click_and_a_change_of_mind(database: Database, now: datetime) -> None:
    doors, link, *_ids = asked(database, now)
    visitor = doors.visitor()

    answers = [visitor.post(link, answer="yes").status_code for _twice in range(2)]
    thanked = text_of(visitor.get(link))
    visitor.post(link, answer="no")

    assert answers == [303, 303]
    assert "U bent gastheer of gastvrouw van deze bijeenkomst." in thanked
    assert states(database) == [HostState.DECLINED]


def test_a_link_answers_for_its_own_buddy_only(sqlite: Database, now: datetime) -> None:
    doors, link, event_id, buddy_id = asked(sqlite, now)
    with sqlite.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
        hosts.ask(session, event_id, other, by=make.COORDINATOR, now=now)

    doors.visitor().post(link, answer="yes", buddy=str(other), buddy_id=str(other), event_id="1")

    assert (buddy_id < other, states(sqlite)) == (True, [HostState.ACCEPTED, HostState.ASKED])


def test_without_the_form_token_nothing_is_answered(sqlite: Database, now: datetime) -> None:
    doors, link, *_ids = asked(sqlite, now)

    answer = doors.visitor().client.post(link, data={"answer": "yes"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert (answer.status_code, states(sqlite)) == (403, [HostState.ASKED])


def test_a_question_that_is_over_is_answered_kindly(sqlite: Database, now: datetime) -> None:
    doors, link, event_id, _buddy_id = asked(sqlite, now)
    with sqlite.writing() as session:
        events.cancel(session, event_id, by=make.COORDINATOR, now=now)

    answer = doors.visitor().post(link, answer="yes")

    assert (answer.status_code, "gaat niet (meer) door" in text_of(answer)) == (409, True)


def test_a_question_that_was_taken_back_is_answered_kindly(sqlite: Database, now: datetime) -> None:
    doors, link, event_id, buddy_id = asked(sqlite, now)
    with sqlite.writing() as session:
        hosts.take_back(session, event_id, buddy_id, by=make.COORDINATOR, now=now)

    assert "Deze vraag is niet meer nodig." in text_of(doors.visitor().get(link))


def test_after_the_start_there_is_nothing_to_answer(sqlite: Database, now: datetime) -> None:
    doors, link, *_ids = asked(sqlite, now)
    doors.now += timedelta(days=7, hours=9)

    assert "Deze bijeenkomst is al begonnen." in text_of(doors.visitor().get(link))
