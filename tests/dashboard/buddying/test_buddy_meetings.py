"""Who was at peer supervision or training: ticked once for everybody, seen on the page of each buddy."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from dashboard.parts.buddying.buddy_meetings import PATH
from domain.buddying import attendance
from domain.gatherings import hosts
from store.database import Database
from store.models import Event
from store.queries.buddying import buddy_attendance
from store.states import EventState
from tests import make
from tests.doors import Doors, Visitor, prop_id

TUESDAY = date(2026, 11, 17)


def shown(visitor: Visitor, kind: str = "supervision", on: object = "2026-11-17") -> dict[str, dict[str, object]]:
    inputs = [("met-kind", "value", kind), ("met-day", "value", on)]
    found: dict[str, dict[str, object]] = visitor.call(
        visitor.doors.output_of("met-boxes.children"), inputs
    ).get_json()["response"]  # fmt: skip
    return found


def save(visitor: Visitor, who: object, kind: str = "supervision", on: object = "2026-11-17") -> str:
    states = [("met-kind", "value", kind), ("met-day", "value", on), ("met-who", "value", who)]
    answer = visitor.call("met-day.error", [("met-save", "n_clicks", 1)], states, [prop_id("met-save", "n_clicks")])
    return answer.get_data(as_text=True)


def present(database: Database, kind: str = "supervision") -> frozenset[int]:
    with database.reading() as session:
        return buddy_attendance.present(session, kind, TUESDAY)


def three(database: Database, now: datetime) -> Visitor:
    with database.writing() as session:
        for name in ("Anna", "Bram", "Canan"):
            make.buddy(session, now=now, name=name, email=f"{name}@example.nl")
    return Doors(database, now).visitor(make.COORDINATOR)


def test_who_came_is_ticked_saved_and_put_right(database: Database, now: datetime) -> None:
    visitor = three(database, now)

    first = save(visitor, ["1", "2"])
    there = shown(visitor)
    second = save(visitor, ["2", "3"])

    assert "Bewaard: 2 erbij, 0 eraf." in first
    assert (there["met-who"]["value"], there["met-said"]["children"]) == (["1", "2"], "2 buddy's zijn al genoteerd.")
    assert "Bewaard: 1 erbij, 1 eraf." in second
    assert present(database) == {2, 3}


def test_training_and_supervision_are_apart(sqlite: Database, now: datetime) -> None:
    visitor = three(sqlite, now)

    save(visitor, ["1"], kind="training")

    assert (sorted(present(sqlite)), sorted(present(sqlite, "training"))) == ([], [1])


@pytest.mark.parametrize(
    ("on", "said"), [(None, "Kies een datum"), ("x", "Kies een datum"), ("2026-11-25", "Die dag moet nog komen.")]
)
def test_what_is_wrong_is_said_at_the_day(sqlite: Database, now: datetime, on: object, said: str) -> None:
    assert said in save(three(sqlite, now), ["1"], on=on)
    assert present(sqlite) == frozenset()


@pytest.mark.parametrize(("who", "kind"), [(["99"], "supervision"), (["1"], "cafe")])
def test_a_forged_choice_is_refused(sqlite: Database, now: datetime, who: Sequence[str], kind: str) -> None:
    assert "Dit bestaat niet (meer)." in save(three(sqlite, now), who, kind=kind)


def test_what_was_planned_that_day_is_named_and_its_hosts_are_ticked(sqlite: Database, now: datetime) -> None:
    visitor = three(sqlite, now)
    with sqlite.writing() as session:
        before = now - timedelta(days=20)
        starts_at = now.replace(hour=18, minute=30) - timedelta(days=7)
        event = make.cafe(session, now=before, kind="supervision", title="Intervisie", starts_at=starts_at)
        hosts.ask(session, event, 1, by=make.COORDINATOR, now=before)
        hosts.answer(session, event, 1, yes=True, by=make.buddy_actor(1), now=before)
        session.get_one(Event, event).state = EventState.HELD

    there = shown(visitor)

    assert (there["met-who"]["value"], there["met-said"]["children"]) == (["1"], "Intervisie, dinsdag 17 november. ")


def test_the_days_stand_on_the_page_of_the_buddy(sqlite: Database, now: datetime) -> None:
    visitor = three(sqlite, now)
    with sqlite.writing() as session:
        for number in range(8):
            on = TUESDAY - timedelta(days=30 * number)
            attendance.note(session, "supervision", on, [1], by=make.COORDINATOR, now=now)
    inputs = [("address", "pathname", "/werk/buddys/1"), ("address", "search", "")]

    page = visitor.call(visitor.doors.output_of("page.children"), inputs).get_data(as_text=True)

    assert "dinsdag 17 november 2026" in page
    assert "En 2 keer eerder." in page


def test_without_buddies_it_says_what_to_do(sqlite: Database, now: datetime) -> None:
    assert "Voeg de eerste buddy toe." in str(shown(Doors(sqlite, now).visitor(make.COORDINATOR)))


def test_buddies_have_no_business_here(sqlite: Database, now: datetime) -> None:
    assert Doors(sqlite, now).visitor(make.buddy_actor(1)).get(PATH).status_code == 403
