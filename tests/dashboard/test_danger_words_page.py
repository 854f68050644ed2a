"""The words of danger on screen."""

from datetime import datetime

from dashboard.pages.settings.danger_words import SAY, UNLESS
from domain import catalogue, crisis
from store.database import Database
from tests import make
from tests.doors import Doors, many


def test_the_words_are_changed_on_screen(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        found = catalogue.entries(session, crisis.CATALOGUE)
    said = many(*[({"type": SAY, "key": one.key}, "value", "noodkreet") for one in found])
    unless = many(*[({"type": UNLESS, "key": one.key}, "value", "") for one in found])
    ids = many(*[({"type": SAY, "key": one.key}, "id", {"type": SAY, "key": one.key}) for one in found])
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    visitor.call(
        "danger-save.n_clicks", [("danger-save", "n_clicks", 1)], [(..., "", said), (..., "", unless), (..., "", ids)]
    )

    with sqlite.reading() as session:
        assert crisis.speaks_of_danger(session, "een noodkreet")
