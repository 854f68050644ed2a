"""Buddies come, change, rest and leave."""

from datetime import datetime

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from domain import checking, forms
from domain.actors import PARENT, Actor, Role
from domain.buddying import buddies, profiles
from domain.refused import Refused
from store.database import Database
from store.models import Buddy, JournalLine
from store.queries.buddying import buddies as found
from tests import make


def test_a_new_buddy_stands_in_the_list_with_topics_and_no_load(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, topics=("F1", "B2"))

    with database.reading() as session:
        (row,) = found.listed(session)
    assert (row.id, row.name, row.municipality, row.load, row.asked) == (buddy_id, "Anna de Vries", "Alkmaar", 0, 0)
    assert [code for code, _name in row.topics] == ["B2", "F1"]
    assert row.has_hours


def test_what_a_buddy_put_behind_them_is_noted_by_topic(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, topics=("F1", "B2"), in_the_middle=("B2", "F1"))
    with database.writing() as session:
        changed = make.profile(topics=("F1", "F3"), in_the_middle=("F1",), name="Anna Bakker")
        buddies.change(session, buddy_id, changed, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        row = session.get_one(Buddy, buddy_id)
        assert row.name == "Anna Bakker"
        assert [(one.topic_code, one.phase) for one in row.topics] == [("F1", "in_the_middle"), ("F3", "been_through")]


def test_a_buddy_is_not_in_the_middle_of_what_they_do_not_know(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^buddy.middle_of_nothing$"):
        make.buddy(session, now=now, topics=("F1",), in_the_middle=("B2",))


def test_one_mail_address_belongs_to_one_buddy(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^buddy.mail_taken$"):
            make.buddy(session, now=now, email=" ANNA@example.nl")


@pytest.mark.parametrize("load", [-1, 4])
def test_more_than_three_parents_at_a_time_is_refused(sqlite: Database, now: datetime, load: int) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^buddy.load$"):
        make.buddy(session, now=now, max_load=load)


@pytest.mark.parametrize("load", [-1, 4])
def test_the_database_itself_refuses_more_than_three(database: Database, now: datetime, load: int) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, max_load=3)

    with pytest.raises(IntegrityError, match="load_at_most_three"), database.writing() as session:
        session.execute(update(Buddy).where(Buddy.id == buddy_id).values(max_load=load))


def test_a_pause_and_its_end_are_each_written_once(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        by = make.buddy_actor(buddy_id)

        for verb in (buddies.pause, buddies.pause, buddies.resume, buddies.resume):
            verb(session, buddy_id, by=by, now=now)

        kinds = [line.kind for line in session.query(JournalLine).order_by(JournalLine.id)]
        assert kinds == ["buddy.added", "availability.changed", "buddy.paused", "buddy.resumed"]


def test_a_buddy_with_a_running_match_does_not_just_stop(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.match(session, now=now)
        (row,) = found.listed(session)

        with pytest.raises(Refused, match=r"^buddy.still_linked$"):
            buddies.stop(session, row.id, by=make.COORDINATOR, now=now)


def test_who_stopped_is_no_longer_listed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        buddies.stop(session, buddy_id, by=make.COORDINATOR, now=now)
        buddies.stop(session, buddy_id, by=make.COORDINATOR, now=now)

        assert found.listed(session) == ()


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(1), Actor(roles=frozenset({Role.ADMINISTRATOR}))])
def test_only_a_coordinator_adds_changes_and_says_goodbye(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            buddies.add(session, make.profile(email="b@example.nl"), by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            buddies.change(session, buddy_id, make.profile(), by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            buddies.stop(session, buddy_id, by=by, now=now)


def test_nobody_pauses_another_buddy(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            buddies.pause(session, buddy_id, by=make.buddy_actor(buddy_id + 1), now=now)


def test_the_form_gives_the_whole_profile(sqlite: Database) -> None:
    typed = {
        "name": "Anna de Vries",
        "email": "anna@example.nl",
        "municipality": "GM0361",
        "travel_km": "15",
        "municipalities": ["GM0361", "GM0373"],
        "topics": ["F1", "B2"],
        "in_the_middle": ["B2"],
        "age_bands": ["7-9"],
        "sectors": ["po"],
        "contact_modes": ["phone", "home"],
        "languages": ["nl"],
        "style": "listening",
        "max_load": "2",
        "trained_on": "2025-09-01",
        "certificate_seen_on": "1-9-2025",
    }
    with sqlite.reading() as session:
        checked = checking.check(forms.load(session, "buddy"), typed)

    expected = make.profile(
        municipalities=("GM0361", "GM0373"), topics=("F1", "B2"), in_the_middle=("B2",), age_bands=("7-9",)
    )
    assert (checked.errors, profiles.profile(checked)) == ({}, expected)
