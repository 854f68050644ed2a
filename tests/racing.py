"""Several people who act at the very same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from domain.refused import Refused


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
