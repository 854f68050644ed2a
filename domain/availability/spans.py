"""Time as sorted stretches of whole minutes: putting them together and taking some away."""

from collections.abc import Iterable, Sequence
from itertools import chain

from store.queries.buddying.free_time import Interval


def merged(some: Iterable[Interval]) -> list[Interval]:
    """In order, with stretches that overlap or touch made one."""
    kept: list[Interval] = []
    for start, end in sorted(some):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept


def minus(some: Sequence[Interval], gone: Sequence[Interval]) -> list[Interval]:
    """What is left of `some` without `gone`; both in order and without overlap. One pass over both."""
    left: list[Interval] = []
    behind = 0
    for start, end in some:
        while behind < len(gone) and gone[behind][1] <= start:
            behind += 1
        here = behind
        while here < len(gone) and gone[here][0] < end:
            if start < gone[here][0]:
                left.append((start, gone[here][0]))
            start = max(start, gone[here][1])
            here += 1
        if start < end:
            left.append((start, end))
    return left


def length(some: Iterable[Interval]) -> int:
    """In minutes."""
    return sum(end - start for start, end in some)


def together(*several: Iterable[Interval]) -> list[Interval]:
    return merged(chain.from_iterable(several))
