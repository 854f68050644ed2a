"""The week of a buddy, on the own page: a tap, exact hours."""

from datetime import datetime

import pytest

from dashboard.parts.gatherings.week import PART
from store.database import Database
from store.queries.buddying.weeks import Block, week
from tests import make
from tests.dashboard.buddying.own_pages import asked, tap
from tests.doors import many, prop_id


def test_one_tap_saves_a_part_of_the_week(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)

    answer = tap(doors.visitor(make.buddy_actor(buddy_id)), buddy_id, 0, "morning", on=True)

    assert "Bewaard." in answer
    assert "9:00–12:00" in answer
    with sqlite.reading() as session:
        assert week(session, buddy_id) == (Block(0, 540, 720), make.TUESDAY_EVENING)


def test_boxes_that_were_only_drawn_change_nothing(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)
    visitor = doors.visitor(make.buddy_actor(buddy_id))
    names = [{"type": PART, "weekday": 1, "part": part} for part in ("morning", "evening")]

    visitor.call(
        doors.output_of("week-hours", "week-said.children"),
        [(..., "", many(*((name, "checked", False) for name in names)))],
        [("week-of", "data", buddy_id)],
        [prop_id(name, "checked") for name in names],
    )

    with sqlite.reading() as session:
        assert week(session, buddy_id) == (make.TUESDAY_EVENING,)


@pytest.mark.parametrize(
    ("start", "end", "said", "hours"),
    [
        ("09:30", "10:15:00", "Bewaard.", (Block(0, 570, 615), make.TUESDAY_EVENING)),
        ("22:00", "00:00", "Bewaard.", (Block(0, 1320, 1440), make.TUESDAY_EVENING)),
        ("12:00", "11:00", "De eindtijd moet na de begintijd liggen.", (make.TUESDAY_EVENING,)),
        ("", "11:00", "Kies een dag en tijden", (make.TUESDAY_EVENING,)),
    ],
)
def test_exact_hours_are_added_or_refused_with_the_reason(
    sqlite: Database, now: datetime, start: str, end: str, said: str, hours: tuple[Block, ...]
) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)

    answer = doors.visitor(make.buddy_actor(buddy_id)).call(
        doors.output_of("week.children", "hours-error"),
        [("hours-add", "n_clicks", 1), (..., "", [])],
        [
            ("hours-day", "value", "0"),
            ("hours-from", "value", start),
            ("hours-to", "value", end),
            ("week-of", "data", buddy_id),
        ],
    )

    assert said in answer.get_data(as_text=True)
    with sqlite.reading() as session:
        assert week(session, buddy_id) == hours
