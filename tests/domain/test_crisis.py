"""The words of danger and the numbers to call: changed by staff, also by two at once."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest

from domain import catalogue, crisis
from domain.actors import Actor, Role
from domain.refused import Refused
from i18n import speaking
from store.database import Database
from store.door_states import Audience
from tests.conftest import NOW
from tests.make import COORDINATOR

A_MOMENT = 0.2  # seconds in which somebody who does not wait would have read the list


def test_staff_switch_words_off(sqlite: Database) -> None:
    with sqlite.writing() as session:
        catalogue.switch(session, "crisis", "violence.nl", active=False, by=COORDINATOR, now=NOW)

    with sqlite.reading() as session:
        found = crisis.speaks_of_danger(session, "mijn man slaat mij")

    assert not found


def test_parents_see_the_emergency_number_first(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = crisis.helplines(session, Audience.PARENTS)

    assert [one.phone for one in found] == ["112", "0800-0113", "0800-0432", "0800-2000"]


def test_helplines_speak_the_language_of_the_reader(sqlite: Database) -> None:
    with sqlite.reading() as session, speaking("en"):
        found = crisis.helplines(session, Audience.YOUNG)

    assert found[0].name == "Danger now"


def test_young_people_see_what_is_there_day_and_night_first_and_then_what_is_theirs(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = crisis.helplines(session, Audience.YOUNG)

    assert [one.phone for one in found] == ["112", "0800-0113", "0800-0432", "0800-2000"]


def test_staff_change_the_words(sqlite: Database) -> None:
    with sqlite.writing() as session:
        changed = crisis.change(session, "self_harm.en", "  noodkreet  \n\n", "", by=COORDINATOR, now=NOW)
        again = crisis.change(session, "self_harm.en", "noodkreet", "", by=COORDINATOR, now=NOW)

    with sqlite.reading() as session:
        found = crisis.speaks_of_danger(session, "dit is een noodkret")
    assert (changed, again, found) == (True, False, True)


def test_what_two_people_changed_at_once_goes_together(database: Database) -> None:
    key = "self_harm.en"
    with database.writing() as session:
        crisis.change(session, key, "one\ntwo\nthree", "not one", by=COORDINATOR, now=NOW)
        crisis.change(session, key, "one\nthree\nfour", "not one", by=COORDINATOR, now=NOW)
        seen = ("one\ntwo\nthree", "not one")
        crisis.change(session, key, "two\nthree\nfive", "not one\nnot two", by=COORDINATOR, now=NOW, seen=seen)

    with database.reading() as session:
        data = catalogue.entry(session, crisis.CATALOGUE, key).data
    assert (data["say"], data["unless"]) == (["three", "four", "five"], ["not one", "not two"])


def test_who_saves_while_another_is_saving_waits_for_that_one(database: Database) -> None:
    """Read before the other one was done, the list would be written over with what it was."""
    key = "self_harm.en"

    def add(word: str) -> None:
        with database.writing() as session:
            crisis.change(session, key, f"one\n{word}", "", by=COORDINATOR, now=NOW, seen=("one", ""))

    with database.writing() as session:
        crisis.change(session, key, "one", "", by=COORDINATOR, now=NOW)
    with ThreadPoolExecutor() as people:
        with database.writing() as session:
            crisis.change(session, key, "one\ntwo", "", by=COORDINATOR, now=NOW, seen=("one", ""))
            session.flush()
            second = people.submit(add, "three")
            sleep(A_MOMENT)
        second.result()

    with database.reading() as session:
        assert catalogue.entry(session, crisis.CATALOGUE, key).data["say"] == ["one", "two", "three"]


@pytest.mark.parametrize("line", ["..", "*", "/", ".. .."])
def test_a_line_without_a_word_raises_no_alarm(sqlite: Database, line: str) -> None:
    with sqlite.writing() as session:
        crisis.change(session, "self_harm.en", line, "", by=COORDINATOR, now=NOW)

    with sqlite.reading() as session:
        assert not crisis.speaks_of_danger(session, "Wanneer is het oudercafé?")


def test_policy_staff_may_not_change_the_words(sqlite: Database) -> None:
    by = Actor(name="Pia", roles=frozenset({Role.POLICY}), account_id=3)

    with sqlite.writing() as session, pytest.raises(Refused, match="not_allowed"):
        crisis.change(session, "self_harm.en", "x", "", by=by, now=NOW)
