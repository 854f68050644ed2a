"""Who is there, over HTTP: the page and the address to which a phone sends its marks."""

from datetime import datetime, timedelta

import pytest
from werkzeug.test import TestResponse

from dashboard.parts.gatherings.my_hosting import my_hosting
from domain.actors import Actor, Role
from domain.taking_part import attendance
from store.database import Database
from store.models import EventHost
from store.states import HostState
from tests import make
from tests.doors import SAME_SITE, Doors, Visitor

START = timedelta(days=7)
KEY = "4f6f5b0e-6d5e-4c8e-9d5e-0b6f3c1d2a34"
WALK_IN = {"kind": "walk_in", "target": KEY, "key": KEY, "name": "Joris", "came": True, "ago": 0}


def cafe(database: Database, now: datetime) -> tuple[int, int]:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        return event_id, make.signed_up(session, event_id, now=now)


def at_the_door(database: Database, now: datetime, by: Actor = make.COORDINATOR) -> Visitor:
    return Doors(database, now + START).visitor(by)


def send(visitor: Visitor, event_id: int, *marks: object) -> TestResponse:
    headers = {**SAME_SITE, "X-CSRFToken": "form-token"}
    return visitor.client.post(f"/api/aanwezig/{event_id}", json={"marks": marks}, headers=headers)


def drawn(visitor: Visitor, event_id: int) -> str:
    output = visitor.doors.output_of("page.children")
    address = f"/werk/kalender/{event_id}/aanwezig"
    answer = visitor.call(output, [("address", "pathname", address), ("address", "search", "")])
    return answer.get_data(as_text=True)


def test_marks_arrive_and_the_answer_is_the_sheet(database: Database, now: datetime) -> None:
    event_id, sign_up_id = cafe(database, now)
    mark = {"kind": "mark", "target": f"s{sign_up_id}", "id": sign_up_id, "came": True, "ago": 12.5}
    count = {"kind": "count", "target": "count", "count": 4, "ago": 0}

    answer = send(at_the_door(database, now), event_id, mark, WALK_IN, count)

    said = answer.get_json()
    people = [(one["name"], one["came"]) for one in said["sheet"]["people"]]
    assert (people, said["sheet"]["head_count"], said["refused"]) == ([("Farida", True), ("Joris", True)], 4, {})


def test_the_answer_says_who_counted_and_when(sqlite: Database, now: datetime) -> None:
    event_id, _ = cafe(sqlite, now)
    with sqlite.writing() as session:
        account_id = make.account(session, Role.COORDINATOR, now=now)
    by = Actor("Tess", frozenset({Role.COORDINATOR}), account_id)
    later = {"kind": "count", "target": "count", "count": 12, "ago": 0}
    earlier = {"kind": "count", "target": "count", "count": 7, "ago": 60_000}

    said = [send(at_the_door(sqlite, now, by), event_id, one).get_json()["sheet"] for one in (later, earlier)]

    assert [(one["head_count"], one["counted"]) for one in said] == [
        (12, "Geteld door Tess, dinsdag 1 december, 11:00.")
    ] * 2


def test_what_was_sent_before_changes_nothing(database: Database, now: datetime) -> None:
    event_id, _ = cafe(database, now)
    visitor = at_the_door(database, now)

    answers = [send(visitor, event_id, WALK_IN).get_json() for _ in range(2)]

    assert answers[0] == answers[1]


def test_one_that_is_refused_does_not_stop_the_others(sqlite: Database, now: datetime) -> None:
    event_id, _ = cafe(sqlite, now)
    unknown = {"kind": "mark", "target": "s999", "id": 999, "came": True, "ago": 0}

    said = send(at_the_door(sqlite, now), event_id, unknown, WALK_IN).get_json()

    assert (said["refused"], len(said["sheet"]["people"])) == ({"s999": "Dit bestaat niet (meer)."}, 2)


@pytest.mark.parametrize(
    "mark",
    [
        {},
        "text",
        {**WALK_IN, "ago": -1},
        {**WALK_IN, "ago": 1e30},
        {**WALK_IN, "came": "yes"},
        {**WALK_IN, "name": None},
        {"kind": "mark", "id": 2**40, "came": True, "ago": 0},
        {"kind": "count", "count": "many", "ago": 0},
    ],
)
def test_what_makes_no_sense_is_a_mistake_of_the_sender(sqlite: Database, now: datetime, mark: object) -> None:
    event_id, _ = cafe(sqlite, now)

    assert send(at_the_door(sqlite, now), event_id, mark).status_code == 400


@pytest.mark.parametrize(
    ("by", "status"),
    [(None, 401), (Actor("Bo", frozenset({Role.POLICY}), 9), 403), (make.buddy_actor(3), 400)],
    ids=["a stranger", "policy", "a buddy who does not host"],
)
def test_nobody_else_may_note(sqlite: Database, now: datetime, by: Actor | None, status: int) -> None:
    event_id, _ = cafe(sqlite, now)

    answer = send(Doors(sqlite, now + START).visitor(by), event_id, WALK_IN)

    with sqlite.reading() as session:
        people = attendance.sheet(session, event_id, by=make.COORDINATOR).people
    assert (answer.status_code, len(people)) == (status, 1)


def test_without_our_token_nothing_is_noted(sqlite: Database, now: datetime) -> None:
    event_id, _ = cafe(sqlite, now)
    visitor = at_the_door(sqlite, now)

    answer = visitor.client.post(f"/api/aanwezig/{event_id}", json={"marks": [WALK_IN]}, headers=SAME_SITE)

    assert answer.status_code == 403


@pytest.mark.parametrize(("state", "sees"), [(HostState.ACCEPTED, True), (HostState.ASKED, False)])
def test_a_buddy_sees_the_sheet_of_what_they_host(
    sqlite: Database, now: datetime, state: HostState, sees: bool
) -> None:
    event_id, _ = cafe(sqlite, now)
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        session.add(EventHost(event_id=event_id, buddy_id=buddy_id, state=state, asked_at=now))

    page = drawn(at_the_door(sqlite, now, make.buddy_actor(buddy_id)), event_id)

    assert (("Farida" in page), "farida@example.nl" in page) == (sees, False)


def test_a_day_before_it_says_from_when(sqlite: Database, now: datetime) -> None:
    event_id, _ = cafe(sqlite, now)

    page = drawn(Doors(sqlite, now + timedelta(days=6)).visitor(make.COORDINATOR), event_id)

    assert ("Vanaf 10:00" in page, "attendance-sheet" in page) == (True, False)


@pytest.mark.parametrize(("minutes", "there"), [(-61, False), (-60, True), (30, True)])
def test_a_host_finds_the_way_to_the_door_from_an_hour_before(
    sqlite: Database, now: datetime, minutes: int, there: bool
) -> None:
    event_id, _ = cafe(sqlite, now)
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        session.add(EventHost(event_id=event_id, buddy_id=buddy_id, state=HostState.ACCEPTED, asked_at=now))

    with sqlite.reading() as session:
        shown = str(my_hosting(session, buddy_id, now + START + timedelta(minutes=minutes), "button"))

    assert (f"{event_id}/aanwezig" in shown) is there
