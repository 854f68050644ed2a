"""A school year in one picture: how many questions, about what, and what rises; exact or published, drawn alike."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from trends.disclosure import STEP, Sum
from trends.periods import years_earlier
from trends.rises import Change, judge, strongest_first

# How many questions about a topic, a group or everything there were in these months; None where no number is known.
Count = Callable[[str, range], Sum | None]
A_YEAR_EARLIER = (1,)


@dataclass(frozen=True)
class Point:
    """One month or quarter, beside the same one earlier; None where there is no number (yet)."""

    months: range
    now: Sum | None
    before: Sum | None = None


@dataclass(frozen=True)
class Bar:
    """How many in the year so far, beside the same part of the year before."""

    code: str
    name: str
    now: Sum
    before: Sum | None


@dataclass(frozen=True)
class Panel:
    """One topic or group through time, and how its compared months changed; None where there is nothing beside them."""

    code: str
    name: str
    points: tuple[Point, ...]
    change: Change | None


@dataclass(frozen=True)
class Span:
    """Which months count for what: `bars`; `whole`, the sum laid beside earlier; `compared`, what is judged;
    `to_date`, what is laid beside earlier by topic.

    `back` says how many years earlier each of the years lies that stand beside it; `history` are the points of panels.
    """

    points: tuple[range, ...]
    bars: range
    whole: range
    compared: range
    to_date: range
    history: tuple[range, ...] = ()
    back: tuple[int, ...] = A_YEAR_EARLIER


@dataclass(frozen=True)
class Names:
    """What is laid beside each other, by code: the topics or groups of the year, and those that have a panel."""

    rows: Mapping[str, str]
    panels: Mapping[str, str]


@dataclass(frozen=True)
class Overview:
    """`bars` come largest first; `changes` by name are those of the compared months, `to_date` of the year so far.

    `so_far` is (this year, earlier) over the whole months that both have. What stands beside a number is the mean of
    the years that it is compared with. `panels` come by how sure their change is.
    """

    span: Span
    updated: datetime
    points: tuple[Point, ...]
    all_together: Sum
    so_far: tuple[Sum, Sum] | None
    bars: tuple[Bar, ...]
    changes: Mapping[str, Change]
    to_date: Mapping[str, Change]
    panels: tuple[Panel, ...] = ()
    by_group: bool = False
    places: tuple[Bar, ...] = ()

    @property
    def until(self) -> int:
        """The last month that is in the numbers."""
        return max((point.months[-1] for point in self.points if point.now), default=self.span.whole[-1])


def draw(
    count: Count, whole: Sequence[str], names: Names, span: Span, updated: datetime, *, by_group: bool = False,
    places: tuple[Bar, ...] = (),
) -> Overview:  # fmt: skip
    """The picture of `whole` (the codes that make it up), with a bar and a change for each of the rows of `names`."""

    def all_of(_code: str, months: range) -> Sum | None:
        return together(count(code, months) for code in whole)

    points = tuple(Point(months, *_both(all_of, "", months, span.back)) for months in span.points)
    return Overview(
        span=span,
        updated=updated,
        points=points,
        all_together=together(point.now for point in points if point.now) or Sum(0, 0, 0),
        so_far=beside(all_of, "", span.whole, span.back),
        bars=largest_first(
            names.rows, lambda code: count(code, span.bars), lambda code: earlier(count, code, span.bars, span.back)
        ),
        changes=changes(count, names.rows, span.compared, span.back),
        to_date=changes(count, names.rows, span.to_date, span.back),
        panels=_panels(count, names.panels, span),
        by_group=by_group,
        places=places,
    )


def changes(count: Count, names: Mapping[str, str], months: range, back: Sequence[int]) -> dict[str, Change]:
    """The change of each name that has numbers for these months and for the same ones earlier."""
    totals = {
        name: (now, before)
        for code, name in names.items()
        if months and (now := count(code, months)) and (before := _total_earlier(count, code, months, back))
    }
    judged = judge(totals, len(back))
    return {name: replace(change, before=mean(change.before, len(back))) for name, change in judged.items()}


def beside(count: Count, code: str, months: range, back: Sequence[int]) -> tuple[Sum, Sum] | None:
    """(in these months, in the same months earlier), or None when one of them is not known."""
    now, before = _both(count, code, months, back) if months else (None, None)
    return (now, before) if now and before else None


def earlier(count: Count, code: str, months: range, back: Sequence[int]) -> Sum | None:
    """The mean over the years that these months are compared with; None when one of them is not known."""
    total = _total_earlier(count, code, months, back)
    return mean(total, len(back)) if total else None


def mean(total: Sum, years: int) -> Sum:
    """A sum over so many years as a number per year; what was rounded to 5 stays so."""
    if years == 1:
        return total
    step = 1 if total.low == total.high else STEP
    shown = int(total.shown / years / step + 0.5) * step
    return Sum(total.low // years, -(-total.high // years), shown, total.hidden)


def largest_first(
    names: Mapping[str, str], now: Callable[[str], Sum | None], before: Callable[[str], Sum | None]
) -> tuple[Bar, ...]:
    """A bar for each name that has a number and isn't known to be zero; equals stay in the order of `names`."""
    found = [Bar(code, name, shown, before(code)) for code, name in names.items() if (shown := now(code))]
    return tuple(sorted((bar for bar in found if bar.now.high), key=lambda bar: -bar.now.shown))


def together(parts: Iterable[Sum | None]) -> Sum | None:
    """Several numbers in one, with what is not known of each; None when there are none or one of them is missing."""
    given = tuple(parts)
    known = [part for part in given if part is not None]
    if not known or len(known) < len(given):
        return None
    return Sum(*(sum(facts) for facts in zip(*((p.low, p.high, p.shown, p.hidden) for p in known), strict=True)))


def _both(count: Count, code: str, months: range, back: Sequence[int]) -> tuple[Sum | None, Sum | None]:
    return count(code, months), earlier(count, code, months, back)


def _total_earlier(count: Count, code: str, months: range, back: Sequence[int]) -> Sum | None:
    return together(count(code, years_earlier(months, years)) for years in back)


def _panels(count: Count, names: Mapping[str, str], span: Span) -> tuple[Panel, ...]:
    judged = changes(count, names, span.compared, span.back)
    order = {name: rank for rank, name in enumerate(strongest_first(judged))}
    found = [
        Panel(code, name, tuple(Point(months, count(code, months)) for months in span.history), judged.get(name))
        for code, name in names.items()
    ]
    known = [panel for panel in found if any(point.now and point.now.high for point in panel.points)]
    return tuple(sorted(known, key=lambda panel: order.get(panel.name, len(order))))
