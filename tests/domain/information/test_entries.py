"""Words and addresses that staff add, change, switch off and put back."""

from collections.abc import Callable
from datetime import datetime

import pytest

from domain import content
from domain.actors import Actor, Role
from domain.information import entries
from domain.information.words import ADDRESSES, WORDS, addresses, words
from domain.inquiring.standard_answers import CATALOGUE, standard_answers
from domain.own_entries import EntryPlan
from domain.refused import Refused
from store.database import Database
from store.door_states import Audience
from store.sessions import Session
from tests import make
from tests.racing import just_behind, race

BY = make.COORDINATOR
POLICY = Actor("Bas", frozenset({Role.POLICY}), account_id=7)
OWN = EntryPlan("KPC", "Een groep die meedenkt.", data={"also": ["kapécé"]})


def test_a_word_of_our_own_stands_between_the_others(database: Database, now: datetime) -> None:
    with database.writing() as session:
        entries.add(session, WORDS, OWN, by=BY, now=now)

        assert [one.also for one in words(session) if one.word == "KPC"] == [("kapécé",)]


def test_what_staff_changed_survives_loading_the_content_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        entries.change(session, WORDS, "opp", EntryPlan("OPP", "Ons plan."), by=BY, now=now)
        content.load(session)

        assert [one.meaning for one in words(session) if one.key == "opp"] == ["Ons plan."]


def test_a_changed_word_goes_back_to_how_it_came(database: Database, now: datetime) -> None:
    with database.writing() as session:
        entries.change(session, WORDS, "opp", EntryPlan("OPP", "Ons plan."), by=BY, now=now)
        entries.put_back(session, WORDS, "opp", by=BY, now=now)

        assert [one.is_standard for one in entries.listed(session, WORDS) if one.key == "opp"] == [True]


def test_what_staff_added_has_no_standard(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        key = entries.add(session, WORDS, OWN, by=BY, now=now)

        with pytest.raises(Refused, match=r"entry\.no_standard"):
            entries.put_back(session, WORDS, key, by=BY, now=now)


@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (EntryPlan("", "Iets."), "entry.name_needed"),
        (EntryPlan("KPC", " "), "entry.help_needed"),
        (EntryPlan("opp", "Iets."), "entry.name_taken"),
        (EntryPlan("KPC", "Iets.", data={"site": "javascript:alert(1)"}), "entry.site_not_safe"),
    ],
)
def test_what_is_missing_taken_or_unsafe_is_refused(
    sqlite: Database, now: datetime, plan: EntryPlan, refused: str
) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=refused):
        entries.add(session, WORDS, plan, by=BY, now=now)


def test_an_address_for_everybody_is_there_for_young_people_too(sqlite: Database, now: datetime) -> None:
    plan = EntryPlan("Jeugdhulp", "Helpt.", data={"for": "both", "phone": "", "site": "https://example.nl"})
    with sqlite.writing() as session:
        entries.add(session, ADDRESSES, plan, by=BY, now=now)

        assert "Jeugdhulp" in [one.name for one in addresses(session, Audience.YOUNG)]


def test_only_coordinators_change_words(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for act in (
            lambda: entries.add(session, WORDS, OWN, by=POLICY, now=now),
            lambda: entries.change(session, WORDS, "opp", OWN, by=POLICY, now=now),
            lambda: entries.switch(session, WORDS, "opp", active=False, by=POLICY, now=now),
            lambda: entries.put_back(session, WORDS, "opp", by=POLICY, now=now),
        ):
            with pytest.raises(Refused, match="not_allowed"):
                act()


def test_a_standard_answer_is_a_text_and_needs_no_explanation(database: Database, now: datetime) -> None:
    with database.writing() as session:
        plan = EntryPlan("Wij bellen", "", data={"nl": "Wij bellen u.\n\nMorgen.", "en": ""})
        entries.add(session, CATALOGUE, plan, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        texts = {one.name: one.text for one in standard_answers(session, "en")}
    assert texts["Wij bellen"] == "Wij bellen u.\n\nMorgen."


def test_a_standard_answer_without_a_text_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"entry\.text_needed"):
        entries.add(session, CATALOGUE, EntryPlan("Leeg", "", data={"nl": "", "en": ""}), by=make.COORDINATOR, now=now)


def test_two_who_add_another_word_at_once_both_keep_it(database: Database, now: datetime) -> None:
    plans = (EntryPlan("KPC", "Denkt mee."), EntryPlan("PPO", "Helpt scholen."))

    just_behind(database, lambda session, who: entries.add(session, WORDS, plans[who], by=BY, now=now))

    with database.reading() as session:
        assert {"KPC", "PPO"} <= {one.plan.label_nl for one in entries.listed(session, WORDS)}


def test_two_who_add_the_same_word_at_once_keep_one_and_the_second_hears_it(database: Database, now: datetime) -> None:
    heard = just_behind(database, lambda session, _who: entries.add(session, WORDS, OWN, by=BY, now=now))

    with database.reading() as session:
        kept = [one.plan.label_nl for one in entries.listed(session, WORDS)]
    assert (heard, kept.count("KPC")) == ("entry.name_taken", 1)


def test_a_word_is_not_renamed_to_one_that_is_just_being_added(database: Database, now: datetime) -> None:
    acts: list[Callable[[Session], object]] = [
        lambda session: entries.add(session, WORDS, OWN, by=BY, now=now),
        lambda session: entries.change(session, WORDS, "opp", OWN, by=BY, now=now),
    ]

    assert just_behind(database, lambda session, who: acts[who](session)) == "entry.name_taken"


def test_many_who_add_a_word_at_the_very_same_moment(database: Database, now: datetime) -> None:
    def add(number: int) -> str:
        with database.writing() as session:
            return entries.add(session, WORDS, EntryPlan(f"Woord {number % 4}", "Uitleg."), by=BY, now=now)

    heard = race(8, add)

    assert (heard.count("entry.name_taken"), len(set(heard))) == (4, 5)
