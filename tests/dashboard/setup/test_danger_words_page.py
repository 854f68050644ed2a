"""The words of danger on screen."""

from datetime import datetime

import pytest

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
        visitor.doors.output_of("danger-seen.data"),
        [("danger-save", "n_clicks", 1)],
        [(..., "", said), (..., "", unless), (..., "", ids), ("danger-seen", "data", {})],
    )

    with sqlite.reading() as session:
        assert crisis.speaks_of_danger(session, "een noodkreet")


def test_the_second_of_two_who_save_undoes_nothing_and_hears_it(database: Database, now: datetime) -> None:
    key, visitor = "self_harm.en", Doors(database, now).visitor(make.COORDINATOR)
    with database.reading() as session:
        lines = "\n".join(catalogue.entry(session, crisis.CATALOGUE, key).data["say"])
    with database.writing() as session:
        crisis.change(session, key, f"{lines}\neerste woord", "", by=make.COORDINATOR, now=now)

    answer = visitor.call(
        visitor.doors.output_of("danger-seen.data"),
        [("danger-save", "n_clicks", 1)],
        [
            (..., "", many(({"type": SAY, "key": key}, "value", f"{lines}\ntweede woord"))),
            (..., "", many(({"type": UNLESS, "key": key}, "value", ""))),
            (..., "", many(({"type": SAY, "key": key}, "id", {"type": SAY, "key": key}))),
            ("danger-seen", "data", {key: [lines, ""]}),
        ],
    ).get_data(as_text=True)

    with database.reading() as session:
        there = catalogue.entry(session, crisis.CATALOGUE, key).data["say"]
    assert (there[-2:], "Een collega veranderde intussen ook woorden" in answer) == (
        ["eerste woord", "tweede woord"], True
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "said"), [("dit is een noodkreet", "waarschuwt"), ("een noodkreet in een film", "waarschuwt niet")]
)
def test_a_sentence_is_tried_on_words_that_are_not_saved_yet(
    sqlite: Database, now: datetime, sentence: str, said: str
) -> None:
    visitor, key = Doors(sqlite, now).visitor(make.COORDINATOR), "self_harm.nl"

    answer = visitor.call(
        visitor.doors.output_of("danger-said.children"),
        [("danger-look", "n_clicks", 1), ("danger-sentence", "n_submit", None)],
        [
            ("danger-sentence", "value", sentence),
            (..., "", many(({"type": SAY, "key": key}, "value", "noodkreet"))),
            (..., "", many(({"type": UNLESS, "key": key}, "value", "noodkreet in een film"))),
        ],
    ).get_json()

    shown = answer["response"]["danger-said"]["children"]["props"]["children"][-1]
    assert shown == said
