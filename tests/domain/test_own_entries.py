"""Entries of a catalogue that staff write themselves, and two who change the same one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from domain import own_entries
from domain.information import entries
from domain.information.words import WORDS
from domain.own_entries import EntryPlan
from domain.refused import Refused
from domain.stories import themes
from store.database import Database
from store.sessions import Session
from tests.make import COORDINATOR

Change = Callable[[Session, str, str, datetime], object]


def _theme(session: Session, name: str, seen: str, now: datetime) -> None:
    planned = replace(themes.plan(session, "waiting"), name=name)
    themes.save(session, "waiting", planned, by=COORDINATOR, now=now, seen=seen)


def _word(session: Session, name: str, seen: str, now: datetime) -> None:
    plan = replace(own_entries.plan(session, WORDS, "opp"), label_nl=name)
    entries.change(session, WORDS, "opp", plan, by=COORDINATOR, now=now, seen=seen)


def _back(session: Session, _name: str, seen: str, now: datetime) -> None:
    entries.put_back(session, WORDS, "opp", by=COORDINATOR, now=now, seen=seen)


WHERE = {"theme": (themes.CATALOGUE, "waiting"), "word": (WORDS, "opp"), "back": (WORDS, "opp")}
FIRST: dict[str, Change] = {"theme": _theme, "word": _word, "back": _word}
SECOND: dict[str, Change] = {"theme": _theme, "word": _word, "back": _back}


@pytest.mark.parametrize("what", WHERE)
def test_who_saves_second_is_told_and_overwrites_nothing(database: Database, now: datetime, what: str) -> None:
    with database.writing() as session:
        seen = own_entries.plan(session, *WHERE[what]).mark
        FIRST[what](session, "Eerste", seen, now)

    with pytest.raises(Refused, match=r"^catalogue\.changed_meanwhile$"), database.writing() as session:
        SECOND[what](session, "Tweede", seen, now)

    with database.reading() as session:
        assert own_entries.plan(session, *WHERE[what]).label_nl == "Eerste"


@pytest.mark.parametrize("what", WHERE)
def test_who_saw_the_newest_saves(database: Database, now: datetime, what: str) -> None:
    with database.writing() as session:
        FIRST[what](session, "Eerste", own_entries.plan(session, *WHERE[what]).mark, now)
        SECOND[what](session, "Tweede", own_entries.plan(session, *WHERE[what]).mark, now)

        assert own_entries.plan(session, *WHERE[what]).label_nl == ("OPP" if what == "back" else "Tweede")


def test_switching_it_off_is_no_other_text(database: Database, now: datetime) -> None:
    with database.writing() as session:
        seen = own_entries.plan(session, WORDS, "opp").mark
        entries.switch(session, WORDS, "opp", active=False, by=COORDINATOR, now=now)
        _word(session, "Tweede", seen, now)

        assert own_entries.plan(session, WORDS, "opp").label_nl == "Tweede"


def test_a_mark_is_the_same_after_a_trip_through_the_database(database: Database, now: datetime) -> None:
    plan = EntryPlan("KPC", "Denkt mee.", data={"b": ["é", "x"], "a": ""})
    with database.writing() as session:
        key = own_entries.add(session, WORDS, plan, by=COORDINATOR, now=now)

    with database.reading() as session:
        assert own_entries.plan(session, WORDS, key).mark == plan.mark


def test_what_is_added_comes_last_and_is_in_use(database: Database, now: datetime) -> None:
    planned = [themes.ThemePlan(name, words="taxi") for name in ("Vervoer", "Reistijd")]
    with database.writing() as session:
        made = [themes.save(session, None, one, by=COORDINATOR, now=now) for one in planned]

        found = themes.themes(session)[-2:]
    assert [(one.key, one.active) for one in found] == [(key, True) for key in made]
