"""What was to be expected of each topic, by the exact counts of the support point: for its coordinators only."""

from sqlalchemy.orm import Session

from domain.register import verdicts
from domain.register.overview import NOTHING_EXPECTED, Expected, Span
from trends.verdicts import AHEAD


def expected(session: Session, span: Span) -> Expected:
    """The stored test of the compared months, and the bands of the months drawn; nothing before the job has tested.

    A school year that has ended was judged when it ran; for that there is nothing here.
    """
    if not span.history or len(span.compared) > AHEAD:
        return NOTHING_EXPECTED
    until = span.compared.stop
    stored = verdicts.of_month(session, until - 1)
    drawn = range(span.history[0].start, until + AHEAD)
    fans = {code: (*one.fan.past, *one.fan.months) for code, one in stored.items()}
    bands = {code: {one.month: one for one in fan if one.month in drawn} for code, fan in fans.items()}
    return Expected(judged=stored, bands=bands, verdicts=stored)
