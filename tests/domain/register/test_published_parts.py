"""The levels beside months, quarters, topics and places: published, and read by part."""

from collections import Counter
from datetime import date, datetime
from itertools import combinations
from typing import Any

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.register import counts, published_parts, published_work
from store.database import Database
from store.models import Breakdown, PublishedCell, Question
from tests import make
from trends.disclosure import Sum

FIVE = Sum(5, 7, 5)
TEN = Sum(8, 12, 10)
HIDDEN = Sum(0, 4, 0, hidden=1)
DAY = date(2025, 9, 20)


def broken_down(session: Session) -> None:
    """The breakdowns of the register, question by question."""
    found: Counter[tuple[str, int, str, str]] = Counter()
    for one in session.scalars(select(Question)):
        groups = {topic.parent_code or "" for topic in one.topics}
        for topic in ["*", *groups, *(topic.code for topic in one.topics)]:
            found["sector", one.month, topic, one.sector or ""] += 1
            found["age_band", one.month, topic, one.age_band or ""] += 1
            found.update(("done", one.month, topic, what) for what in one.done)
        for pair in combinations(groups, 2):
            found.update(("topic", one.month, *way) for way in (pair, pair[::-1]))
    session.execute(delete(Breakdown))
    columns = ("dimension", "month", "topic", "value", "questions")
    session.add_all(Breakdown(**dict(zip(columns, (*key, n), strict=True))) for key, n in found.items())


def register(session: Session, now: datetime, n: int, **facts: Any) -> None:
    for _ in range(n):
        make.question(session, now=now, asked_on=DAY, **facts)


def publish(session: Session, now: datetime) -> None:
    session.flush()
    broken_down(session)
    counts.publish(session, now=now)


def test_what_a_group_asks_is_known_by_sector_by_age_and_by_what_was_done(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        register(session, now, 10, sector="po", age_band="7-9", done=("advice", "information"))
        register(session, now, 6, sector="vo")
        publish(session, now)

    with sqlite.reading() as session:
        by_sector = {one.code: one.now for one in published_parts.sectors(session, 2025, ["D"])}
        by_age = {one.code: one.now for one in published_parts.age_bands(session, 2025, ["D"])}
        done = {one.code: one.now for one in published_parts.done(session, 2025, ["D"])}
        assert (by_sector["po"], by_sector["vo"], by_sector["mbo"]) == (TEN, FIVE, HIDDEN)
        assert (by_age["7-9"], by_age[""], by_age["0-3"]) == (TEN, FIVE, HIDDEN)
        assert (done["advice"], done["information"], done["listening"]) == (TEN, TEN, HIDDEN)


def test_groups_that_come_together_are_known_by_pair(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        register(session, now, 11, topics=("D2", "B2"))
        register(session, now, 6, topics=("D2", "A1"))
        publish(session, now)

    with sqlite.reading() as session:
        pairs = {(one.group, one.other): one.now for one in published_parts.pairs(session, 2025)}
        assert (pairs["B", "D"], pairs["A", "D"], pairs["A", "B"]) == (TEN, FIVE, HIDDEN)


def test_a_group_is_known_for_the_school_year_where_its_quarters_are_too_small(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for day in (DAY, date(2025, 12, 1), date(2026, 3, 1)):
            make.question(session, now=now, asked_on=day)
            make.question(session, now=now, asked_on=day)
        publish(session, now)

    with sqlite.reading() as session:
        groups = {one.code: one.now for one in published_parts.groups(session, 2025)}
        quarters = select(PublishedCell.value).where(PublishedCell.level == "group", PublishedCell.group_code == "D")
        assert (groups["D"], set(session.scalars(quarters))) == (FIVE, {None})


def test_several_groups_are_the_sum_of_what_is_published_with_its_bounds(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        register(session, now, 9, topics=("D2",), sector="po")
        register(session, now, 3, topics=("B2",), sector="po")
        publish(session, now)

    with sqlite.reading() as session:
        both = {one.code: one.now for one in published_parts.sectors(session, 2025, ["B", "D"])}
        assert both["po"] == Sum(8, 16, 10, hidden=1)


def test_a_year_that_is_not_broken_down_completely_waits(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        register(session, now, 10, sector="po")
        publish(session, now)
        session.execute(delete(PublishedCell).where(PublishedCell.level == "sector"))
        session.execute(delete(Breakdown))
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        assert published_parts.sectors(session, 2025, ["D"]) == ()


@pytest.mark.parametrize(("matches", "shown"), [(9, Sum(0, 9, 0, hidden=1)), (11, Sum(10, 12, 10))])
def test_requests_for_a_buddy_are_shown_from_ten(sqlite: Database, now: datetime, matches: int, shown: Sum) -> None:
    asked = datetime(2025, 9, 20, 12, tzinfo=now.tzinfo)
    with sqlite.writing() as session:
        for number in range(matches):
            make.request(session, now=asked, name=f"Ouder {number}", email=f"ouder{number}@example.nl")
        publish(session, now)

    with sqlite.reading() as session:
        funnel = published_work.funnel(session, 2025)
        assert funnel and (funnel.requests, funnel.came) == (shown, HIDDEN)


def test_coverage_is_published_for_the_last_closed_quarter_only(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
        publish(session, now)

    with sqlite.reading() as session:
        lines = {one.group: (one.waiting, one.room) for one in published_work.coverage(session)}
        assert (len(lines), lines["D"]) == (7, (Sum(0, 9, 0, hidden=1), HIDDEN))


def test_all_who_wait_come_first_where_each_group_is_too_small(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for number in range(12):
            topic = ("F1", "D2", "B3")[number % 3]
            make.request(session, now=now, email=f"ouder{number}@example.nl", topics=(topic,))
        publish(session, now)

    with sqlite.reading() as session:
        first, *groups = published_work.coverage(session)
        assert (first.group, first.waiting) == (published_work.ALL_TOGETHER, Sum(10, 12, 10))
        assert {one.waiting.shown for one in groups} == {0}


def test_what_tells_too_little_by_part_has_the_whole_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for sector in ("po", "vo", "so", None):
            register(session, now, 4, sector=sector, age_band="4-6", municipality="Schoorl")
        publish(session, now)

    with sqlite.reading() as session:
        sectors, ages = (read(session, 2025, ["D"]) for read in (published_parts.sectors, published_parts.age_bands))
        whole = next(one for one in published_parts.groups(session, 2025) if one.code == "D")
        assert [(one.name, one.now) for one in sectors if one.whole] == [("Alle soorten onderwijs samen", whole.now)]
        assert (sectors[0].whole, [one.code for one in ages if one.whole]) == (True, [])
