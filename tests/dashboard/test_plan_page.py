"""The page that finds a buddy for everybody: looked at, put right, put ready and sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from dashboard.parts.planning.plan_ids import APPLY, AWAY, BACK, CHOOSE, FORBID, MAKE, PIN
from dashboard.parts.planning.plan_situation import situation
from domain import catalogue
from domain.actors import Actor, Role
from domain.buddying import buddies
from domain.matchmaking import plans, prepared, proposals, requests
from store.database import Database
from store.models import Letter, Proposal
from store.queries import plans as found
from store.states import PlanState
from tests import make
from tests.counting import counted
from tests.dashboard.planning import (
    ask_to_send,
    drawn,
    open_others,
    press,
    preview_id,
    say_yes,
    send,
    staff,
)

BY = make.COORDINATOR
COLLEAGUE = Actor(name="Ton", roles=frozenset({Role.COORDINATOR}), account_id=2)
WEEKS = timedelta(days=27)


@dataclass(frozen=True)
class Village:
    """Farida waits longest and Joris after her; Anna fits both, Bart a little less. Samira asks what nobody knows."""

    farida: int
    joris: int
    samira: int
    anna: int
    bart: int


@pytest.fixture
def village(database: Database, now: datetime) -> Village:
    with database.writing() as session:
        return Village(
            make.request(session, now=now - WEEKS, name="Farida Haddad"),
            make.request(session, now=now - timedelta(days=9), name="Joris Bos", email="joris@example.nl"),
            make.request(session, now=now, name="Samira Ali", email="s@example.nl", topics=("E1",), sector="vso"),
            make.buddy(session, now=now, max_load=1),
            make.buddy(session, now=now, name="Bart", email="bart@example.nl", age_bands=("16-18",), max_load=1),
        )


def paired(database: Database) -> dict[int, int]:
    with database.reading() as session:
        plan = found.newest(session, state=PlanState.PREVIEW)
        assert plan
        return {one: scored.buddy_id for one, scored in plans.stored(plan)[1].pairs.items()}


def ready(database: Database) -> dict[int, int]:
    with database.reading() as session:
        return {one.request_id: one.buddy_id for one in found.prepared(session)}


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


def test_a_pair_is_held_and_let_go(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    was = paired(database)

    press(visitor, PIN, preview_id(database), village.farida, village.bart)
    held = drawn(visitor)
    press(visitor, BACK, preview_id(database), village.farida, village.bart)

    assert ["vastgezet" in held, "Laat los" in held, "Beter kan niet met wat u zelf koos" in held] == [True] * 3
    assert paired(database) == was


def test_a_choice_that_moves_somebody_else_is_told(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    (parent,) = [one for one, buddy_id in paired(database).items() if buddy_id == village.bart]
    other = "Joris" if parent == village.farida else "Farida"

    told = press(visitor, CHOOSE, preview_id(database), parent, village.anna)

    assert f"{other} krijgt nu Bart in plaats van Anna de Vries." in told


def test_not_this_pair_stands_in_the_row_with_a_way_back(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    buddy_id = paired(database)[village.farida]

    press(visitor, FORBID, preview_id(database), village.farida, buddy_id)
    page = drawn(visitor)

    assert paired(database)[village.farida] != buddy_id
    assert ["Ongedaan maken" in page, "Niet Anna de Vries." in page or "Niet Bart." in page] == [True, True]


def test_a_pin_that_can_not_be_honoured_says_why(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    press(visitor, PIN, preview_id(database), village.farida, village.anna)
    with database.writing() as session:
        buddies.pause(session, village.anna, by=BY, now=now)

    press(visitor, MAKE)

    assert "U zette Anna de Vries vast, maar dat kan niet: is even met pauze." in drawn(visitor)


def test_other_buddies_come_with_reasons_and_what_insisting_costs(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        make.buddy(session, now=now, name="Xandra", email="x@example.nl", certificate_seen_on=None)
    visitor = staff(database, now)
    press(visitor, MAKE)

    page = open_others(visitor, preview_id(database), village.farida)

    assert ["staat in het plan" in page, "Dan krijgt 1 ouder een andere buddy." in page] == [True, True]
    assert "Joris krijgt dan" in page
    assert ["Xandra" in page, "heeft geen VOG, of de VOG is ouder dan drie jaar" in page] == [True, True]


def test_insisting_may_leave_another_parent_without(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        first = make.request(session, now=now - WEEKS)
        make.request(session, now=now, name="Joris", email="j@example.nl", languages=("tr",))
        make.buddy(session, now=now, max_load=1, languages=("nl",))
        make.buddy(session, now=now, name="Canan", email="c@example.nl", max_load=1, languages=("nl", "tr"))
    visitor = staff(sqlite, now)
    press(visitor, MAKE)

    page = open_others(visitor, preview_id(sqlite), first)

    assert ["Dan krijgt 1 ouder geen buddy." in page, "Joris krijgt dan geen buddy (nu Canan)." in page] == [True, True]


def test_applying_puts_ready_and_sends_nothing(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)

    told = press(visitor, APPLY, preview_id(database))
    page = drawn(visitor)

    assert "2 voorstellen staan klaar. Er ging nog geen bericht uit." in told
    assert "3 ouders wachten op een buddy. Voor 2 staat een voorstel klaar." in page
    with database.reading() as session:
        assert (session.query(Proposal).count(), session.query(Letter).count()) == (0, 0)


def test_a_pair_that_no_longer_holds_is_told_when_it_is_put_ready(
    database: Database, now: datetime, village: Village
) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    plan_id = preview_id(database)
    with database.writing() as session:
        buddies.pause(session, village.bart, by=BY, now=now)

    told = press(visitor, APPLY, plan_id)

    assert ["1 voorstel niet:" in told, "Bart: is even met pauze" in told] == [True, True]


def test_before_sending_staff_read_who_gets_a_mail(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    press(visitor, APPLY, preview_id(database))

    page = ask_to_send(visitor, ticked=(village.farida, village.joris))
    one = ask_to_send(visitor, village.joris, ticked=(village.farida, village.joris))

    assert ["Ja, stuur 2 voorstellen" in page, "zonder naam van de ouder" in page, "over Farida" in page] == [True] * 3
    assert ["Ja, stuur 1 voorstel" in one, "Farida" in one] == [True, False]
    with database.reading() as session:
        assert session.query(Proposal).count() == 0


def test_when_the_mail_about_proposals_is_off_the_question_says_so(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now)
        prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)
        catalogue.switch(session, "automation", "proposal_sent", active=False, by=BY, now=now)

    assert "Niemand krijgt dus mail" in ask_to_send(staff(sqlite, now), request_id)


def test_nothing_ticked_is_nothing_sent(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
        make.buddy(session, now=now)
        prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)

    assert "Vink eerst een voorstel aan." in ask_to_send(staff(sqlite, now))


def test_sending_tells_what_went_out_and_what_did_not(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    press(visitor, APPLY, preview_id(database))
    (with_bart,) = [one for one, buddy_id in ready(database).items() if buddy_id == village.bart]
    with database.writing() as session:
        buddies.pause(session, village.bart, by=BY, now=now)

    page = drawn(visitor)
    told = send(visitor, village.farida, village.joris)

    assert "kan niet meer: is even met pauze" in page
    assert ["1 voorstel is gestuurd. 1 voorstel niet:" in told, "is even met pauze" in told] == [True, True]
    assert ready(database) == {with_bart: village.bart}


def test_what_is_ready_is_put_away(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    press(visitor, APPLY, preview_id(database))

    press(visitor, AWAY, 0, village.farida)

    assert set(ready(database)) == {village.joris}


def test_a_plan_is_put_aside_after_a_yes(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)

    say_yes(visitor, f"plan-drop-{preview_id(database)}")

    assert preview_id(database) == 0
    assert "vervangen of weggelegd" in drawn(visitor)


def test_who_was_asked_already_is_outside_and_the_page_says_so(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        proposals.propose(session, village.farida, village.anna, by=BY, now=now)
    visitor = staff(database, now)

    press(visitor, MAKE)
    page = drawn(visitor)

    assert "Voor 1 ouder is al een buddy gevraagd." in page
    assert set(paired(database)) == {village.joris}


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
