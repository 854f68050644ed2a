"""All that policy staff see, in a figure, hover text, file or report, stays when all but the published is gone."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete

from dashboard.pages.numbers import trends
from domain.actors import Role
from store.models import Report
from tests.flows.policy_page import TrendPage
from tests.flows.policy_reader import differing, signed_in
from tests.flows.told_to_policy import everything_told
from tests.invented import Point, invented_years, point_in

__all__ = ["invented_years"]
EXACT = {
    *("question", "question_topic", "question_done", "rollup", "breakdown", "topic_test", "dirty_cell", "dirty_month"),
    *("request", "request_topic", "proposal", "prepared_proposal", "match", "match_plan", "pair_wish", "check_in"),
    *("buddy", "buddy_topic", "buddy_attendance", "availability", "availability_exception", "appointment"),
    *("event", "event_topic", "event_host", "series", "sign_up", "feedback", "helpfulness", "story", "inquiry"),
}


@pytest.fixture(scope="module")
def full(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    with point_in(tmp_path_factory.mktemp("full"), invented_years) as one:
        with one.database.writing() as session:
            session.execute(delete(Report))
        yield one


@pytest.fixture(scope="module")
def emptied(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    """The same published numbers, and nothing of what they were counted from."""
    folder = tmp_path_factory.mktemp("emptied")
    shutil.copy(invented_years, folder / "emptied.db")
    with closing(sqlite3.connect(folder / "emptied.db")) as connection, connection:
        for table in sorted({*EXACT, "report"}):
            connection.execute(f'DELETE FROM "{table}"')
    with point_in(folder, folder / "emptied.db") as one:
        yield one


def test_without_all_that_was_ever_counted_policy_staff_get_the_same_to_the_byte(full: Point, emptied: Point) -> None:
    before, after = everything_told(full), everything_told(emptied)

    assert differing(before, after) == []
    assert sum(name.startswith("report") for name in before) >= 4
    assert min(map(len, before.values())) > 500


def test_a_coordinator_does_miss_it(full: Point, emptied: Point) -> None:
    pages = [TrendPage(signed_in(one, Role.COORDINATOR), trends.KIND).sent("jaar=2025") for one in (full, emptied)]

    assert pages[0] != pages[1]
