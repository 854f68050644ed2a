"""How it goes, behind the link: a look is safe, one tap answers, and nobody sees more than they should."""

from datetime import datetime, timedelta

import pytest

from domain import catalogue
from domain.care import check_in_answers, matches
from domain.matchmaking import requests
from store.database import Database
from store.models import CheckIn, Helpfulness, Match
from store.states import MatchState, RequestState
from tests import make
from tests.doors import Doors, Visitor, text_of

DAY = timedelta(days=1)


def asked(database: Database, moment: str, now: datetime) -> str:
    """The address of the page behind a letter that went today, in a match of a week."""
    with database.writing() as session:
        match_id = make.match(session, now=now - 7 * DAY)
        if moment == "after_care":
            matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now)
        row = session.query(CheckIn).filter_by(moment=moment).one()
        row.asked_at = now
        return f"/link/{check_in_answers.link(session, row.id, now=now)}"


def visitor(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor()


def answer(database: Database, moment: str) -> str | None:
    with database.reading() as session:
        return session.query(CheckIn).filter_by(moment=moment).one().answer


def test_a_look_changes_nothing_and_one_tap_answers(database: Database, now: datetime) -> None:
    page, parent = asked(database, "parent_1", now), visitor(database, now)
    seen = text_of(parent.get(page))
    assert ("Hoe gaat het met u en Anna?" in seen, answer(database, "parent_1")) == (True, None)

    answers = [parent.post(page, answer="good").status_code for _twice in range(2)]

    assert (answers, answer(database, "parent_1")) == ([303, 303], "good")
    assert "Fijn om te horen." in text_of(parent.get(page))


def test_who_wants_a_call_reads_that_it_comes(sqlite: Database, now: datetime) -> None:
    page, parent = asked(sqlite, "parent_1", now), visitor(sqlite, now)

    parent.post(page, answer="call_me", remark="Na zes uur")

    assert "De coördinator belt u zo snel mogelijk." in text_of(parent.get(page))
    with sqlite.reading() as session:
        assert session.query(CheckIn).filter_by(moment="parent_1").one().remark == "Na zes uur"


def test_the_buddy_reads_no_more_of_the_parent_than_the_first_name(sqlite: Database, now: datetime) -> None:
    page = asked(sqlite, "buddy_2", now)

    seen = text_of(visitor(sqlite, now).get(page))

    assert "Hoe gaat het met u en Farida?" in seen
    assert "farida@example.nl" not in seen


def test_a_buddy_rounds_off_and_takes_a_breather(sqlite: Database, now: datetime) -> None:
    page, buddy = asked(sqlite, "closing", now), visitor(sqlite, now)
    assert "Is het tijd om af te ronden?" in text_of(buddy.get(page))

    buddy.post(page, answer="end", heavy="yes")

    with sqlite.reading() as session:
        match = session.query(Match).one()
        assert (match.state, match.heavy, match.buddy.rest_until is not None) == (MatchState.ENDED, True, True)
    assert "De koppeling is afgerond." in text_of(buddy.get(page))


def test_after_the_end_there_is_nothing_left_to_answer(sqlite: Database, now: datetime) -> None:
    page = asked(sqlite, "parent_1", now)
    with sqlite.writing() as session:
        matches.end(session, session.query(Match.id).scalar() or 0, "agreed", by=make.COORDINATOR, now=now)

    said = visitor(sqlite, now).post(page, answer="good")

    assert (said.status_code, "intussen afgerond" in text_of(said)) == (409, True)


def test_a_parent_asks_for_a_buddy_again(database: Database, now: datetime) -> None:
    page, parent = asked(database, "after_care", now), visitor(database, now)

    parent.post(page, do="again")

    assert "Wij zoeken weer een buddy voor u." in text_of(parent.get(page))
    with database.reading() as session:
        assert session.query(Match).one().request.state is RequestState.OPEN


def test_the_three_questions_come_after_the_answer_and_go_away_once_answered(sqlite: Database, now: datetime) -> None:
    page, parent = asked(sqlite, "parent_1", now), visitor(sqlite, now)
    before = "Drie korte vragen" in text_of(parent.get(page))
    parent.post(page, answer="good")
    asked_now = "Drie korte vragen" in text_of(parent.get(page))

    parent.post(page, do="helped", **{"h-understood": "4", "h-next_step": "x"})

    assert (before, asked_now, "Drie korte vragen" in text_of(parent.get(page))) == (False, True, False)
    with sqlite.reading() as session:
        assert session.query(Helpfulness).one().answers == {"understood": 4}


def test_a_buddy_never_answers_what_is_asked_of_the_parent(sqlite: Database, now: datetime) -> None:
    page = asked(sqlite, "buddy_2", now)

    tries = [visitor(sqlite, now).post(page, do=do).status_code for do in ("again", "helped")]

    assert tries == [409, 409]
    with sqlite.reading() as session:
        assert session.query(Helpfulness).count() == 0


@pytest.mark.parametrize("said", ["", "x", "end"])
def test_forged_answers_are_refused(sqlite: Database, now: datetime, said: str) -> None:
    page = asked(sqlite, "parent_1", now)

    assert visitor(sqlite, now).post(page, answer=said).status_code == 409
    assert answer(sqlite, "parent_1") is None


def test_a_question_that_staff_switched_off_meanwhile_can_still_be_answered(sqlite: Database, now: datetime) -> None:
    page = asked(sqlite, "parent_1", now)
    with sqlite.writing() as session:
        catalogue.switch(session, "care", "parent_1", active=False, by=make.COORDINATOR, now=now)

    assert visitor(sqlite, now).post(page, answer="good").status_code == 303


def test_the_link_ends_after_eight_weeks(sqlite: Database, now: datetime) -> None:
    page = asked(sqlite, "parent_1", now)

    assert visitor(sqlite, now + 56 * DAY).get(page).status_code == 410


def own_page(database: Database, now: datetime) -> str:
    with database.writing() as session:
        request_id = session.get_one(Match, make.match(session, now=now)).request_id
        return f"/link/{requests.link(session, request_id, now=now)}"


@pytest.mark.parametrize(("do", "state"), [("stop", RequestState.CLOSED), ("stop_and_search", RequestState.OPEN)])
def test_a_parent_stops_on_the_own_page(database: Database, now: datetime, do: str, state: RequestState) -> None:
    page, parent = own_page(database, now), visitor(database, now)

    answers = [parent.post(page, do=do, reason="no_click").status_code for _twice in range(2)]

    assert answers == [303, 303]
    with database.reading() as session:
        match = session.query(Match).one()
        assert (match.state, match.end_reason, match.request.state) == (MatchState.ENDED, "no_click", state)


def test_on_the_own_page_the_three_questions_come_at_the_start_and_at_the_end(sqlite: Database, now: datetime) -> None:
    page, parent = own_page(sqlite, now), visitor(sqlite, now)
    assert "Hoe is het nu, aan het begin?" in text_of(parent.get(page))
    parent.post(page, do="helped", **{"h-understood": "2"})
    parent.post(page, do="stop", reason="agreed")
    assert "Hoe is het nu, na het contact met uw buddy?" in text_of(parent.get(page))
    parent.post(page, do="helped", **{"h-understood": "5"})

    with sqlite.reading() as session:
        found = session.query(Helpfulness).order_by(Helpfulness.at_end)
        assert [(one.at_end, one.answers) for one in found] == [(False, {"understood": 2}), (True, {"understood": 5})]


def test_from_the_own_page_a_parent_asks_for_a_buddy_again(sqlite: Database, now: datetime) -> None:
    page, parent = own_page(sqlite, now), visitor(sqlite, now)
    parent.post(page, do="stop", reason="agreed")

    parent.post(page, do="again")

    assert "Wij zoeken een buddy die bij u past." in text_of(parent.get(page))
