"""Buddies who are not there yet: the two who help most, and what one more would change; nothing is kept of it."""

from datetime import datetime

import pytest

from domain.matchmaking import wanted
from domain.refused import Refused
from matching.recruits import Gain
from store.database import Database
from tests import make


def test_the_two_who_help_most_know_what_those_who_wait_ask_about(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.request(session, now=now, topics=("D1",))
        make.request(session, now=now, topics=("F11",), email="b@example.nl")

        found = wanted.two_more(session, now=now)

    assert (found.gain.served, found.without) == (2, 2)
    assert {code for one in found.profiles for code in one.topics} == {"D1", "F11"}


def test_when_everybody_can_get_a_buddy_nobody_is_wanted(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
        make.buddy(session, now=now)

        found = wanted.two_more(session, now=now)

    assert (found.profiles, found.without) == ((), 0)


def test_one_more_buddy_serves_who_could_not_be_served(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("D1",))

        gains = [wanted.one_more(session, [topic], None, now=now).served for topic in ("D1", "G4")]

    assert gains == [1, 0]


def test_who_only_wants_to_meet_needs_somebody_near(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("D1",), contact_modes=("home",))

        gains = [wanted.one_more(session, ["D1"], place, now=now).served for place in (None, "GM0361")]

    assert gains == [0, 1]


def test_as_long_as_nobody_waits_one_more_changes_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        assert wanted.one_more(session, ["D1"], None, now=now) == Gain(0, 0)


@pytest.mark.parametrize(("topics", "place"), [(["Z9"], None), (["D1"], "GM9999")])
def test_a_topic_or_a_place_that_is_not_there_is_refused(
    sqlite: Database, now: datetime, topics: list[str], place: str | None
) -> None:
    with pytest.raises(Refused, match="not_found"), sqlite.reading() as session:
        wanted.one_more(session, topics, place, now=now)
