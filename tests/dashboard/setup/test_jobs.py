"""The page of jobs, as staff see and use it."""

import json
from datetime import datetime, timedelta

from domain.clockwork import jobs, pulses, runs
from store.database import Database
from tests import make
from tests.dashboard.setup.jobs_page import do_all, lead, shown, staff
from tests.doors import Visitor


def history(visitor: Visitor, job: str) -> str:
    inputs = [("job-tick", "data", 1), ("job-key", "children", job)]
    output = visitor.doors.output_of("job-runs.children")
    return visitor.call(output, inputs, [("job-shown", "data", None)]).get_data(as_text=True)


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
