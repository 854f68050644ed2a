"""The same form sent again: it stays one story, as its teller said last."""

from datetime import datetime

import pytest

from domain import codes
from domain.refused import Refused
from domain.stories.telling import Triangle
from store.database import Database
from store.door_states import Consent, SecondReading, StoryState
from store.models import JournalLine, Story, StoryFinding
from tests.domain.stories.teller import tell


def test_sending_twice_is_one_story(database: Database, now: datetime) -> None:
    code = codes.make()

    numbers = {tell(database, now, code) for _twice in range(2)}

    with database.reading() as session:
        assert [row.id for row in session.query(Story)] == list(numbers)


def test_who_goes_back_and_chooses_otherwise_is_heard(database: Database, now: datetime) -> None:
    code = codes.make()
    tell(database, now, code, consent=Consent.PUBLISH, say=80, triangle=Triangle(100, 0, 0))

    number = tell(database, now, code, consent=Consent.COUNT)

    with database.reading() as session:
        [row] = session.query(Story)
        assert (row.id, row.consent, row.say, row.at_school) == (number, Consent.COUNT, None, None)


def test_other_words_wait_until_the_teller_says_that_they_replace_the_first(database: Database, now: datetime) -> None:
    code = codes.make()
    number = tell(database, now, code)
    with database.writing() as session:
        session.add(StoryFinding(story_id=number, starts=0, ends=3, kind="name"))
        session.get_one(Story, number).second_reading = SecondReading.DONE

    with pytest.raises(Refused, match=r"story\.sent_already"):
        tell(database, now, code, words="Anders.")
    again = tell(database, now, code, words="Anders.", anew=True)

    with database.reading() as session:
        [row] = session.query(Story)
        assert (row.id, row.told, row.findings, row.second_reading) == (again, "Anders.", [], SecondReading.WAITING)


def test_words_of_danger_that_come_in_the_place_of_others_alert_too(sqlite: Database, now: datetime) -> None:
    code = codes.make()
    tell(sqlite, now, code)

    for _twice in range(2):
        tell(sqlite, now, code, words="Ik wil dood.", anew=True)

    with sqlite.reading() as session:
        assert session.query(Story).one().is_urgent
        assert [line.kind for line in session.query(JournalLine)] == ["story.urgent"]


def test_words_that_somebody_decided_on_are_not_replaced(sqlite: Database, now: datetime) -> None:
    code = codes.make()
    number = tell(sqlite, now, code)
    with sqlite.writing() as session:
        session.get_one(Story, number).state = StoryState.RELEASED

    with pytest.raises(Refused, match=r"story\.read_already"):
        tell(sqlite, now, code, words="Anders.", anew=True)


def test_once_it_was_decided_another_choice_is_refused_in_words(database: Database, now: datetime) -> None:
    code = codes.make()
    number = tell(database, now, code, consent=Consent.PUBLISH)
    with database.writing() as session:
        session.get_one(Story, number).state = StoryState.RELEASED

    again = tell(database, now, code, consent=Consent.PUBLISH)
    with pytest.raises(Refused, match=r"story\.decided"):
        tell(database, now, code, consent=Consent.COUNT)

    assert again == number
