"""The exact numbers of the support point itself, for its coordinators only."""

from datetime import date

from sqlalchemy.orm import Session

from domain.register.overview import Overview, Span, draw
from store.queries import choices
from store.queries import exact_trends as numbers
from store.rollup import EVERYTHING
from trends.disclosure import Sum, exact
from trends.periods import month_of, months_of_school_year, school_year_of
from trends.series import last_months

LOOK_BACK = 15  # a year earlier, and the last three months reach into the year before


def years(session: Session, *, today: date) -> tuple[int, ...]:
    """The school years with questions, and the present one first; none before the first question is counted."""
    known = numbers.exact_months(session)
    return tuple(range(school_year_of(month_of(today)), school_year_of(known.start) - 1, -1)) if known else ()


def overview(session: Session, year: int, group: str = "", *, today: date) -> Overview | None:
    """The school year up to and including today; `group` narrows it. None while there is nothing to show.

    A running year judges its last three whole months, an ended one all of it.
    """
    fresh, known = numbers.exact_freshness(session), numbers.exact_months(session)
    span = _span(year, known, month_of(today))
    if not (fresh and span.bars):
        return None
    counts = numbers.exact(session, range(span.points[0].start - LOOK_BACK, span.bars.stop))

    def count(code: str, months: range) -> Sum | None:
        if months.start < known.start or months.stop > span.bars.stop:
            return None
        return exact(sum(counts.get(code, {}).get(month, 0) for month in months))

    names = {one.code: one.name for one in choices.topics(session) if group in ("", one.group_code)}
    return draw(count, group or EVERYTHING, names, span, fresh.refreshed_at)


def _span(year: int, known: range, this_month: int) -> Span:
    months = months_of_school_year(year)
    shown = range(months.start, min(months.stop, this_month + 1)) if known else range(0)
    running = this_month in months
    whole = range(months.start, this_month) if running else shown
    return Span(
        points=tuple(range(month, month + 1) for month in months),
        bars=range(max(shown.start, known.start), shown.stop),
        whole=whole,
        compared=last_months(this_month - 1) if running else shown,
    )
