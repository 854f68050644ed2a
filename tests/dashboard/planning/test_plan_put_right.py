"""A plan for everybody that staff put right on its page: held, forbidden, chosen otherwise."""

from datetime import datetime

from dashboard.parts.planning.plan_ids import BACK, CHOOSE, FORBID, MAKE, PIN
from domain.buddying import buddies
from store.database import Database
from tests import make
from tests.dashboard.planning.planning import (
    drawn,
    open_others,
    press,
    preview_id,
    staff,
)
from tests.dashboard.village import BY, WEEKS, Village, paired, village

__all__ = ["village"]


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
