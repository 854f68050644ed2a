"""A school year in one picture: how many questions, about what, and what rises; exact or published, drawn alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.register.beside import A_YEAR_EARLIER, Count, beside, both, changes, earlier, together
from trends.disclosure import Sum
from trends.forecast import Foreseen
from trends.rises import Change, strongest_first
from trends.verdicts import Verdict


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
    """One topic or group through time, and how its compared months changed; None where there is nothing beside them.

    `expected` is the band of each month, those to come included; empty where only published numbers are known.
    """

    code: str
    name: str
    points: tuple[Point, ...]
    change: Change | None
    expected: Mapping[int, Foreseen]


@dataclass(frozen=True)
class Expected:
    """What the test says of the compared months, and the bands.

    `verdicts` are those that were stored; empty before the job tested.
    """

    judged: Mapping[str, Verdict]
    bands: Mapping[str, Mapping[int, Foreseen]]
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


NOTHING_EXPECTED = Expected({}, {})


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
    the years that it is compared with. `panels` come by how sure their change is; `coarser` says what was let go.
    `revised` is when what came in late last changed a number; `joined` says which topics are in others.
    `verdicts` by code say more of each topic, group and `*`; within the support point only.
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
    coarser: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    revised: datetime | None = None
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)

    @property
    def until(self) -> int:
        """The last month that is in the numbers."""
        return max((point.months[-1] for point in self.points if point.now), default=self.span.whole[-1])

    @property
    def within(self) -> tuple[int, int]:
        """(how many months lay in their band, of how many) in all panels."""
        lay = [
            band.lower <= point.now.shown <= band.upper
            for panel in self.panels
            for point in panel.points
            if point.now and (band := panel.expected.get(point.months.start))
        ]
        return sum(lay), len(lay)


def draw(
    count: Count, whole: Sequence[str], names: Names, span: Span, updated: datetime, *, by_group: bool = False,
    places: tuple[Bar, ...] = (), expected: Expected = NOTHING_EXPECTED,
) -> Overview:  # fmt: skip
    """The picture of `whole` (the codes that make it up), with a bar and a change for each of the rows of `names`.

    Where something was `expected`, that decides whether a topic rises.
    """

    def all_of(_code: str, months: range) -> Sum | None:
        return together(count(code, months) for code in whole)

    points = tuple(Point(months, *both(all_of, "", months, span.back)) for months in span.points)
    return Overview(
        span=span,
        updated=updated,
        points=points,
        all_together=together(point.now for point in points if point.now) or Sum(0, 0, 0),
        so_far=beside(all_of, "", span.whole, span.back),
        bars=largest_first(
            names.rows, lambda code: count(code, span.bars), lambda code: earlier(count, code, span.bars, span.back)
        ),
        changes=_beside_expected(changes(count, names.rows, span.compared, span.back), names.rows, expected),
        to_date=changes(count, names.rows, span.to_date, span.back),
        panels=_panels(count, names.panels, span, expected),
        by_group=by_group,
        places=places,
        verdicts=expected.verdicts,
    )


def largest_first(
    names: Mapping[str, str], now: Callable[[str], Sum | None], before: Callable[[str], Sum | None]
) -> tuple[Bar, ...]:
    """A bar for each name that has a number and isn't known to be zero; equals stay in the order of `names`."""
    found = [Bar(code, name, shown, before(code)) for code, name in names.items() if (shown := now(code))]
    return tuple(sorted((bar for bar in found if bar.now.high), key=lambda bar: -bar.now.shown))


def _beside_expected(found: dict[str, Change], names: Mapping[str, str], expected: Expected) -> dict[str, Change]:
    return {
        name: replace(
            found[name], ratio=one.ratio, low=one.ratio_low, high=one.ratio_high, p=one.p, q=one.q, state=one.state,
            expected=one.expected,
        )
        if (one := expected.judged.get(code)) else found[name]
        for code, name in names.items()
        if name in found
    }  # fmt: skip


def _panels(count: Count, names: Mapping[str, str], span: Span, expected: Expected) -> tuple[Panel, ...]:
    judged = _beside_expected(changes(count, names, span.compared, span.back), names, expected)
    order = {name: rank for rank, name in enumerate(strongest_first(judged))}

    def points(code: str) -> tuple[Point, ...]:
        return tuple(Point(months, count(code, months)) for months in span.history)

    found = [
        Panel(code, name, points(code), judged.get(name), expected.bands.get(code, {})) for code, name in names.items()
    ]
    known = [panel for panel in found if any(point.now and point.now.high for point in panel.points)]
    return tuple(sorted(known, key=lambda panel: order.get(panel.name, len(order))))
