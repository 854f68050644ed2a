"""Which buddies came to a training or to peer supervision."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest

from domain.actors import CLOCK
from domain.buddying import attendance
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine
from store.queries.buddying import buddy_attendance
from store.sessions import Session
from tests import make

TODAY = date(2026, 11, 24)


def three(session: Session, now: datetime) -> list[int]:
    return [make.buddy(session, now=now, email=f"{name}@example.nl") for name in "abc"]


def test_who_came_is_noted_once_and_can_be_put_right(database: Database, now: datetime) -> None:
    with database.writing() as session:
        one, two, other = three(session, now)

        for who in ([one, two], [one, two], [two, other]):
            attendance.note(session, "supervision", TODAY, who, by=make.COORDINATOR, now=now)

        assert buddy_attendance.present(session, "supervision", TODAY) == {two, other}
        assert buddy_attendance.present(session, "training", TODAY) == frozenset()
        lines = session.query(JournalLine).where(JournalLine.kind.contains("attended")).order_by(JournalLine.id)
        assert [(line.kind, line.subject_id) for line in lines] == [
            ("buddy.attended", one),
            ("buddy.attended", two),
            ("buddy.attended", other),
            ("buddy.not_attended", one),
        ]


def test_the_last_peer_supervision_of_each_buddy_is_known(database: Database, now: datetime) -> None:
    with database.writing() as session:
        one, two, _other = three(session, now)
        for day, who in ((date(2026, 9, 1), [one, two]), (date(2026, 11, 3), [one])):
            attendance.note(session, "supervision", day, who, by=make.COORDINATOR, now=now)
        attendance.note(session, "training", TODAY, [two], by=make.COORDINATOR, now=now)

        assert buddy_attendance.last_supervision(session) == {one: date(2026, 11, 3), two: date(2026, 9, 1)}
        assert buddy_attendance.of_buddy(session, two) == [("training", TODAY), ("supervision", date(2026, 9, 1))]


def test_nobody_came_to_what_is_still_to_come(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^attendance.to_come$"):
        attendance.note(session, "supervision", TODAY + timedelta(days=1), [], by=make.COORDINATOR, now=now)


def test_local_midnight_makes_it_today(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        late = now.replace(hour=23, minute=30)

        noted = attendance.note(
            session, "training", TODAY + timedelta(days=1), [buddy_id], by=make.COORDINATOR, now=late
        )

        assert noted == (1, 0)


@pytest.mark.parametrize(("kind", "who"), [("party", ()), ("training", (99,))])
def test_what_does_not_exist_is_refused(sqlite: Database, now: datetime, kind: str, who: tuple[int, ...]) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^not_found$"):
        attendance.note(session, kind, TODAY, who, by=make.COORDINATOR, now=now)


def test_a_buddy_does_not_note_it_themselves(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^not_allowed$"):
        attendance.note(session, "training", TODAY, [1], by=make.buddy_actor(1), now=now)


def test_two_who_save_at_once_note_each_buddy_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        who = three(session, now)
    start = Barrier(2)

    def save(_number: int) -> tuple[int, int]:
        start.wait()
        with database.writing() as session:
            return attendance.note(session, "supervision", TODAY, who, by=CLOCK, now=now)

    with ThreadPoolExecutor(2) as both:
        found = sorted(both.map(save, range(2)))

    assert found == [(0, 0), (3, 0)]


def test_gatherings_of_buddies_that_began_are_found_with_their_hosts(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.cafe(session, now=now - timedelta(days=30))
        make.cafe(session, now=now - timedelta(days=30), kind="supervision", title="Intervisie")
        make.cafe(session, now=now, kind="training", title="Training")

        (found,) = buddy_attendance.gatherings(session, now)

    assert (found.kind, found.title, found.hosts) == ("supervision", "Intervisie", ())
