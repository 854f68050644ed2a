"""On how many days buddies could be asked, what they carry, and whether everybody gets a turn."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.measures.open_days import absences, days_open
from domain.measures.period import Period
from domain.measures.turns import silent_days, spread_now, turns
from store.queries.buddying.measures import Asked, Helper, Turn
from store.states import ProposalState
from trends.shares import Share

TODAY = date(2026, 11, 24)
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def helper(number: int = 1, **facts: Any) -> Helper:
    usual: dict[str, Any] = {
        "id": number,
        "name": f"Buddy {number}",
        "max_load": 2,
        "load": 0,
        "created_at": at(date(2025, 1, 1)),
        "trained_on": date(2025, 1, 1),
        "certificate_seen_on": date(2025, 1, 1),
        "stopped_at": None,
        "last_asked": None,
    }
    return Helper(**{**usual, **facts})


def away(*steps: tuple[date, str, date | None]) -> list[tuple[date, date]]:
    return absences([Turn(1, at(day), kind, until) for day, kind, until in steps], TODAY).get(1, [])


def test_a_buddy_who_is_there_can_be_asked_every_day() -> None:
    assert days_open(helper(), [], SEPTEMBER, OCTOBER) == 30


def test_a_newcomer_counts_from_the_training_and_who_stopped_until_then() -> None:
    new, gone = helper(trained_on=date(2026, 9, 21)), helper(stopped_at=at(date(2026, 9, 11)))

    assert [days_open(one, [], SEPTEMBER, OCTOBER) for one in (new, gone, helper(trained_on=None))] == [10, 10, 0]


def test_without_a_certificate_that_counts_nobody_is_asked() -> None:
    ended, never = helper(certificate_seen_on=date(2023, 9, 6)), helper(certificate_seen_on=None)

    assert [days_open(one, [], SEPTEMBER, OCTOBER) for one in (ended, never)] == [5, 0]
    assert [silent_days(one, [], TODAY) for one in (ended, never)] == [None, None]


def test_a_pause_and_a_rest_that_overlap_count_once() -> None:
    absent = away(
        (date(2026, 9, 5), "buddy.paused", None),
        (date(2026, 9, 10), "buddy.rests", date(2026, 9, 20)),
        (date(2026, 9, 15), "buddy.resumed", None),
    )

    assert days_open(helper(), absent, SEPTEMBER, OCTOBER) == 30 - 15


def test_a_rest_ends_by_itself_sooner_when_staff_say_so_and_later_when_it_is_set_longer() -> None:
    begins = (date(2026, 9, 5), "buddy.rests", date(2026, 9, 15))

    lasted = [
        days_open(helper(), away(*steps), SEPTEMBER, OCTOBER)
        for steps in (
            [begins],
            [begins, (date(2026, 9, 8), "buddy.rested", None)],
            [begins, (date(2026, 9, 8), "buddy.rests", date(2026, 9, 25))],
        )
    ]

    assert lasted == [20, 27, 10]


def test_a_pause_that_goes_on_lasts_until_today_included() -> None:
    absent = away((TODAY - timedelta(days=3), "buddy.paused", None))

    assert (days_open(helper(), absent, TODAY, TODAY + timedelta(days=1)), silent_days(helper(), absent, TODAY)) == (
        0,
        None,
    )


def test_silence_counts_from_the_last_question_or_the_way_back() -> None:
    asked = helper(last_asked=at(TODAY - timedelta(days=40)))
    back = [(TODAY - timedelta(days=60), TODAY - timedelta(days=10))]

    assert (silent_days(asked, [], TODAY), silent_days(asked, back, TODAY)) == (40, 10)


def test_who_is_full_is_not_overlooked() -> None:
    assert silent_days(helper(load=2), [], TODAY) is None


def test_who_was_asked_least_for_their_room_comes_first() -> None:
    known = [helper(1), helper(2), helper(3, stopped_at=at(date(2024, 1, 1)))]
    asked = [Asked(1, ProposalState.ACCEPTED, None, at(TODAY), None, None, None)] * 4
    period = Period(date(2026, 8, 1), date(2027, 8, 1), 2026)

    found = turns(known, asked, {}, period, TODAY)

    assert [(one.buddy_id, one.asked, one.expected) for one in found] == [(2, 0, 2.0), (1, 4, 2.0)]


def test_a_buddy_without_a_question_for_a_quarter_of_a_year_is_overlooked() -> None:
    period = Period(date(2026, 8, 1), date(2027, 8, 1), 2026)
    lately = helper(2, last_asked=at(TODAY - timedelta(days=90)))

    assert [one.is_overlooked for one in turns([helper(1), lately], [], {}, period, TODAY)] == [True, False]


def test_the_load_is_that_of_trained_buddies_who_did_not_stop() -> None:
    known = [
        helper(1, load=2),
        helper(2, load=1),
        helper(3, stopped_at=at(TODAY)),
        helper(4, trained_on=None),
    ]

    found = spread_now(known)

    assert (found.people, found.full) == ((0, 1, 1), Share(1, 2))
