"""Improvements: decided by people, changed by one at a time, told to parents by hand."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from domain.actors import Actor, Role
from domain.improving import improvements, signals, telling
from domain.improving.improvements import ImprovementPlan
from domain.improving.signals import SignalPlan
from domain.improving.telling import Words
from domain.refused import Refused
from i18n import speaking
from store.database import Database
from store.queries.improving import quality, told
from store.queries.improving.quality import ImprovementFacts
from store.queries.numbers import happenings
from store.states import ImprovementState, SignalState
from tests import make
from trends.periods import month_of


def plan(**facts: Any) -> ImprovementPlan:
    usual: dict[str, Any] = {
        "title": "Eerder bellen bij verzuim",
        "what": "Scholen bellen ons na twee weken.",
        "who": "Samenwerkingsverband",
        "starts_on": date(2026, 9, 1),
        "topics": ("D2",),
    }
    return ImprovementPlan(**{**usual, **facts})


def added(database: Database, now: datetime, **facts: Any) -> int:
    with database.writing() as session:
        return improvements.add(session, plan(**facts), by=make.COORDINATOR, now=now)


def read(database: Database, number: int) -> ImprovementFacts:
    with database.reading() as session:
        found = quality.improvement(session, number)
    assert found
    return found


def test_what_has_begun_runs_and_what_is_still_to_come_is_planned(database: Database, now: datetime) -> None:
    running, planned = added(database, now), added(database, now, starts_on=date(2027, 1, 1))

    states = [read(database, number).state for number in (running, planned)]
    assert states == [ImprovementState.RUNNING, ImprovementState.PLANNED]


def test_its_signals_are_taken_up_with_it(sqlite: Database, now: datetime) -> None:
    month = month_of(date(2026, 9, 1))
    with sqlite.writing() as session:
        signal_id = signals.raise_by_hand(
            session, SignalPlan("D2", month, month, "Vaak gehoord"), by=make.COORDINATOR, now=now
        )
    number = added(sqlite, now, signals=(signal_id,))

    with sqlite.reading() as session:
        (signal,) = quality.signals(session)
    assert (signal.state, signal.improvements) == (SignalState.TAKEN_UP, ((number, "Eerder bellen bij verzuim"),))


def test_who_saves_over_somebody_else_is_told(sqlite: Database, now: datetime) -> None:
    number = added(sqlite, now)
    seen, later = read(sqlite, number).changed_at, now + timedelta(minutes=1)
    with sqlite.writing() as session:
        improvements.change(session, number, plan(who="School"), by=make.COORDINATOR, now=later, seen=seen)

    with pytest.raises(Refused, match=r"improvement\.changed_meanwhile"), sqlite.writing() as session:
        improvements.change(session, number, plan(who="Gemeente"), by=make.COORDINATOR, now=later, seen=seen)
    assert read(sqlite, number).who == "School"


def test_finishing_fills_in_the_day_and_going_on_takes_it_away(sqlite: Database, now: datetime) -> None:
    number = added(sqlite, now)
    ends = []
    for state in (ImprovementState.DONE, ImprovementState.RUNNING):
        with sqlite.writing() as session:
            improvements.move(session, number, state, by=make.COORDINATOR, now=now)
        ends.append(read(sqlite, number).ends_on)

    assert ends == [date(2026, 11, 24), None]


def test_charts_show_it_from_the_day_it_began_unless_it_is_only_planned(sqlite: Database, now: datetime) -> None:
    number = added(sqlite, now)
    added(sqlite, now, title="Later", starts_on=date(2026, 12, 1))

    with sqlite.reading() as session:
        found = happenings.between(session, date(2026, 8, 1), date(2026, 12, 31))
    assert [(one.kind, one.id, one.topics) for one in found] == [("improvement", number, ("D2",))]


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"title": " "}, "improvement.title_needed"),
        ({"ends_on": date(2026, 8, 1)}, "improvement.backwards"),
        ({"topics": ("Z9",)}, "not_found"),
        ({"signals": (99,)}, "not_found"),
    ],
)
def test_what_makes_no_sense_is_refused(sqlite: Database, now: datetime, facts: dict[str, Any], key: str) -> None:
    with pytest.raises(Refused, match=key):
        added(sqlite, now, **facts)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.BUDDY])
def test_others_may_not(sqlite: Database, now: datetime, role: Role) -> None:
    number, other = added(sqlite, now), Actor(name="Ada", roles=frozenset({role}), account_id=8)

    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        telling.tell(session, number, Words("Titel", "Tekst"), by=other, now=now)


def test_the_list_can_be_narrowed_to_a_topic_or_its_group(sqlite: Database, now: datetime) -> None:
    number = added(sqlite, now)
    added(sqlite, now, topics=("A1",))

    with sqlite.reading() as session:
        found = [[one.id for one in quality.improvements(session, topic=code)] for code in ("D", "D2", "B")]
    assert found == [[number], [number], []]


def test_parents_read_it_only_while_it_is_told(sqlite: Database, now: datetime) -> None:
    number = added(sqlite, now)
    seen = []
    for words in (Words("Scholen bellen eerder", "Wij spraken af dat ..."), None):
        with sqlite.writing() as session:
            if words:
                telling.tell(session, number, words, by=make.COORDINATOR, now=now)
            else:
                telling.take_back(session, number, by=make.COORDINATOR, now=now)
        with sqlite.reading() as session:
            seen.append([one.title for one in told.told(session)])

    assert seen == [["Scholen bellen eerder"], []]
    assert read(sqlite, number).told == "Wij spraken af dat ..."


def test_in_english_where_it_was_written_in_english(sqlite: Database, now: datetime) -> None:
    number = added(sqlite, now)
    words = Words("Scholen bellen eerder", "Wij spraken af ...", "Schools call sooner", "We agreed ...")
    with sqlite.writing() as session:
        telling.tell(session, number, words, by=make.COORDINATOR, now=now)

    with sqlite.reading() as session, speaking("en"):
        (found,) = told.told(session)
    assert (found.title, found.spoken) == ("Schools call sooner", "en")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (Words("", "Tekst"), "improvement.title_needed"),
        (Words("Titel", ""), "told.text_needed"),
        (Words("Titel", "Tekst", "Title"), "told.half_english"),
    ],
)
def test_half_a_story_is_refused(sqlite: Database, now: datetime, words: Words, key: str) -> None:
    number = added(sqlite, now)

    with pytest.raises(Refused, match=key), sqlite.writing() as session:
        telling.tell(session, number, words, by=make.COORDINATOR, now=now)
