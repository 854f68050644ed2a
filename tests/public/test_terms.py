"""How long we keep and wait, said on pages as staff set it."""

from datetime import datetime

import pytest

from domain import time_limits
from domain.post.facts import matches
from store.database import Database
from tests import make
from tests.public.visitor import Visitor


def set_days(database: Database, now: datetime, **days: int) -> None:
    with database.writing() as session:
        wanted = {key: {"days": many} for key, many in days.items()}
        time_limits.change(session, wanted, by=make.COORDINATOR, now=now)


@pytest.mark.parametrize(
    ("address", "key", "before", "after"),
    [
        ("/wie-ziet-wat", "inquiry_kept", "Wij wissen alles 90 dagen na het antwoord.", "alles 41 dagen na het"),
        ("/wie-ziet-wat", "story_told", "De tekst die u stuurde, wissen wij na 180 dagen.", "wissen wij na 41 dagen."),
        ("/vertellis/weg", "story_told", "Wij wissen zelf na 180 dagen wat u stuurde.", "na 41 dagen wat u stuurde."),
    ],
)
def test_a_page_says_the_term_that_staff_set(
    passer_by: Visitor, sqlite: Database, now: datetime, address: str, key: str, before: str, after: str
) -> None:
    first = passer_by.read(address).text
    set_days(sqlite, now, **{key: 41})

    assert (before in first, after in passer_by.read(address).text) == (True, True)


def test_letters_of_a_match_say_the_term_that_staff_set(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.match(session, now=now)
        time_limits.change(session, {"first_contact": {"hours": 72}}, by=make.COORDINATOR, now=now)

    with sqlite.reading() as session:
        assert matches.values(session, number, {})["termijn"] == "3 dagen"
