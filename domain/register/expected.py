"""What was to be expected of each topic, by the exact counts of the support point: for its coordinators only."""

from sqlalchemy.orm import Session

from domain.register import verdicts
from domain.register.overview import NOTHING_EXPECTED, Expected, Span
from domain.register.topic_series import topic_series
from trends import predictive
from trends.predictive import YEAR
from trends.verdicts import AHEAD

MOST_YEARS = 5  # of the past from which the season and the level are learned


def expected(session: Session, span: Span, first_month: int) -> Expected:
    """The stored test of the compared months, and the bands of the months drawn.

    Before the job has tested, the months are judged here, without bands. A school year that has ended was judged when
    it ran; for that there is nothing here.
    """
    if not span.history or len(span.compared) > AHEAD:
        return NOTHING_EXPECTED
    until = span.compared.stop
    if stored := verdicts.of_month(session, until - 1):
        drawn = range(span.history[0].start, until + AHEAD)
        fans = {code: (*one.fan.past, *one.fan.months) for code, one in stored.items()}
        return Expected(
            judged=stored,
            bands={code: {one.month: one for one in fan if one.month in drawn} for code, fan in fans.items()},
            verdicts=stored,
        )
    first = max(first_month, until - MOST_YEARS * YEAR)
    found = topic_series(session, range(first, until))
    series = {one.code: tuple(found.counts.get(one.code, {}).get(month, 0) for month in range(first, until))
              for one in found.topics}  # fmt: skip
    return Expected(judged=predictive.judge(series, first_month=first, window=len(span.compared)), bands={})
