"""Danger stands on top of today."""

from datetime import datetime

from store.database import Database
from tests import make
from tests.domain.inquiring.asked import asked
from tests.doors import Doors


def test_words_of_danger_stand_above_all_else(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, "Ik wil niet meer leven", now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    page = visitor.call("today.children", [("today", "id", "today")]).get_data(as_text=True)

    assert page.index("1 vraag met woorden van gevaar") < page.index("Ouders die wachten")
