"""A school year in one picture: how many questions, about what, and what rises; exact or published, drawn alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from trends.disclosure import Sum
from trends.periods import year_earlier
from trends.rises import Change, judge

# How many questions about a topic, a group or everything there were in these months; None where no number is known.
Count = Callable[[str, range], Sum | None]


@dataclass(frozen=True)
class Point:
    """One month or quarter, beside the same one a year earlier; None where there is no number (yet)."""

    months: range
    now: Sum | None
    before: Sum | None


@dataclass(frozen=True)
class Bar:
    """How many in the year so far, beside the same part of the year before."""

    code: str
    name: str
    now: Sum
    before: Sum | None


@dataclass(frozen=True)
class Span:
    """Which months count for what: `bars`; `whole`, the sum laid beside a year earlier; `compared`, what is judged."""

    points: tuple[range, ...]
    bars: range
    whole: range
    compared: range


@dataclass(frozen=True)
class Overview:
    """`bars` come largest first; `changes` by name are those of the compared months with a year earlier.

    `so_far` is (this year, year before) over the whole months that both have.
    """

    span: Span
    updated: datetime
    points: tuple[Point, ...]
    all_together: Sum
    so_far: tuple[Sum, Sum] | None
    bars: tuple[Bar, ...]
    changes: Mapping[str, Change]
    by_group: bool = False
    places: tuple[Bar, ...] = ()

    @property
    def until(self) -> int:
        """The last month that is in the numbers."""
        return max((point.months[-1] for point in self.points if point.now), default=self.span.whole[-1])


def draw(
    count: Count, whole: str, names: Mapping[str, str], span: Span, updated: datetime, *, by_group: bool = False,
    places: tuple[Bar, ...] = (),
) -> Overview:  # fmt: skip
    """The picture of `whole` (everything, or one group), with a bar and a change for each of `names` by code."""
    points = tuple(Point(months, count(whole, months), count(whole, year_earlier(months))) for months in span.points)
    return Overview(
        span=span,
        updated=updated,
        points=points,
        all_together=together(point.now for point in points if point.now),
        so_far=beside(count, whole, span.whole),
        bars=largest_first(
            names, lambda code: count(code, span.bars), lambda code: count(code, year_earlier(span.bars))
        ),
        changes=judge({name: pair for code, name in names.items() if (pair := beside(count, code, span.compared))}),
        by_group=by_group,
        places=places,
    )


def beside(count: Count, code: str, months: range) -> tuple[Sum, Sum] | None:
    """(in these months, in the same months a year earlier), or None when one of them is not known."""
    if not months:
        return None
    now, before = count(code, months), count(code, year_earlier(months))
    return (now, before) if now and before else None


def largest_first(
    names: Mapping[str, str], now: Callable[[str], Sum | None], before: Callable[[str], Sum | None]
) -> tuple[Bar, ...]:
    """A bar for each name that has a number and isn't known to be zero; equals stay in the order of `names`."""
    found = [Bar(code, name, shown, before(code)) for code, name in names.items() if (shown := now(code))]
    return tuple(sorted((bar for bar in found if bar.now.high), key=lambda bar: -bar.now.shown))


def together(parts: Iterable[Sum]) -> Sum:
    """Several numbers in one, with what is not known of each."""
    known = tuple(parts)
    return Sum(
        sum(part.low for part in known),
        sum(part.high for part in known),
        sum(part.shown for part in known),
        sum(part.hidden for part in known),
    )
