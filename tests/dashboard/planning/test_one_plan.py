"""One plan, read again later: over HTTP."""

from datetime import datetime, timedelta

from domain import catalogue
from domain.matchmaking import plans, prepared
from store.database import Database
from store.models import MatchPlan
from tests import make
from tests.dashboard.planning.planning import staff
from tests.doors import Visitor

BY = make.COORDINATOR


def a_plan(database: Database, now: datetime) -> int:
    """Farida gets Anna, and Samira nobody."""
    with database.writing() as session:
        make.request(session, now=now - timedelta(days=9))
        make.request(session, now=now, name="Samira", email="s@example.nl", topics=("E1",), sector="vso")
        make.buddy(session, now=now)
        plan_id = plans.make(session, by=BY, now=now)
        prepared.apply(session, plan_id, by=BY, now=now)
        return plan_id


def drawn(visitor: Visitor, number: int) -> str:
    return visitor.call("one-plan.children", [("one-plan-number", "data", number)]).get_data(as_text=True)


def again(visitor: Visitor, number: int) -> str:
    states = [("one-plan-number", "data", number)]
    return visitor.call("plan-again.children", [("plan-again-go", "n_clicks", 1)], states).get_data(as_text=True)


def test_a_plan_tells_who_made_it_with_which_weights_and_who_got_whom(sqlite: Database, now: datetime) -> None:
    page = drawn(staff(sqlite, now), a_plan(sqlite, now))

    said = ("Ouders die wachtten", "Met een buddy in het plan", "een gebruiker van toen", "klaargezet",
            "Hoe zwaar telde elke regel?", "Farida", "Anna de Vries", "Samira", "nog niemand")  # fmt: skip
    assert [one for one in said if one not in page] == []


def test_reckoned_again_the_same_comes_out_although_the_weights_changed(database: Database, now: datetime) -> None:
    plan_id = a_plan(database, now)
    with database.writing() as session:
        catalogue.change(session, "rule", "topic", {"weight": 3}, by=BY, now=now)
        make.buddy(session, now=now, name="Cora", email="cora@example.nl")

    said = again(staff(database, now), plan_id)

    assert ["Er komt precies hetzelfde uit." in said, "Beter kan niet" in said] == [True, True]


def test_what_no_longer_comes_out_the_same_is_said(sqlite: Database, now: datetime) -> None:
    plan_id = a_plan(sqlite, now)
    with sqlite.writing() as session:
        row = session.get_one(MatchPlan, plan_id)
        row.result = (row.result or "").replace('"quality":', '"quality":1')

    assert "Er komt iets anders uit" in again(staff(sqlite, now), plan_id)


def test_of_an_old_plan_only_the_numbers_are_left(sqlite: Database, now: datetime) -> None:
    plan_id = a_plan(sqlite, now)
    with sqlite.writing() as session:
        row = session.get_one(MatchPlan, plan_id)
        row.input = row.result = None

    page = drawn(staff(sqlite, now), plan_id)

    assert ["Dit plan is ouder dan een jaar." in page, "Farida" in page] == [True, False]


def test_a_plan_that_does_not_exist_gets_a_friendly_page(sqlite: Database, now: datetime) -> None:
    assert "Dit plan is er niet" in drawn(staff(sqlite, now), 999)
