"""The weights of the matcher stay within their bounds, and can be put back."""

from datetime import datetime

import pytest

from domain.matchmaking import plans, shortlist, weights
from domain.refused import Refused
from matching.everybody import LOAD_WEIGHT
from matching.rules import RULES_BY_KEY
from store.database import Database
from tests import make


def test_a_weight_counts_at_once_and_only_what_is_different_is_noted(database: Database, now: datetime) -> None:
    with database.writing() as session:
        changed = weights.change(session, {"topic": 35, "nearby": 80}, by=make.COORDINATOR, now=now)

        assert (changed, shortlist.weights(session)["nearby"]) == (1, 80)


def test_the_standard_comes_back(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        before = shortlist.weights(session)
        weights.change(session, {"topic": 0, "nearby": 80}, by=make.COORDINATOR, now=now)
        weights.reset(session, by=make.COORDINATOR, now=now)

        assert shortlist.weights(session) == before


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        ({"topic": 101}, "weights.bounds"),
        ({"topic": -1}, "weights.bounds"),
        ({"spread": 501}, "weights.bounds"),
        ({"luck": 3}, "catalogue.unknown"),
    ],
)
def test_a_weight_that_makes_no_sense_is_refused(
    sqlite: Database, now: datetime, wanted: dict[str, int], key: str
) -> None:
    with pytest.raises(Refused, match=key), sqlite.writing() as session:
        weights.change(session, wanted, by=make.COORDINATOR, now=now)


def test_something_must_count(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match=r"weights\.all_zero"), sqlite.writing() as session:
        weights.change(session, dict.fromkeys(shortlist.weights(session), 0), by=make.COORDINATOR, now=now)


def test_a_plan_spreads_the_work_as_staff_want(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        before = plans.crowd_now(session, now).load_weight
        weights.change(session, {"spread": 0}, by=make.COORDINATOR, now=now)
        changed = plans.crowd_now(session, now).load_weight
        weights.reset(session, by=make.COORDINATOR, now=now)

        assert (before, changed, plans.crowd_now(session, now).load_weight) == (LOAD_WEIGHT, 0, LOAD_WEIGHT)


def test_spread_alone_is_not_enough_to_choose_by(sqlite: Database, now: datetime) -> None:
    nothing = dict.fromkeys(RULES_BY_KEY, 0)

    with pytest.raises(Refused, match=r"weights\.all_zero"), sqlite.writing() as session:
        weights.change(session, {**nothing, "spread": 100}, by=make.COORDINATOR, now=now)
