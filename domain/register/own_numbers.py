"""The exact numbers of the support point itself, for its coordinators only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from domain.register import expected, narrowed
from domain.register.beside import A_YEAR_EARLIER
from domain.register.narrowed import Only
from domain.register.overview import NOTHING_EXPECTED, Names, Overview, Span, draw
from domain.register.topic_series import topic_series
from store.queries.numbers import exact_trends as numbers
from store.rollup import EVERYTHING
from trends.disclosure import Sum, exact
from trends.periods import month_of, months_of_school_year, school_year_of
from trends.series import last_months

LOOK_BACK = 15  # a year earlier, and the last three months reach into the year before
HISTORY = 12  # months before the school year that the panels show


def years(session: Session, *, today: date) -> tuple[int, ...]:
    """The school years with questions, and the present one first; none before the first question is counted."""
    known = numbers.exact_months(session)
    return tuple(range(school_year_of(month_of(today)), school_year_of(known.start) - 1, -1)) if known else ()


def overview(
    session: Session,
    year: int,
    groups: Sequence[str] = (),
    *,
    back: tuple[int, ...] = A_YEAR_EARLIER,
    today: date,
    only: Only | None = None,
) -> Overview | None:
    """The school year up to and including today; `groups` narrow it. None while there is nothing to show.

    A running year judges its last three whole months, an ended one all of it. `back` says how many years earlier each
    of the years lies that stand beside it.
    """
    fresh, known = numbers.exact_freshness(session), numbers.exact_months(session)
    span = _span(year, known, month_of(today), back)
    if not (fresh and span.bars):
        return None
    series = topic_series(session, range(span.points[0].start - LOOK_BACK * max(back), span.bars.stop), only)

    def count(code: str, months: range) -> Sum | None:
        if months.start < known.start or months.stop > span.bars.stop:
            return None
        return exact(sum(series.counts.get(code, {}).get(month, 0) for month in months))

    names = {one.code: one.name for one in series.topics if not groups or one.group_code in groups}
    foreseen = expected.expected(session, span) if back == A_YEAR_EARLIER and not only else NOTHING_EXPECTED
    whole = groups or (EVERYTHING,)
    drawn = draw(count, whole, Names(names, names), span, fresh.refreshed_at, expected=foreseen)
    return replace(drawn, joined=series.joined, coarser=narrowed.beside(session, only))


def _span(year: int, known: range, this_month: int, back: tuple[int, ...]) -> Span:
    months = months_of_school_year(year)
    shown = range(months.start, min(months.stop, this_month + 1)) if known else range(0)
    running = this_month in months
    whole = range(months.start, this_month) if running else shown
    drawn = range(max(months.start - HISTORY, known.start), this_month if running else shown.stop)
    return Span(
        points=tuple(range(month, month + 1) for month in months),
        bars=range(max(shown.start, known.start), shown.stop),
        whole=whole,
        compared=last_months(this_month - 1) if running else shown,
        to_date=whole,
        history=tuple(range(month, month + 1) for month in drawn),
        back=back,
    )
