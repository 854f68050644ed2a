"""Breaking the register down: right after any change, only where something changed, never losing one."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from domain.register import breakdowns, questions
from store.database import Database
from store.dimensions import DIMENSIONS
from store.models import Breakdown, DirtyMonth, Question
from store.queries.numbers.breakdowns import MonthPart, Part, exact, exact_by_month
from tests import make
from trends.periods import month_of

SEPTEMBER, OCTOBER = month_of(date(2026, 9, 1)), month_of(date(2026, 10, 1))
CHOICES = {
    "channel": ("phone", "mail", "cafe"),
    "asker": (None, "parent", "young"),
    "sector": (None, "po", "vo"),
    "age_band": (None, "7-9"),
    "phase": (None, "stuck"),
    "how_found": (None, "school", "website"),
    "referred_to": (None, "school"),
    "language": (None, "nl", "ar"),
    "minutes": (None, 0, 14, 15, 59, 60, 300),
    "done": ((), ("advice",), ("listening", "referral")),
    "open": (None, True),
}
FIELDS = ("channel", "asker", "sector", "age_band", "phase", "how_found", "referred_to", "language")


def _values(random: Random) -> dict[str, Any]:
    topics = tuple(random.sample(["A1", "A5", "B2", "D1", "D2"], random.randint(1, 3)))
    return {"topics": topics, **{key: random.choice(some) for key, some in CHOICES.items()}}


def stored(session: Session) -> dict[tuple[str, int, str, str], int]:
    return {
        (row.dimension, row.month, row.topic, row.value): row.questions for row in session.scalars(select(Breakdown))
    }


def by_hand(session: Session) -> dict[tuple[str, int, str, str], int]:
    """The same numbers, question by question and dimension by dimension."""
    found: Counter[tuple[str, int, str, str]] = Counter()
    for one in session.scalars(select(Question)):
        topics, groups = {topic.code for topic in one.topics}, {str(topic.parent_code) for topic in one.topics}
        values = {name: {getattr(one, name) or ""} for name in FIELDS}
        values["closed"] = {"yes" if one.closed else "no"}
        values["done"] = set(one.done) or {""}
        minutes = one.minutes
        values["minutes"] = {
            "" if minutes is None else "0-14" if minutes < 15 else "15-29" if minutes < 30
            else "30-59" if minutes < 60 else "60+"
        }  # fmt: skip
        for scope in {"*"} | topics | groups:
            for name, several in values.items():
                found.update((name, one.month, scope, value) for value in several)
        for together in (topics, groups):
            for scope in together:
                found.update(("topic", one.month, scope, other) for other in together - {scope} or {""})
    return dict(found)


@pytest.mark.parametrize("seed", range(3))
def test_breakdowns_equal_counting_by_hand_after_any_mix_of_changes(
    database: Database, now: datetime, seed: int
) -> None:
    random = Random(seed)
    with database.writing() as session:
        known = [
            make.question(
                session, now=now, asked_on=now.date() - timedelta(days=random.randrange(90)), **_values(random)
            )
            for _ in range(40)
        ]
        breakdowns.refresh(session, now=now)
    with database.writing() as session:
        for number in random.sample(known, 12):
            if random.random() < 0.5:
                questions.undo(session, number, by=make.COORDINATOR, now=now)
            else:
                questions.change(session, number, _values(random), by=make.COORDINATOR, now=now)
        breakdowns.refresh(session, now=now)

    with database.reading() as session:
        assert stored(session) == by_hand(session)


def test_only_a_month_in_which_something_changed_is_broken_down_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 1))
        breakdowns.refresh(session, now=now)
        session.execute(text("UPDATE breakdown SET questions = 99 WHERE dimension = 'channel' AND topic = '*'"))
        make.question(session, now=now, asked_on=date(2026, 10, 1))

    with database.writing() as session:
        months = breakdowns.refresh(session, now=now)

    with database.reading() as session:
        assert months == 1
        assert exact_by_month(session, "channel", range(SEPTEMBER, OCTOBER + 1), ["*"]) == (
            MonthPart("*", "phone", 99, SEPTEMBER),
            MonthPart("*", "phone", 1, OCTOBER),
        )


def test_a_second_time_changes_nothing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now)
        first, second = breakdowns.refresh(session, now=now), breakdowns.refresh(session, now=now)

    assert (first, second) == (1, 0)


def test_what_changes_while_a_month_is_broken_down_stays_marked(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now)

    with pytest.raises(ZeroDivisionError), database.writing() as session:
        breakdowns.refresh(session, now=now)
        raise ZeroDivisionError

    with database.reading() as session:
        assert len(session.scalars(select(DirtyMonth)).all()) == 1


def test_parts_of_several_months_are_added_up_largest_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for day, channel in ((date(2026, 9, 1), "mail"), (date(2026, 10, 1), "phone"), (date(2026, 10, 2), "mail")):
            make.question(session, now=now, asked_on=day, channel=channel, topics=("D2", "B2"))
        breakdowns.refresh(session, now=now)

    with sqlite.reading() as session:
        months = range(SEPTEMBER, OCTOBER + 1)
        assert exact(session, "channel", months, ["D2"]) == (Part("D2", "mail", 2), Part("D2", "phone", 1))
        assert exact(session, "topic", months, ["D2"]) == (Part("D2", "B2", 3),)


def test_there_are_no_other_dimensions(sqlite: Database) -> None:
    with sqlite.reading() as session, pytest.raises(ValueError, match="name"):
        exact(session, "name", range(SEPTEMBER, OCTOBER))


def test_every_dimension_has_a_number_for_everything_but_what_came_together(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.question(session, now=now)
        breakdowns.refresh(session, now=now)

    with sqlite.reading() as session:
        whole = set(session.scalars(select(Breakdown.dimension).where(Breakdown.topic == "*")))
        assert whole == set(DIMENSIONS) - {"topic"}
