"""Other weights tried out on who waits now: what would change, and nothing kept."""

from datetime import datetime

import pytest

from domain.actors import Actor, Role
from domain.matchmaking import shortlist, trial, weights
from domain.matchmaking.trial import Trial
from domain.refused import Refused
from store.database import Database
from tests import make

FAR, NEAR = 1, 2


def one_parent_two_buddies(database: Database, now: datetime) -> None:
    """Anna knows the topic and lives far off, Bart knows something like it and lives around the corner."""
    with database.writing() as session:
        make.request(session, now=now, contact_modes=("home",), municipality_code="GM0361", topics=("F1",))
        far = {"municipality_code": "GM0450", "travel_km": 50}
        make.buddy(session, now=now, topics=("F1",), **far)
        make.buddy(session, now=now, name="Bart", email="b@example.nl", topics=("F2",), travel_km=50)


def tried(database: Database, now: datetime, **wanted: int) -> Trial:
    with database.reading() as session:
        return trial.of_weights(session, wanted, by=make.COORDINATOR, now=now)


def test_the_weights_as_they_are_change_nothing(database: Database, now: datetime) -> None:
    one_parent_two_buddies(database, now)

    found = tried(database, now)

    assert (found.before is found.after, found.changes.any, [one.points for one in found.shifts]) == (True, False, [0])


def test_other_weights_can_give_another_buddy(sqlite: Database, now: datetime) -> None:
    one_parent_two_buddies(sqlite, now)

    found = tried(sqlite, now, topic=0, nearby=100)

    assert found.changes.moved == {1: (FAR, NEAR)}


def test_the_pair_whose_score_changes_most_comes_first(sqlite: Database, now: datetime) -> None:
    one_parent_two_buddies(sqlite, now)
    with sqlite.writing() as session:
        make.request(session, now=now, email="j@example.nl", contact_modes=("phone",), topics=("F2",))

    found = tried(sqlite, now, nearby=100)

    points = [abs(one.points) for one in found.shifts]
    assert (len(points), points == sorted(points, reverse=True)) == (2, True)


def test_nothing_is_kept(sqlite: Database, now: datetime) -> None:
    one_parent_two_buddies(sqlite, now)
    with sqlite.reading() as session:
        before = (shortlist.weights(session), weights.spread(session))
    tried(sqlite, now, topic=0, nearby=100, spread=0)

    with sqlite.reading() as session:
        assert (shortlist.weights(session), weights.spread(session)) == before


def test_without_spread_two_parents_go_to_the_buddy_who_fits_best(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
        make.request(session, now=now, email="j@example.nl")
        make.buddy(session, now=now)
        make.buddy(session, now=now, email="b@example.nl", style="practical", topics=("F2",))

    found = [tried(sqlite, now, spread=spread).after for spread in (0, 500)]

    assert [len({one.buddy_id for one in outcome.pairs.values()}) for outcome in found] == [1, 2]


@pytest.mark.parametrize("wanted", [{"topic": 101}, {"spread": 501}, {"luck": 1}])
def test_weights_that_make_no_sense_are_not_tried(sqlite: Database, now: datetime, wanted: dict[str, int]) -> None:
    with pytest.raises(Refused):
        tried(sqlite, now, **wanted)


def test_only_who_may_change_weights_tries_them(sqlite: Database, now: datetime) -> None:
    policy = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)

    with pytest.raises(Refused), sqlite.reading() as session:
        trial.of_weights(session, {}, by=policy, now=now)
