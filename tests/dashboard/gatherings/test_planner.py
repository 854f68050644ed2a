"""The page that says what a good moment for the next café is, over HTTP."""

from datetime import datetime, timedelta

import pytest

from dashboard.pages.gatherings.planner import DRAFT
from dashboard.parts.gatherings.planner_words import SENTENCES, sentence, speaks_for
from domain.actors import Actor, Role
from domain.gatherings import planner
from domain.register import counts
from matching.planner_facts import Reason
from store.database import Database
from store.models import Event
from store.states import EventState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

GONE = "20261201T1930-GM0361-D"


def demand(database: Database, now: datetime, questions: int = 12) -> None:
    with database.writing() as session:
        then = now - timedelta(days=100)
        make.cafe(session, now=then - timedelta(days=7), starts_at=then)
        make.buddy(session, now=now, topics=("D2",))
        for _each in range(questions):
            make.question(session, now=now, topics=("D2",), municipality="GM0361")
        counts.refresh(session, now=now)


def page(visitor: Visitor) -> str:
    return str(visitor.call("plans.children", [("plans", "id", "plans")]).get_json())


def make_draft(visitor: Visitor, key: str) -> str:
    name = {"type": DRAFT, "key": key}
    known = visitor.doors.dashboard.callback_map
    (output,) = [output for output, callback in known.items() if DRAFT in str(callback["inputs"])]
    pressed = many((name, "n_clicks", 1))
    answer = visitor.call(output, [(..., "", pressed)], [], [prop_id(name, "n_clicks")])
    return str(answer.get_json())


def drafts(database: Database) -> list[int]:
    with database.reading() as session:
        return [row.id for row in session.query(Event).filter_by(state=EventState.DRAFT)]


def key(database: Database, now: datetime) -> str:
    with database.reading() as session:
        return planner.advise(session, by=make.COORDINATOR, now=now).suggestions[0].key


def test_a_moment_comes_with_its_place_subject_and_reasons(sqlite: Database, now: datetime) -> None:
    demand(sqlite, now)

    found = page(Doors(sqlite, now).visitor(make.COORDINATOR))

    assert all(
        words in found
        for words in (
            "19:30–21:30",
            "De Wilg, Alkmaar",
            "12 vragen uit Alkmaar over Thuiszitten en verzuim in de laatste 6 maanden",
            "1 buddy heeft dan tijd en kent dit onderwerp",
            "Er is die dag geen andere bijeenkomst",
        )
    )


def test_one_click_makes_the_draft_and_goes_to_its_form(database: Database, now: datetime) -> None:
    demand(database, now)
    visitor = Doors(database, now).visitor(make.COORDINATOR)

    answer = make_draft(visitor, key(database, now))

    (number,) = drafts(database)
    assert f"/werk/kalender/{number}/bewerken" in answer


def test_too_little_to_go_on_says_what_is_needed(sqlite: Database, now: datetime) -> None:
    demand(sqlite, now, questions=4)

    assert "Nog te weinig om op af te gaan" in page(Doors(sqlite, now).visitor(make.COORDINATOR))


@pytest.mark.parametrize("forged", [GONE, "", "x" * 5000])
def test_what_was_never_suggested_is_not_made(sqlite: Database, now: datetime, forged: str) -> None:
    demand(sqlite, now, questions=4)

    answer = make_draft(Doors(sqlite, now).visitor(make.COORDINATOR), forged)

    assert ("Dit voorstel past niet meer." in answer, drafts(sqlite)) == (True, [])


@pytest.mark.parametrize("actor", [make.buddy_actor(3), Actor("Bo", frozenset({Role.POLICY}), 9)])
def test_nobody_else_sees_or_makes_it(sqlite: Database, now: datetime, actor: Actor) -> None:
    demand(sqlite, now)
    visitor = Doors(sqlite, now).visitor(actor)

    make_draft(visitor, key(sqlite, now))

    assert (visitor.get("/werk/kalender/plannen").status_code, "Alkmaar" in page(visitor), drafts(sqlite)) == (
        403, False, [],
    )  # fmt: skip


def test_every_reason_has_its_sentence(sqlite: Database, now: datetime) -> None:
    demand(sqlite, now)
    with sqlite.reading() as session:
        (one,) = planner.advise(session, by=make.COORDINATOR, now=now).suggestions
    values = {
        "questions": 1, "covered": 2, "n": 1, "cafes": 3, "average": 7, "weekday": 1, "part": "evening", "days": 9,
        "day": now.date(),
    }  # fmt: skip
    said = {key: sentence(Reason(key, values), one, 6) for key in SENTENCES}

    assert said["turnout"] == "Op dinsdagavond kwamen er gemiddeld 7, bij 3 bijeenkomsten"
    assert said["last"] == "De vorige bijeenkomst in Alkmaar is 9 dagen eerder, op dinsdag 24 november 2026"
    assert [text for text in said.values() if "{" in text] == []
    assert [speaks_for(Reason(key, {"days": 60})) for key in ("demand", "last", "hosts_none")] == [True, True, False]
