"""The invented years: believable, the same for the same day, and all or nothing."""

from datetime import date, datetime
from random import Random

import pytest

from automations.run import run
from demo import fill, season
from domain import accounts
from domain.care import check_in_answers
from store.database import Database
from store.models import Buddy, CheckIn, Event, EventHost, JournalLine, Letter, Match, PublishedCell, Question, SignUp
from store.queries.buddying import measures
from store.states import HostState, MatchState, SignUpState
from tests import make


def silent(_line: str) -> None:
    """Nobody listens."""


def test_an_empty_database_gets_believable_years(filled: Database) -> None:
    with filled.reading() as session:
        running = session.query(Match).filter(Match.state == MatchState.RUNNING).count()
        assert session.query(Question).count() > 600
        assert session.query(Event).count() >= 30
        assert session.query(Buddy).count() == 14
        assert running >= 4
        assert session.query(SignUp).filter(SignUp.state == SignUpState.WAITING).count() >= 1
        assert session.query(PublishedCell).filter(PublishedCell.value.is_not(None)).count() > 50
        assert session.query(JournalLine).filter(JournalLine.handled_at.is_(None)).count() == 0


def test_most_cafes_that_were_and_some_that_come_have_a_host(filled: Database, now: datetime) -> None:
    with filled.reading() as session:
        rows = session.query(EventHost.event_id, EventHost.buddy_id, EventHost.state, Event.starts_at).join(Event).all()
    accepted = [row for row in rows if row.state is HostState.ACCEPTED]
    was = {row.event_id for row in accepted if row.starts_at < now}
    coming = {row.event_id for row in accepted if row.starts_at > now}
    assert (len(was) >= 15, len(coming) >= 2, len({row.buddy_id for row in accepted}) >= 3) == (True, True, True)
    assert HostState.DECLINED in {row.state for row in rows}


def test_matches_were_asked_how_it_goes_and_some_answers_wait(filled: Database, now: datetime) -> None:
    with filled.reading() as session:
        answers = {row.answer for row in session.query(CheckIn).filter(CheckIn.asked_at.is_not(None))}
        pairs = measures.helped(session, date(2020, 1, 1), now.date())
        coming = session.query(CheckIn).filter(CheckIn.asked_at.is_(None), CheckIn.due_on > now.date()).count()
        assert {None, "good", "so_so"} <= answers
        assert (len(pairs) >= 6, coming >= 6, len(check_in_answers.to_take_up(session)) >= 1) == (True, True, True)


def test_each_login_that_is_printed_works(filled: Database, now: datetime) -> None:
    with filled.writing() as session:
        signed_in = [
            accounts.actor(session, accounts.sign_in(session, one.email, one.password, now=now), now=now).roles
            for one in fill.LOGINS
        ]

    assert signed_in == [one.roles for one in fill.LOGINS]


def test_a_filled_database_is_left_alone(filled: Database, now: datetime) -> None:
    with filled.reading() as session:
        before = session.query(JournalLine).count()

    again = fill.years_when_empty(filled, now=now, say=silent)

    with filled.reading() as session:
        assert (again, session.query(JournalLine).count()) == (True, before)


def test_a_start_that_is_cut_off_leaves_an_empty_database(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fill, "LOGINS", (*fill.LOGINS, fill.LOGINS[0]))  # the same address twice is refused

    with pytest.raises(Exception, match="account"):
        fill.years_when_empty(sqlite, now=now, say=silent)

    with sqlite.reading() as session:
        assert session.query(Question).count() == 0


def test_invented_people_get_no_letter(filled: Database, now: datetime) -> None:
    run(filled, now, make.LETTERHEAD)

    with filled.reading() as session:
        assert session.query(Letter).filter(Letter.kind == "choose_password").count() == 0


def test_the_same_day_gives_the_same_questions() -> None:
    today = date(2026, 11, 24)

    assert season.questions(today, Random(1)) == season.questions(today, Random(1))


def test_one_topic_rises_from_year_to_year() -> None:
    asked = season.questions(date(2026, 8, 1), Random(fill.SEED))

    def in_school_year(first: int) -> int:
        days = (date(first, 8, 1), date(first + 1, 8, 1))
        return sum(season.RISING in str(one.values["topics"]) for one in asked if days[0] <= one.day < days[1])

    assert in_school_year(2023) < in_school_year(2024) < in_school_year(2025)
