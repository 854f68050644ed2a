"""What is said when we ask how it goes: one tap, a remark that is erased, and a coordinator who takes it up."""

from datetime import date, datetime, timedelta

import pytest

from domain.actors import CLOCK, PARENT, Actor
from domain.care import check_in_answers, check_ins, matches
from domain.clockwork import tidying
from domain.matchmaking import requests
from domain.refused import Refused
from store.database import Database
from store.models import Buddy, CheckIn, JournalLine, Match
from store.sessions import Session
from store.states import MatchState, RequestState
from tests import make
from tests.racing import race

DAY = timedelta(days=1)


def asked(session: Session, moment: str, now: datetime) -> int:
    """A question of a new match that was asked today."""
    match_id = make.match(session, now=now - 7 * DAY)
    row = session.query(CheckIn).filter_by(match_id=match_id, moment=moment).one()
    row.asked_at = now
    return row.id


def said(database: Database) -> list[tuple[str, bool]]:
    with database.reading() as session:
        lines = session.query(JournalLine).filter_by(kind="check_in.answered").order_by(JournalLine.id)
        return [(line.facts["answer"], line.facts["attention"]) for line in lines]


def waiting(database: Database) -> list[str]:
    with database.reading() as session:
        return [row.moment for row in check_in_answers.to_take_up(session)]


def test_good_needs_nobody(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = asked(session, "parent_1", now)
        for _twice in range(2):
            check_in_answers.answer(session, number, "good", by=PARENT, now=now)

    assert (said(database), waiting(database)) == ([("good", False)], [])


@pytest.mark.parametrize("answer", ["so_so", "call_me"])
def test_anything_else_waits_until_the_coordinator_took_it_up(database: Database, now: datetime, answer: str) -> None:
    with database.writing() as session:
        number = asked(session, "parent_1", now)
        check_in_answers.answer(session, number, answer, by=PARENT, now=now)
    assert waiting(database) == ["parent_1"]

    with database.writing() as session:
        for _twice in range(2):
            check_in_answers.take_up(session, number, by=make.COORDINATOR, now=now)

    assert waiting(database) == []
    with database.reading() as session:
        assert session.query(JournalLine).filter_by(kind="check_in.taken_up").count() == 1


def test_another_answer_takes_the_place_of_the_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "parent_1", now)
        check_in_answers.answer(session, number, "call_me", by=PARENT, now=now)
        check_in_answers.take_up(session, number, by=make.COORDINATOR, now=now)
        check_in_answers.answer(session, number, "so_so", by=PARENT, now=now)

    assert waiting(sqlite) == ["parent_1"]


def test_a_remark_is_kept_three_months_and_the_answer_stays(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = asked(session, "parent_1", now)
        check_in_answers.answer(session, number, "so_so", " Wij krijgen geen afspraak ", by=PARENT, now=now)
        assert session.get_one(CheckIn, number).remark == "Wij krijgen geen afspraak"
    for days in (89, 91):
        with database.writing() as session:
            while tidying.tidy(session, now + days * DAY):
                pass
        with database.reading() as session:
            row = session.get_one(CheckIn, number)
            assert (row.answer, row.remark is None) == ("so_so", days == 91)


def test_a_remark_has_a_greatest_length(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "parent_1", now)
        with pytest.raises(Refused, match=r"^check_in.remark$"):
            check_in_answers.answer(session, number, "good", "x" * 501, by=PARENT, now=now)


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(99)])
def test_only_the_buddy_of_the_match_answers_as_the_buddy(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        number = asked(session, "buddy_2", now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            check_in_answers.answer(session, number, "good", by=by, now=now)


def test_a_buddy_does_not_answer_for_the_parent(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "parent_1", now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            check_in_answers.answer(session, number, "good", by=make.buddy_actor(1), now=now)


def test_what_was_not_asked_yet_is_not_answered(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, "parent_1", now)
        number = session.query(CheckIn.id).filter_by(moment="parent_2").scalar() or 0
        with pytest.raises(Refused, match=r"^not_found$"):
            check_in_answers.answer(session, number, "good", by=PARENT, now=now)


def test_an_answer_that_is_not_on_the_list_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "parent_1", now)
        with pytest.raises(Refused, match=r"^catalogue.unknown$"):
            check_in_answers.answer(session, number, "end", by=PARENT, now=now)


def test_a_buddy_rounds_off_and_rests_after_a_heavy_match(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = asked(session, "closing", now)
        by = check_in_answers.answering(session, number)
        for _twice in range(2):
            check_in_answers.answer(session, number, "end", heavy=True, by=by, now=now)

    with database.reading() as session:
        match, buddy = session.query(Match).one(), session.query(Buddy).one()
        assert (match.state, match.end_reason, match.heavy) == (MatchState.ENDED, "agreed", True)
        assert (match.request.state, buddy.rest_until) == (RequestState.CLOSED, date(2026, 12, 22))


def test_a_double_tap_on_not_yet_asks_again_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = asked(session, "closing", now)

    def tap(_number: int) -> None:
        with database.writing() as session:
            check_in_answers.answer(session, number, "go_on", by=make.COORDINATOR, now=now)

    race(3, tap)

    with database.reading() as session:
        assert [row.moment for row in session.query(CheckIn).filter(CheckIn.moment.like("closing/%"))] == ["closing/2"]


def test_an_answer_after_the_end_is_thanked(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "parent_1", now)
        matches.end(session, session.query(Match.id).scalar() or 0, "agreed", by=make.COORDINATOR, now=now)
        with pytest.raises(Refused, match=r"^check_in.over$"):
            check_in_answers.answer(session, number, "good", by=PARENT, now=now)


def test_the_clock_never_takes_back_what_was_said(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = asked(session, "parent_1", now)
        check_in_answers.answer(session, number, "so_so", by=PARENT, now=now)
        check_ins.tend(session, by=CLOCK, now=now + 10 * DAY)

    with database.reading() as session:
        assert session.get_one(CheckIn, number).answer == "so_so"


def test_who_withdrew_says_nothing_more_after_care(database: Database, now: datetime) -> None:
    with database.writing() as session:
        match = session.get_one(Match, make.match(session, now=now - 50 * DAY))
        matches.end(session, match.id, "agreed", by=make.COORDINATOR, now=now - 28 * DAY)
        row = session.query(CheckIn).filter_by(moment="after_care").one()
        row.asked_at = now
        requests.withdraw(session, match.request_id, by=PARENT, now=now)

        with pytest.raises(Refused, match=r"^check_in.over$"):
            check_in_answers.answer(session, row.id, "so_so", "Bel mij op 06 12345678", by=PARENT, now=now)


def test_nobody_fills_the_mail_of_the_coordinators_by_changing_an_answer(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, "parent_1", now)
        for _time in range(5):
            for said in ("call_me", "so_so"):
                check_in_answers.answer(session, number, said, by=PARENT, now=now)

        with pytest.raises(Refused, match=r"^limit.reached$"):
            check_in_answers.answer(session, number, "call_me", by=PARENT, now=now)
