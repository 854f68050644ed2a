"""The page of jobs, as staff see and use it."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from dashboard.pages.jobs import CELL, CELLS, DO
from domain.actors import Actor, Role
from domain.clockwork import jobs, lease, pulses, runs
from store.database import Database
from store.models import JobPulse, JobRun, JournalLine
from tests import make
from tests.doors import SAME_SITE, UPDATE, Doors, Visitor, many, prop_id

ADMINISTRATOR = Actor("Ada", frozenset({Role.ADMINISTRATOR}), account_id=5)
POLICY = Actor("Piet", frozenset({Role.POLICY}), account_id=6)
EVERY_JOB = ("letters", "automations", "counts", "publish", "proposals", "tidy", "late")
KNOWN = {"counts", "publish", "tidy", "proposals", "late"}


def staff(database: Database, now: datetime, actor: Actor = make.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(actor)


def shown(visitor: Visitor, before: str | None = None) -> str:
    """The cells of every job, as Dash's own script asks for them."""
    cells = [
        {"id": {"type": CELL, "part": part, "job": job}, "property": "children"} for job in EVERY_JOB for part in CELLS
    ]
    buttons = [{"id": {"type": DO, "what": "rest", "job": job}, "property": "children"} for job in EVERY_JOB]
    clock, seen = (
        {"id": name, "property": prop} for name, prop in (("jobs-clock", "children"), ("jobs-shown", "data"))
    )
    body = {
        "output": visitor.doors.output_of("jobs-clock.children"),
        "outputs": [clock, seen, cells, buttons],
        "inputs": [{"id": f"jobs-{name}", "property": "data", "value": None} for name in ("tick", "changed")],
        "state": [{**seen, "value": before}],
        "changedPropIds": ["jobs-tick.data"],
    }
    answer = visitor.client.post(UPDATE, json=body, headers={**SAME_SITE, "X-CSRFToken": "form-token"})
    return answer.get_data(as_text=True)


def press(visitor: Visitor, what: str, job: str, clicks: int | None = 1) -> str:
    button = {"type": DO, "what": what, "job": job}
    answer = visitor.call(
        "jobs-changed.data", [(..., "", many((button, "n_clicks", clicks)))], [], [prop_id(button, "n_clicks")]
    )
    return answer.get_data(as_text=True)


def history(visitor: Visitor, job: str) -> str:
    inputs = [("job-tick", "data", 1), ("job-key", "children", job)]
    output = visitor.doors.output_of("job-runs.children")
    return visitor.call(output, inputs, [("job-shown", "data", None)]).get_data(as_text=True)


def lead(database: Database, now: datetime) -> int:
    with database.writing() as session:
        fence = lease.take(session, "one", now)
        runs.queue_due(session, now, known=KNOWN)
        return fence or 0


def do_all(database: Database, now: datetime) -> None:
    fence = lead(database, now)
    with database.writing() as session:
        while run := runs.claim(session, fence, now, known=KNOWN):
            runs.finish(session, run, 1234, now + timedelta(milliseconds=2300))


def count(database: Database, table: type) -> int:
    with database.reading() as session:
        return len(list(session.scalars(select(table))))


def test_every_job_says_what_it_does_when_and_what_comes_next(database: Database, now: datetime) -> None:
    do_all(database, now)

    page = shown(staff(database, now))

    assert "Elke dag om 06:30" in page
    assert "Volgende: woensdag 25 november, 06:30" in page
    assert "Volgende: vandaag, 11:05" in page
    assert "Doorlopend" in page


def test_how_it_went_is_told_with_duration_and_number(database: Database, now: datetime) -> None:
    do_all(database, now)

    page = shown(staff(database, now))

    assert ("Gelukt" in page, "duurde 2,3 s" in page, "1.234" in page, "De klok staat stil" in page) == (
        True,
        True,
        True,
        False,
    )


def test_without_a_clock_the_page_says_what_to_do(sqlite: Database, now: datetime) -> None:
    assert "De klok staat stil" in shown(staff(sqlite, now))


def test_before_anything_ran_each_job_says_so(sqlite: Database, now: datetime) -> None:
    page = shown(staff(sqlite, now))

    assert ("Nog niet gedaan" in page, "nog niet" in page) == (True, True)


def test_a_late_job_carries_a_badge(sqlite: Database, now: datetime) -> None:
    do_all(sqlite, now)

    assert ("Te laat" in shown(staff(sqlite, now)), "Te laat" in shown(staff(sqlite, now + timedelta(days=1)))) == (
        False,
        True,
    )


def test_what_went_wrong_is_shown_and_tried_again(sqlite: Database, now: datetime) -> None:
    fence = lead(sqlite, now)
    with sqlite.writing() as session:
        run = runs.claim(session, fence, now, known={"tidy"})
        assert run
        runs.fail(session, run, "ValueError (tidy, tidying.py:31)", now)
        pulses.stumble(session, "letters", "ConnectionError (post, post.py:9)", now=now)

    page = shown(staff(sqlite, now))

    assert page.count("Ging mis, probeert opnieuw") == 2
    assert "ValueError (tidy, tidying.py:31)" in page
    assert "ConnectionError (post, post.py:9)" in page


def test_nothing_is_drawn_again_while_nothing_changed(sqlite: Database, now: datetime) -> None:
    do_all(sqlite, now)
    visitor = staff(sqlite, now)
    seen = json.loads(shown(visitor))["response"]["jobs-shown"]["data"]

    assert shown(visitor, before=seen) == ""


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


def test_one_job_shows_its_last_runs(database: Database, now: datetime) -> None:
    do_all(database, now)
    with database.writing() as session:
        jobs.run_now(session, "tidy", by=make.COORDINATOR, now=now)

    page = history(staff(database, now), "tidy")

    assert ("Gestart door een medewerker" in page, "Wacht" in page, "Gelukt" in page, "2,3 s" in page) == (
        True,
        True,
        True,
        True,
    )


def test_a_job_that_never_rests_tells_when_it_last_did_something(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        pulses.beat(session, "letters", rows=3, milliseconds=140, now=now)

    page = history(staff(sqlite, now), "letters")

    assert ("Deed voor het laatst iets" in page, "vandaag, 11:00" in page, "0,1 s" in page) == (True, True, True)


def test_a_job_without_runs_says_so(sqlite: Database, now: datetime) -> None:
    assert "Hier komt elke keer dat deze taak gedaan is." in history(staff(sqlite, now), "tidy")
