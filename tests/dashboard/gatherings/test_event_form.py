"""Planning a gathering, over HTTP."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.parts.gatherings.event_fields import values_of
from domain.actors import Actor, Role
from store.database import Database
from store.models import Event
from store.states import EventState
from tests import make
from tests.dashboard.gatherings.gathering_form import drawn, gone_to, said, save, staff, stored
from tests.doors import Doors


def test_a_new_gathering_is_a_draft_until_it_is_made_public(database: Database, now: datetime) -> None:
    visitor = staff(database, now)

    drafted, public = save(visitor), save(visitor, "public", title="Pubercafé")

    assert (gone_to(drafted), gone_to(public)) == ("/werk/kalender/1", "/werk/kalender/2")
    assert [stored(database, number).state for number in (1, 2)] == [EventState.DRAFT, EventState.OPEN]


def test_local_times_become_instants(sqlite: Database, now: datetime) -> None:
    save(staff(sqlite, now), date="2027-07-06")

    assert stored(sqlite).starts_at.isoformat() == "2027-07-06T17:30:00+00:00"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Vul in: Titel"),
        ({"end": "19:00"}, "Tot: Het einde moet na het begin zijn."),
        ({"date": "2026-11-24", "start": "09:00", "end": "10:00"}, "Datum: Deze dag en tijd zijn al voorbij."),
        ({"date": "2027-03-28", "start": "02:30"}, "Van: Op zondag 28 maart bestaat 02:30 niet"),
        ({"seats": 0}, "Plaatsen"),
        ({"date": None}, "Vul in: Datum"),
        ({"kind": "party"}, "Kies uit de lijst: Soort"),
    ],
)
def test_what_is_wrong_is_said_with_its_field_and_nothing_is_written(
    sqlite: Database, now: datetime, changes: dict[str, Any], sentence: str
) -> None:
    answer = save(staff(sqlite, now), **changes)

    assert sentence in said(answer)
    assert gone_to(answer) is None
    with sqlite.reading() as session:
        assert session.query(Event).count() == 0


@pytest.mark.parametrize("actor", [make.buddy_actor(3), Actor("Bo", frozenset({Role.POLICY}), 9)])
@pytest.mark.parametrize("callback", ["event-said.children", "event-suggested.data"])
def test_nobody_but_the_coordinator_plans(sqlite: Database, now: datetime, actor: Actor, callback: str) -> None:
    doors = Doors(sqlite, now)
    visitor = doors.visitor(actor)

    assert visitor.call(doors.output_of(callback)).status_code == 403
    assert visitor.get("/werk/kalender/nieuw").status_code == 403


def test_how_people_sign_up_and_take_part_online_is_kept(database: Database, now: datetime) -> None:
    typed: dict[str, Any] = {"mode": "approval", "queue": "fill", "offer_hours": 6, "last_hours": 0, "online_seats": 40,
             "online_url": "https://meet.example/cafe", "audience": "vo", "seats": 0}  # fmt: skip

    save(staff(database, now), **typed)

    found = values_of(stored(database))
    assert {key: found[key] for key in typed} == typed


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"online_url": "http://meet.example"}, "Een link begint met https://"),
        ({"online_url": "javascript:alert(1)"}, "Een link begint met https://"),
        ({"seats": 0}, "Vul in hoeveel mensen kunnen komen"),
    ],
)
def test_a_link_is_safe_and_somebody_can_come(
    sqlite: Database, now: datetime, changes: dict[str, Any], sentence: str
) -> None:
    assert sentence in said(save(staff(sqlite, now), **changes))


def test_what_few_gatherings_need_is_folded_away_until_it_differs(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor)
    save(visitor, mode="open_door")

    usual, special = drawn(sqlite, now, event_id=1), drawn(sqlite, now, event_id=2)

    assert ("open=True" in usual, "open=True" in special) == (False, True)
