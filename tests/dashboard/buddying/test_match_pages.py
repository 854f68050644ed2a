"""How matches go, as the coordinator sees it: what needs a call, what was asked and said, and a good end."""

from datetime import datetime, timedelta

import pytest

from dashboard.parts.buddying.match_acts import DO, HEAVY, WHY
from domain.actors import CLOCK, PARENT
from domain.care import check_in_answers, check_ins, matches, standing
from domain.matchmaking import requests
from store.database import Database
from store.models import Buddy, CheckIn, Match
from tests import appointed, make
from tests.counting import counted
from tests.doors import Doors, Visitor, many, prop_id

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def listed(visitor: Visitor) -> str:
    inputs = [("matches-state", "value", "running"), ("matches-changed", "data", None)]
    return visitor.call("matches-list.children", inputs).get_data(as_text=True)


def opened(visitor: Visitor, number: int) -> str:
    return visitor.call(
        "match.children", [("match-number", "data", number), ("matches-changed", "data", None)]
    ).get_data(as_text=True)


def today(visitor: Visitor) -> str:
    return visitor.call("today.children", [("today", "id", "today")]).get_data(as_text=True)


def press(visitor: Visitor, what: str, number: int, match_id: int, *, heavy: bool = False) -> int:
    name = {"type": DO, "what": what, "number": number}
    return visitor.call(
        "matches-changed.data",
        [(..., "", many((name, "n_clicks", 1)))],
        [
            (..., "", many(({"type": WHY, "number": match_id}, "value", "agreed"))),
            (..., "", many(({"type": HEAVY, "number": match_id}, "checked", heavy))),
        ],
        [prop_id(name, "n_clicks")],
    ).status_code


def spoken(database: Database, now: datetime) -> int:
    with database.writing() as session:
        number = make.match(session, now=now)
        matches.log_contact(session, number, by=make.COORDINATOR, now=now)
    return number


def answered(database: Database, moment: str, answer: str, now: datetime, remark: str = "") -> int:
    """The number of a question that was asked and answered just now."""
    with database.writing() as session:
        check_ins.tend(session, by=CLOCK, now=now)
        number = session.query(CheckIn.id).filter_by(moment=moment).scalar() or 0
        check_in_answers.answer(session, number, answer, remark, by=PARENT, now=now)
    return number


def test_an_answer_that_is_not_good_stands_on_the_list_and_on_today_until_it_is_taken_up(
    sqlite: Database, now: datetime
) -> None:
    match_id = spoken(sqlite, now)
    number = answered(sqlite, "parent_1", "so_so", now + WEEK)
    visitor = staff(sqlite, now + WEEK)
    assert ("Farida: Gaat wel" in listed(visitor), "Gaat wel" in today(visitor)) == (True, True)

    press(visitor, "care", number, match_id)

    assert ("Gaat wel" in listed(visitor), "Gaat wel" in today(visitor)) == (False, False)


def test_the_page_of_a_match_tells_what_was_asked_said_and_what_is_still_to_come(
    sqlite: Database, now: datetime
) -> None:
    match_id = spoken(sqlite, now)
    answered(sqlite, "parent_1", "so_so", now + WEEK, "Afspreken lukt niet")

    page = opened(staff(sqlite, now + 9 * DAY), match_id)

    assert "Afspreken lukt niet" in page
    assert page.index("Ouder, na een week") < page.index("Ouder, na twee weken") < page.index("komt nog")


@pytest.mark.parametrize(("days", "words"), [(6, "wacht op antwoord"), (8, "geen antwoord")])
def test_a_question_without_an_answer_is_kindly_put_aside(
    sqlite: Database, now: datetime, days: int, words: str
) -> None:
    match_id = spoken(sqlite, now)
    with sqlite.writing() as session:
        check_ins.tend(session, by=CLOCK, now=now + WEEK)

    assert words in opened(staff(sqlite, now + WEEK + days * DAY), match_id)


def test_a_match_without_contact_for_two_weeks_stands_out(sqlite: Database, now: datetime) -> None:
    spoken(sqlite, now)

    before, after = (staff(sqlite, now + days * DAY) for days in (14, 15))

    assert "geen contact" not in listed(before) + today(before)
    assert "al 15 dagen geen contact" in listed(after)
    assert "al even geen contact met Anna de Vries" in today(after)


def test_a_conversation_that_is_planned_is_no_silence(sqlite: Database, now: datetime) -> None:
    match_id = spoken(sqlite, now)
    appointed.planned(sqlite, match_id, now + 20 * DAY, now=now)
    visitor = staff(sqlite, now + 15 * DAY)

    assert "geen contact" not in listed(visitor) + today(visitor)


def test_what_needs_a_call_comes_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        well = make.match(session, now=now)
        matches.log_contact(session, well, by=make.COORDINATOR, now=now)
        buddy_id = make.buddy(session, now=now, email="bo@example.nl", name="Bo")
        helped = appointed.running(session, buddy_id, now=now + DAY, email="b@example.nl", name="Joris")
        matches.ask_help(session, helped, by=make.COORDINATOR, now=now + DAY)

    page = listed(staff(sqlite, now + DAY))

    assert page.index("Joris") < page.index("Farida")


def test_a_heavy_match_is_rounded_off_and_the_buddy_rests(sqlite: Database, now: datetime) -> None:
    match_id = spoken(sqlite, now)
    visitor = staff(sqlite, now)

    press(visitor, "end", match_id, match_id, heavy=True)

    assert "zwaar voor de buddy" in opened(visitor, match_id)
    with sqlite.reading() as session:
        assert session.query(Buddy).one().rest_until is not None


def test_the_words_of_a_parent_who_stopped_are_shown(sqlite: Database, now: datetime) -> None:
    match_id = spoken(sqlite, now)
    with sqlite.writing() as session:
        request_id = session.get_one(Match, match_id).request_id
        matches.end_for_parent(session, request_id, "faded", again=False, by=PARENT, now=now)

    assert "Contact verwaterd" in opened(staff(sqlite, now), match_id)


def test_of_a_parent_who_withdrew_only_a_number_is_left(sqlite: Database, now: datetime) -> None:
    match_id = spoken(sqlite, now)
    answered(sqlite, "parent_1", "call_me", now + WEEK, "Bel mij thuis")
    with sqlite.writing() as session:
        requests.withdraw(session, session.get_one(Match, match_id).request_id, by=PARENT, now=now + WEEK)
    visitor = staff(sqlite, now + WEEK)

    seen = opened(visitor, match_id) + today(visitor)

    assert ("Farida" in seen, "Bel mij thuis" in seen, "Opgepakt" in seen) == (False, False, False)


def test_a_match_that_is_not_there_is_said(sqlite: Database, now: datetime) -> None:
    assert "Deze koppeling is er niet" in opened(staff(sqlite, now), 99)


def test_a_forged_act_is_refused(sqlite: Database, now: datetime) -> None:
    match_id = spoken(sqlite, now)

    press(staff(sqlite, now), "destroy", match_id, match_id)

    with sqlite.reading() as session:
        assert session.get_one(Match, match_id).ended_at is None


def test_the_list_asks_the_database_as_much_for_thirty_matches_as_for_one(sqlite: Database, now: datetime) -> None:
    asked = []
    for new in (1, 29):
        with sqlite.writing() as session:
            for number in range(new):
                email = f"{new}.{number}@example.nl"
                appointed.running(session, make.buddy(session, now=now, email=email), now=now, email=email)
        asked.append(counted(sqlite, lambda session: standing.of_running(session, now=now)))

    assert asked[0] == asked[1]
