"""A topic that ended keeps its line; one that goes on in another is counted there, each question once."""

from datetime import date, datetime

from domain import topic_history
from domain.register import counts, own_numbers, own_parts, testing, verdicts
from store.database import Database
from store.models import Topic
from store.queries import choices
from tests import make
from tests.domain.register.test_testing import LAST, fill
from trends.periods import first_day


def test_a_topic_shows_the_numbers_of_what_went_on_in_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for asked_on, about in (
            (date(2025, 8, 1), ("F6",)),
            (date(2025, 9, 9), ("F6", "F4")),
            (date(2026, 9, 9), ("F4",)),
        ):
            make.question(session, now=now, asked_on=asked_on, topics=about)
        counts.refresh(session, now=now)
        topic_history.merge(session, "F6", "F4", on=date(2026, 8, 1), by=make.COORDINATOR, now=now)

    with database.reading() as session:
        picture = own_numbers.overview(session, 2026, today=now.date())
        names = choices.topic_names(session)
    assert picture
    assert [(bar.code, bar.now.shown, bar.before and bar.before.shown) for bar in picture.bars] == [("F4", 1, 2)]
    assert picture.joined == (f"Bij {names['F4']} telt ook mee wat eerder bij {names['F6']} stond.",)


def test_a_topic_that_ended_keeps_the_numbers_of_its_year(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 9), topics=("F6",))
        counts.refresh(session, now=now)
        session.get_one(Topic, "F6").valid_to = date(2026, 10, 1)

    with sqlite.reading() as session:
        picture = own_numbers.overview(session, 2026, today=now.date())
        parts = {part.code: part.now.shown for part in own_parts.topics(session, 2026, ())}
    assert picture
    assert ([bar.code for bar in picture.bars], parts["F6"], picture.joined) == (["F6"], 1, ())


def test_a_topic_that_ended_and_was_never_counted_has_no_line(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 9), topics=("D2",))
        counts.refresh(session, now=now)
        session.get_one(Topic, "F6").valid_to = date(2026, 10, 1)

    with sqlite.reading() as session:
        picture = own_numbers.overview(session, 2026, today=now.date())
    assert picture
    assert "F6" not in {panel.code for panel in picture.panels}


def test_a_merge_is_no_rise(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        fill(session, now)
        for month in range(LAST - 51, LAST + 1):
            for _ in range(6):
                make.question(session, now=now, asked_on=first_day(month), topics=("F4" if month > LAST - 3 else "F3",))
        topic_history.merge(session, "F3", "F4", on=first_day(LAST - 2), by=make.COORDINATOR, now=now)
        counts.refresh(session, now=now)
        testing.test(session, now=now)

    with sqlite.reading() as session:
        found = verdicts.of_month(session, LAST)
    assert (found["F4"].observed, found["F4"].state.value, "F3" in found) == (18, "no_sign", False)
