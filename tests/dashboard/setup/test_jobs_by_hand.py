"""Jobs that staff start, pause and resume, and who may."""

from datetime import datetime

import pytest
from sqlalchemy import select

from dashboard.pages.setup.jobs import DO
from domain.actors import Actor, Role
from store.database import Database
from store.models import JobPulse, JobRun, JournalLine
from tests import make
from tests.dashboard.setup.jobs_page import do_all, shown, staff
from tests.doors import Visitor, many, prop_id

ADMINISTRATOR = Actor("Ada", frozenset({Role.ADMINISTRATOR}), account_id=5)
POLICY = Actor("Piet", frozenset({Role.POLICY}), account_id=6)


def press(visitor: Visitor, what: str, job: str, clicks: int | None = 1) -> str:
    button = {"type": DO, "what": what, "job": job}
    answer = visitor.call(
        "jobs-changed.data", [(..., "", many((button, "n_clicks", clicks)))], [], [prop_id(button, "n_clicks")]
    )
    return answer.get_data(as_text=True)


def count(database: Database, table: type) -> int:
    with database.reading() as session:
        return len(list(session.scalars(select(table))))


@pytest.mark.parametrize("actor", [make.COORDINATOR, ADMINISTRATOR])
def test_start_now_queues_one_run_and_says_so(database: Database, now: datetime, actor: Actor) -> None:
    answer = press(staff(database, now, actor), "run", "tidy")

    with database.reading() as session:
        [run] = session.scalars(select(JobRun))
    assert ("De taak begint meteen." in answer, run.job, run.period.startswith("manual:")) == (True, "tidy", True)


def test_a_button_that_was_only_drawn_does_nothing(sqlite: Database, now: datetime) -> None:
    press(staff(sqlite, now), "run", "tidy", clicks=None)

    assert count(sqlite, JobRun) == 0


def test_pause_and_resume(database: Database, now: datetime) -> None:
    visitor = staff(database, now)
    do_all(database, now)

    press(visitor, "rest", "publish")
    paused = shown(visitor)
    press(visitor, "rest", "publish")

    assert ("Op pauze" in paused, "Hervat" in paused, "Op pauze" in shown(visitor)) == (True, True, False)
    with database.reading() as session:
        kinds = list(session.scalars(select(JournalLine.kind).order_by(JournalLine.id)))
    assert kinds[-2:] == ["job.paused", "job.resumed"]


def test_a_job_that_never_rests_can_be_paused_but_not_started(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    refused = press(visitor, "run", "letters")
    press(visitor, "rest", "letters")

    with sqlite.reading() as session:
        assert session.get_one(JobPulse, "letters").paused_at == now
    assert "Deze taak werkt de hele tijd." in refused


@pytest.mark.parametrize(("what", "job"), [("run", "nonsense"), ("erase", "tidy"), ("__class__", "tidy")])
def test_what_a_browser_makes_up_changes_nothing(sqlite: Database, now: datetime, what: str, job: str) -> None:
    press(staff(sqlite, now), what, job)

    assert (count(sqlite, JobRun), count(sqlite, JournalLine)) == (0, 0)


@pytest.mark.parametrize("actor", [POLICY, make.buddy_actor(1)])
def test_others_get_neither_the_page_nor_its_buttons(sqlite: Database, now: datetime, actor: Actor) -> None:
    visitor = staff(sqlite, now, actor)

    answers = [visitor.get(f"/werk/taken{path}").status_code for path in ("", "/tidy")]
    press(visitor, "run", "tidy")

    assert (answers, count(sqlite, JobRun)) == ([403, 403], 0)
