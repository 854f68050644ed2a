"""What was to be expected of each topic, by the exact counts of the support point: for its coordinators only."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from domain.register import verdicts
from domain.register.overview import NOTHING_EXPECTED, Expected, Span
from store.queries import exact_trends as numbers
from trends import predictive
from trends.bands import YEAR, bands, coverage

MOST_YEARS = 5  # of the past from which the season and the level are learned
AHEAD = 3


def expected(session: Session, span: Span, first_month: int, names: Mapping[str, str]) -> Expected:
    """The test of the compared months and the bands of the months drawn, for all topics together.

    The test is the one that was stored; before that was done, it is done here. A school year that
    has ended was judged when it ran; for that there is nothing here.
    """
    if not span.history or len(span.compared) > AHEAD:
        return NOTHING_EXPECTED
    until = span.compared.stop
    first = max(first_month, until - MOST_YEARS * YEAR)
    counts = numbers.exact(session, range(first, until))
    series = {code: tuple(counts.get(code, {}).get(month, 0) for month in range(first, until)) for code in names}
    drawn = range(span.history[0].start, until + AHEAD)
    found = bands(tuple(series.values()), first, drawn)
    stored = verdicts.of_month(session, until - 1)
    return Expected(
        judged=stored or predictive.judge(series, first_month=first, window=len(span.compared)),
        bands=dict(zip(series, found, strict=True)),
        within=coverage(tuple(series.values()), first, found),
        verdicts=stored,
    )
