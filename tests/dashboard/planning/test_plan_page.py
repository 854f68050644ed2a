"""The page that finds a buddy for everybody: what it tells, and to whom."""

from datetime import datetime

import pytest

from dashboard.parts.planning.plan_ids import APPLY, AWAY, BACK, FORBID, MAKE, PIN
from dashboard.parts.planning.plan_situation import situation
from domain.actors import Actor, Role
from domain.matchmaking import plans, prepared, requests
from store.database import Database
from tests import make
from tests.counting import counted
from tests.dashboard.planning.planning import (
    drawn,
    press,
    preview_id,
    staff,
)
from tests.dashboard.village import BY, Village, paired, ready, village

__all__ = ["village"]


COLLEAGUE = Actor(name="Ton", roles=frozenset({Role.COORDINATOR}), account_id=2)


def test_before_there_is_a_plan_the_page_says_how_many_wait(
    database: Database, now: datetime, village: Village
) -> None:
    page = drawn(staff(database, now))

    assert [said in page for said in ("3 ouders wachten op een buddy.", "Maak een plan", "Eerdere plannen")] == [
        True,
        True,
        False,
    ]


def test_a_plan_says_in_one_sentence_how_many_get_a_buddy_and_why_it_can_not_be_better(
    database: Database, now: datetime, village: Village
) -> None:
    visitor = staff(database, now)

    press(visitor, MAKE)
    page = drawn(visitor)

    said = (
        "3 ouders wachten op een buddy. 2 krijgen een voorstel, 1 nog niet.",
        "Beter kan niet: geen andere verdeling",
        "Zet 2 voorstellen klaar",
        "Klaarzetten stuurt nog niets.",
        "Farida",
        "Deelt het onderwerp",
    )
    assert [one for one in said if one not in page] == []
    assert "Haddad" not in page


def test_who_has_nobody_reads_what_is_missing(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)

    press(visitor, MAKE)

    assert "Er is geen buddy die dit onderwerp en dit onderwijs kent." in drawn(visitor)


def test_a_near_miss_leads_to_where_the_change_is_made(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        expired = make.buddy(session, now=now, name="Mark", certificate_seen_on=None)
        make.buddy(session, now=now, name="Xandra", email="x@example.nl", sectors=("vo",))
    visitor = staff(sqlite, now)

    press(visitor, MAKE)
    page = drawn(visitor)

    assert "Als Mark een geldige VOG laat zien, past Mark." in page
    assert "Als ervaring met ander onderwijs ook goed is, past Xandra." in page
    assert [f"/werk/buddys/{expired}" in page, f"/werk/buddyvragen/{request_id}" in page] == [True, True]


def test_two_coordinators_at_one_plan_see_how_it_stands(database: Database, now: datetime, village: Village) -> None:
    one = staff(database, now)
    press(one, MAKE)
    seen = preview_id(database)
    press(staff(database, now, COLLEAGUE), FORBID, seen, village.farida, paired(database)[village.farida])
    after = paired(database)

    told = [press(one, what, seen, village.joris, village.anna) for what in (PIN, FORBID, BACK, APPLY)]

    assert ["Er is intussen een nieuwer plan" in said and now.isoformat() in said for said in told] == [True] * 4
    assert (paired(database), ready(database)) == (after, {})


def test_a_plan_that_is_out_of_date_says_so(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    with database.writing() as session:
        requests.close(session, village.samira, by=BY, now=now)

    assert "Sinds dit plan is er een ouder bij gekomen of weggegaan." in drawn(visitor)


def test_when_nobody_waits_there_is_nothing_to_plan(sqlite: Database, now: datetime) -> None:
    page = drawn(staff(sqlite, now))

    assert ["Niemand wacht op een buddy" in page, "Maak een plan" in page] == [True, False]


def test_without_buddies_the_page_leads_to_them(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)

    page = drawn(staff(sqlite, now))

    assert ["Er zijn nog geen buddy" in page, "/werk/buddys" in page, "Maak een plan" in page] == [True, True, False]


def test_only_the_first_thirty_pairs_are_drawn_until_all_are_asked_for(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for number in range(33):
            make.request(session, now=now, email=f"{number}@example.nl")
            make.buddy(session, now=now, email=f"b{number}@example.nl")
        plans.make(session, by=BY, now=now)
    visitor = staff(sqlite, now)

    first, whole = drawn(visitor), drawn(visitor, everybody=True)

    assert (first.count("Andere buddy voor"), whole.count("Andere buddy voor")) == (30, 33)
    assert "Toon nog 3 ouders" in first


def test_the_page_asks_as_much_of_the_database_for_thirty_as_for_one(sqlite: Database, now: datetime) -> None:
    def full(parents: int) -> int:
        with sqlite.writing() as session:
            for number in range(parents):
                make.request(session, now=now, email=f"{parents}-{number}@example.nl")
                make.buddy(session, now=now, email=f"b{parents}-{number}@example.nl")
            prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)
            plans.make(session, by=BY, now=now)
        return counted(sqlite, lambda session: situation(session, now))

    assert full(1) == full(30)


@pytest.mark.parametrize("what", ["nonsense", PIN, APPLY, AWAY])
def test_forged_numbers_change_nothing(sqlite: Database, now: datetime, what: str) -> None:
    press(staff(sqlite, now), what, "x", {"a": 1}, 2**40)  # type: ignore[arg-type]

    assert (preview_id(sqlite), ready(sqlite)) == (0, {})


def test_a_buddy_sees_no_plan(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now, make.buddy_actor(1))
    chosen = [("plan-changed", "data", None), ("plan-all", "data", None)]

    assert (visitor.get("/werk/koppelen").status_code, visitor.call("plan.children", chosen).status_code) == (403, 403)
