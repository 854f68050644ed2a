"""Tidying up takes away what is too old, and nothing else."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from domain import limits, links
from domain.clockwork import tidying
from domain.matchmaking import plans, prepared, requests
from domain.refused import Refused
from store.database import Database
from store.models import Attempt, Feed, JobRun, Letter, Link, MatchPlan, PreparedProposal, Question, Request, SentForm
from store.states import FeedKind, LetterState, LinkPurpose, RunState
from tests import make

DAY = timedelta(days=1)


def tidy(database: Database, now: datetime) -> list[int]:
    """How many rows each part took."""
    parts: list[int] = []
    while True:
        with database.writing() as session:
            rows = tidying.tidy(session, now)
        if not rows:
            return parts
        parts.append(rows)


def letter(key: str, state: LetterState, written_at: datetime) -> Letter:
    return Letter(
        dedupe_key=key,
        message_id=f"<{key}@example.nl>",
        kind="signup.confirmed",
        subject_kind="sign_up",
        subject_id=1,
        recipient="Farida",
        address="farida@example.nl",
        title="Uw aanmelding",
        body="Fijn dat u komt.",
        language="nl",
        state=state,
        next_at=written_at,
        written_at=written_at,
    )


def run(job: str, period: str, finished_at: datetime, rows: int) -> JobRun:
    return JobRun(
        job=job,
        period=period,
        due_at=finished_at,
        not_before=finished_at,
        finished_at=finished_at,
        state=RunState.DONE,
        rows=rows,
    )


def test_ended_links_go_and_others_stay(database: Database, now: datetime) -> None:
    with database.writing() as session:
        links.make(session, LinkPurpose.SIGN_UP, 1, until=now, now=now - DAY)
        links.make(session, LinkPurpose.SIGN_UP, 2, until=now + DAY, now=now)

    tidy(database, now)

    with database.reading() as session:
        assert list(session.scalars(select(Link.subject_id))) == [2]


def test_attempts_go_when_their_time_is_over(database: Database, now: datetime) -> None:
    with database.writing() as session:
        limits.count(session, "sign in", "somebody", most=5, minutes=15, now=now - timedelta(minutes=16))
        limits.count(session, "sign in", "another", most=5, minutes=60, now=now)

    tidy(database, now)

    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Attempt)) == 1


def test_a_limit_still_counts_in_its_own_window(database: Database, now: datetime) -> None:
    with database.writing() as session:
        limits.count(session, "sign in", "somebody", most=1, minutes=15, now=now)
    tidy(database, now)

    with pytest.raises(Refused, match=r"limit\.reached"), database.writing() as session:
        limits.count(session, "sign in", "somebody", most=1, minutes=15, now=now)


def test_of_an_old_letter_only_the_fact_stays(database: Database, now: datetime) -> None:
    with database.writing() as session:
        session.add(letter("old", LetterState.SENT, now - 31 * DAY))
        session.add(letter("new", LetterState.SENT, now - 29 * DAY))
        session.add(letter("kept", LetterState.KEPT, now - 31 * DAY))
        session.add(letter("waiting", LetterState.QUEUED, now - 91 * DAY))
        session.add(letter("forgotten", LetterState.FAILED, now - 91 * DAY))

    tidy(database, now)

    with database.reading() as session:
        left = {
            row.dedupe_key: (row.recipient, row.address, row.title, row.body) for row in session.scalars(select(Letter))
        }
    whole = ("Farida", "farida@example.nl", "Uw aanmelding", "Fijn dat u komt.")
    empty = (None, None, None, None)
    assert left == {"old": empty, "new": whole, "kept": whole, "waiting": whole, "forgotten": empty}


def test_runs_that_found_nothing_go_sooner(database: Database, now: datetime) -> None:
    with database.writing() as session:
        session.add(run("counts", "2026-11-20T10:00Z", now - 4 * DAY, rows=0))
        session.add(run("counts", "2026-11-20T10:05Z", now - 4 * DAY, rows=7))
        session.add(run("publish", "2026-11-20", now - 4 * DAY, rows=0))
        session.add(run("publish", "2026-08-20", now - 96 * DAY, rows=9))

    tidy(database, now)

    with database.reading() as session:
        assert set(session.scalars(select(JobRun.period))) == {"2026-11-20T10:05Z", "2026-11-20"}


def test_much_goes_in_parts_and_a_second_time_finds_nothing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for n in range(1, 1201):
            session.add(run("late", f"2026-11-20T{n}", now - 4 * DAY, rows=0))

    assert (tidy(database, now), tidy(database, now)) == ([500, 500, 200], [])


def test_feeds_that_were_ended_go_after_a_while(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for name, revoked in (("old", now - timedelta(days=31)), ("new", now - DAY), ("live", None)):
            feed = Feed(token_hash=name.encode(), kind=FeedKind.BUDDY, subject=name, created_at=now, revoked_at=revoked)
            session.add(feed)

    tidy(database, now)

    with database.reading() as session:
        assert set(session.scalars(select(Feed.subject))) == {"new", "live"}


def test_of_a_plan_of_more_than_a_year_ago_only_the_numbers_stay(database: Database, now: datetime) -> None:
    with database.writing() as session:
        old, young = (plans.make(session, by=make.COORDINATOR, now=now - days * DAY) for days in (366, 365))
    tidy(database, now)

    with database.reading() as session:
        assert [session.get_one(MatchPlan, one).result is None for one in (old, young)] == [True, False]


def test_what_was_ready_for_a_request_that_closed_goes(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.buddy(session, now=now)
        request_id = make.request(session, now=now)
        make.request(session, now=now, name="Joris", email="joris@example.nl")
        prepared.apply(session, plans.make(session, by=make.COORDINATOR, now=now), by=make.COORDINATOR, now=now)
        requests.close(session, request_id, by=make.COORDINATOR, now=now)
    tidy(database, now)

    with database.reading() as session:
        ready = session.scalars(select(PreparedProposal.request_id)).all()
        assert (request_id in ready, len(ready)) == (False, 1)


def test_who_asked_for_a_buddy_is_forgotten_half_a_year_after_the_end(database: Database, now: datetime) -> None:
    with database.writing() as session:
        ended, waits = make.request(session, now=now), make.request(session, now=now, email="b@example.nl")
        requests.close(session, ended, by=make.COORDINATOR, now=now)

    parts = tidy(database, now + 182 * DAY), tidy(database, now + 183 * DAY)

    assert parts[1] == [1]
    with database.reading() as session:
        row = session.get_one(Request, ended)
        assert (row.name, row.email, row.phone, row.contact_index) == (None, None, None, None)
        assert [one.code for one in row.topics] == ["F1"]
        assert session.get_one(Request, waits).name == "Farida"


def test_a_note_is_erased_on_its_day_and_the_question_stays(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now, note="Belt terug", minutes=10)

    assert tidy(database, now + 89 * DAY) == []
    assert tidy(database, now + 90 * DAY) == [1]
    with database.reading() as session:
        row = session.get_one(Question, number)
        assert (row.note, row.note_until, row.minutes) == (None, None, 10)


def test_the_token_of_a_form_is_forgotten_after_a_season(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        session.add(SentForm(token="a", subject_id=1, sent_at=now))

    assert (tidy(sqlite, now + 89 * DAY), tidy(sqlite, now + 91 * DAY)) == ([], [1])
