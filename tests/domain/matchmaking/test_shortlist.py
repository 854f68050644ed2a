"""Who could be asked: the store's rows as the matcher sees them."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from domain import catalogue
from domain.actors import PARENT
from domain.buddying import buddies
from domain.care import matches
from domain.matchmaking import agreement, proposals, shortlist
from domain.refused import Refused
from matching.rank import Ranking
from store.database import Database
from tests import make
from tests.counting import counted


def ranking(database: Database, now: datetime, **facts: Any) -> Ranking:
    with database.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now, **facts)
        return shortlist.of_all(session, request_id, now=now)


def test_a_buddy_who_fits_is_ranked_with_every_rule_that_has_a_say(database: Database, now: datetime) -> None:
    (best,) = ranking(database, now).shortlist

    values = {part.rule: part.value for part in best.parts}
    assert values == {"topic": 1000, "phase": 1000, "sector": 1000, "moments": 500, "load": 1000, "rest": 1000}


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        ({"max_load": 0}, ("full",)),
        ({"trained_on": None}, ("untrained",)),
        ({"trained_on": date(2027, 1, 1)}, ("untrained",)),
        ({"certificate_seen_on": None}, ("certificate",)),
        ({"certificate_seen_on": date(2023, 11, 24)}, ("certificate",)),
        ({"topics": ("E1",)}, ("topic",)),
        ({"languages": ("ar",)}, ("language",)),
        ({"contact_modes": ("home",)}, ("contact",)),
    ],
)
def test_who_cannot_be_asked_is_named_with_the_rule(
    sqlite: Database, now: datetime, facts: dict[str, Any], broken: tuple[str, ...]
) -> None:
    found = ranking(sqlite, now, **facts)

    assert [keys for _buddy_id, keys in found.refused] == [broken]


def test_a_neighbouring_topic_counts_for_half(sqlite: Database, now: datetime) -> None:
    (best,) = ranking(sqlite, now, topics=("F2",)).shortlist

    assert [part.value for part in best.parts if part.rule == "topic"] == [500]


def test_running_matches_and_waiting_proposals_are_both_load(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        first = make.request(session, now=now, email="a@example.nl")
        second = make.request(session, now=now, email="b@example.nl")
        third = make.request(session, now=now, email="c@example.nl")
        accepted = make.proposal(session, first, buddy_id, now=now)
        agreement.accept_for_buddy(session, accepted, by=make.buddy_actor(buddy_id), now=now)
        agreement.accept_for_parent(session, accepted, by=PARENT, now=now)
        make.proposal(session, second, buddy_id, now=now)

        assert shortlist.of_all(session, third, now=now).refused == ((buddy_id, ("full",)),)


def test_a_buddy_who_said_no_or_was_matched_before_fell_out_for_this_request(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id = make.request(session, now=now)
        one, other = (make.buddy(session, now=now, email=f"{name}@example.nl") for name in "ab")
        refused = make.proposal(session, request_id, one, now=now)
        proposals.decline(session, refused, by=make.buddy_actor(one), now=now)
        accepted = make.proposal(session, request_id, other, now=now)
        agreement.accept_for_buddy(session, accepted, by=make.buddy_actor(other), now=now)
        match_id = agreement.accept_for_parent(session, accepted, by=PARENT, now=now)
        matches.end(session, match_id, "no_click", by=make.COORDINATOR, now=now)

        found = shortlist.of_all(session, request_id, now=now)

        assert found.refused == ((one, ("refused",)), (other, ("earlier",)))


def test_weights_come_from_the_screen(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        catalogue.change(session, "rule", "topic", {"weight": 80}, by=make.COORDINATOR, now=now)
        catalogue.switch(session, "rule", "rest", active=False, by=make.COORDINATOR, now=now)

        found = shortlist.weights(session)

        assert (found["topic"], found["rest"], found["load"]) == (80, 0, 5)


def test_a_month_of_rest_is_counted_from_the_last_match(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now - timedelta(days=15))
        request_id = make.request(session, now=now, email="b@example.nl")

        (best,) = shortlist.of_all(session, request_id, now=now).shortlist

        assert [part.facts for part in best.parts if part.rule == "rest"] == [{"days": 15}]


def test_one_buddy_or_thirty_take_as_many_questions_to_the_database(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now)
    few = counted(sqlite, lambda session: shortlist.of_all(session, request_id, now=now))
    with sqlite.writing() as session:
        for number in range(29):
            make.buddy(session, now=now, email=f"{number}@example.nl")
    many = counted(sqlite, lambda session: shortlist.of_all(session, request_id, now=now))

    assert (few, many) == (15, 15)


def test_a_request_that_does_not_exist_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session, pytest.raises(Refused, match=r"^not_found$"):
        shortlist.of_all(session, 999, now=now)


def test_a_paused_buddy_is_not_asked(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        buddy_id = make.buddy(session, now=now)
        buddies.pause(session, buddy_id, by=make.buddy_actor(buddy_id), now=now)

        assert shortlist.of_one(session, request_id, buddy_id, now=now).refused == ((buddy_id, ("paused",)),)
