"""A certificate of conduct counts for three years, and is asked for anew in time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest

from domain import catalogue
from domain.actors import CLOCK
from domain.buddying import buddies, certificates
from store.database import Database
from store.models import JournalLine
from store.sessions import Session
from tests import make


@pytest.mark.parametrize(
    ("seen_on", "ends"),
    [(date(2023, 11, 24), date(2026, 11, 24)), (date(2024, 2, 29), date(2027, 3, 1)), (None, None)],
)
def test_a_certificate_counts_for_three_years(seen_on: date | None, ends: date | None) -> None:
    assert certificates.ends(seen_on) == ends


def test_on_the_last_day_a_certificate_still_counts() -> None:
    seen_on = date(2023, 11, 24)

    assert certificates.counts(seen_on, date(2026, 11, 23))
    assert not certificates.counts(seen_on, date(2026, 11, 24))


def reminded(session: Session) -> list[dict[str, object]]:
    lines = session.query(JournalLine).where(JournalLine.kind == certificates.ENDING).order_by(JournalLine.id)
    return [dict(line.facts) for line in lines]


@pytest.mark.parametrize(
    ("seen_on", "times"),
    [
        (date(2024, 1, 24), 0),
        (date(2024, 1, 23), 1),
        (date(2023, 11, 25), 1),
        (date(2023, 11, 24), 0),
        (None, 0),
    ],
)
def test_a_certificate_is_spoken_of_in_its_last_sixty_days(
    sqlite: Database, now: datetime, seen_on: date | None, times: int
) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now, certificate_seen_on=seen_on)

        assert certificates.remind(session, by=CLOCK, now=now) == times


def test_each_certificate_is_spoken_of_once_and_a_new_one_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, certificate_seen_on=date(2023, 12, 24))

        assert [certificates.remind(session, by=CLOCK, now=now) for _twice in range(2)] == [1, 0]
        renewed = make.profile(certificate_seen_on=date(2026, 11, 24))
        buddies.change(session, buddy_id, renewed, by=make.COORDINATOR, now=now)
        later = datetime(2029, 10, 1, 10, tzinfo=UTC)
        assert [certificates.remind(session, by=CLOCK, now=later) for _twice in range(2)] == [1, 0]

        assert reminded(session) == [{"ends": "2026-12-24"}, {"ends": "2029-11-24"}]


def test_two_clocks_speak_of_a_certificate_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.buddy(session, now=now, certificate_seen_on=date(2023, 12, 24))
    start = Barrier(2)

    def remind(_number: int) -> int:
        start.wait()
        with database.writing() as session:
            return certificates.remind(session, by=CLOCK, now=now)

    with ThreadPoolExecutor(2) as both:
        found = sorted(both.map(remind, range(2)))

    assert found == [0, 1]


def test_who_stopped_is_left_in_peace(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now, certificate_seen_on=date(2023, 12, 24))
        buddies.stop(session, buddy_id, by=make.COORDINATOR, now=now)

        assert certificates.remind(session, by=CLOCK, now=now) == 0


def test_how_early_a_certificate_is_spoken_of_is_for_staff_to_say(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now, certificate_seen_on=date(2023, 12, 24))
        catalogue.change(session, "time_limit", "certificate_ending", {"days": 14}, by=make.COORDINATOR, now=now)

        assert certificates.remind(session, by=CLOCK, now=now) == 0
