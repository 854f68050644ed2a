"""Several people who act at the very same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Barrier

from domain.refused import Refused
from store.database import Database
from store.sessions import Session

A_WHILE = 0.3


def race(count: int, work: Callable[[int], object]) -> list[object]:
    """What `count` threads that start together got: a result or a refusal's key."""
    barrier = Barrier(count)

    def one(number: int) -> object:
        barrier.wait()
        try:
            return work(number)
        except Refused as refusal:
            return refusal.key

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def just_behind(database: Database, act: Callable[[Session, int], object]) -> object:
    """What the second of two gets, who began when the first had done it and not yet committed: a refusal's key too."""

    def second() -> object:
        try:
            with database.writing() as session:
                return act(session, 1)
        except Refused as refusal:
            return refusal.key

    with ThreadPoolExecutor(1) as other, database.writing() as session:
        act(session, 0)
        session.flush()
        behind = other.submit(second)
        wait([behind], timeout=A_WHILE)
    return behind.result()
