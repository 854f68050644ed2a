"""A gathering that is changed, over HTTP: also when somebody else saved it meanwhile."""

from datetime import datetime, timedelta
from typing import Any

from dashboard.parts.gatherings.event_fields import copy_of
from domain import accounts
from domain.actors import DEMO, Role
from domain.gatherings import events
from domain.taking_part import sign_ups
from store.database import Database
from tests import make
from tests.dashboard.gatherings.gathering_form import drawn, gone_to, opened, said, save, staff, stored


def test_seats_below_those_taken_are_refused_in_one_sentence(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        sign_ups.sign_up(session, number, make.party(people=4), by=make.COORDINATOR, now=now)

    answer = save(staff(sqlite, now), number=number, opened=opened(sqlite, number), seats=3)

    assert "Er zijn al 4 plaatsen bezet. Kies 4 plaatsen of meer." in said(answer)


def test_the_second_editor_sees_what_changed_and_keeps_what_was_typed(database: Database, now: datetime) -> None:
    with database.writing() as session:
        accounts.add(session, name="Marieke", email="m@example.nl", password="een lang wachtwoord",
                     roles=[Role.COORDINATOR], by=DEMO, now=now)  # fmt: skip
    visitor = staff(database, now)
    save(visitor)
    before = opened(database, 1)
    visitor.doors.now += timedelta(minutes=5)
    save(visitor, number=1, opened=before, seats=20, title="Slaapcafé voor iedereen")

    second = save(visitor, number=1, opened=before, title="Slaap lekker", seats=12)

    values = [row["value"] for row in _rows(second)]
    assert "Marieke wijzigde deze bijeenkomst terwijl u typte." in said(second)
    assert all(word in said(second) for word in ("Slaapcafé voor iedereen", "Slaap lekker", "Overgenomen"))
    assert (stored(database).title, stored(database).seats, values) == ("Slaapcafé voor iedereen", 20, [20])


def _rows(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The values that were filled into fields; the others were left alone."""
    (found,) = [part for key, part in answer["response"].items() if '"event"' in key]
    return [{"value": value} for value in found["value"] if not _left_alone(value)]


def _left_alone(value: object) -> bool:
    return isinstance(value, dict) and "_dash_no_update" in value


def test_after_seeing_it_the_second_editor_can_save_all_the_same(database: Database, now: datetime) -> None:
    visitor = staff(database, now)
    save(visitor)
    before = opened(database, 1)
    visitor.doors.now += timedelta(minutes=5)
    save(visitor, number=1, opened=before, seats=20)
    seen = save(visitor, number=1, opened=before, title="Slaap lekker")["response"]["event-opened"]["data"]

    again = save(visitor, number=1, opened=seen, title="Slaap lekker", seats=20)

    assert gone_to(again) == "/werk/kalender/1"
    assert (stored(database).title, stored(database).seats) == ("Slaap lekker", 20)


def test_a_draft_that_lies_in_the_past_may_stay_there_but_not_move_there(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor, date="2026-11-25")
    visitor.doors.now += timedelta(days=3)

    text = save(visitor, number=1, opened=opened(sqlite, 1), date="2026-11-25", title="Nieuw")
    moved = save(visitor, number=1, opened=opened(sqlite, 1), date="2026-11-26")

    assert (gone_to(text), gone_to(moved)) == ("/werk/kalender/1", None)
    assert "Deze dag en tijd zijn al voorbij." in said(moved)


def test_a_topic_that_ended_stays_with_its_gathering_and_does_not_go_along_to_a_copy(
    sqlite: Database, now: datetime
) -> None:
    visitor = staff(sqlite, now)
    save(visitor)
    with sqlite.writing() as session:
        make.ended_topic(session, "F1", now=now)

    answer = save(visitor, number=1, opened=opened(sqlite, 1), title="Beter slapen")

    assert (gone_to(answer), stored(sqlite).title) == ("/werk/kalender/1", "Beter slapen")
    with sqlite.reading() as session:
        assert copy_of(session, stored(sqlite))["topics"] == []


def test_what_is_called_off_cannot_be_changed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        events.cancel(session, number, by=make.COORDINATOR, now=now)

    assert "U kunt dit niet wijzigen" in drawn(sqlite, now, event_id=number)
    assert "U kunt dit niet wijzigen" in drawn(sqlite, now, event_id=99)


def test_why_something_changed_is_kept(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor, "public")

    save(visitor, number=1, opened=opened(sqlite, 1), start="20:00", reason="De zaal is bezet.")

    assert stored(sqlite).reason == "De zaal is bezet."
