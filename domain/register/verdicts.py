"""Verdicts on the exact counts, kept and read again: for the coordinators of the support point only."""

from datetime import datetime

from sqlalchemy.orm import Session

from store.models import TopicTest
from store.queries.numbers import topic_tests
from store.queries.numbers.topic_tests import StoredTest
from trends.forecast import Fan, Foreseen
from trends.long_trend import YearlyChange
from trends.rises import State
from trends.verdicts import Verdict


def of_month(session: Session, month: int) -> dict[str, Verdict]:
    """The verdict on each topic, group and `*` in the months that end with `month`; empty before it was tested."""
    return {code: _verdict(stored, month) for code, stored in topic_tests.of_month(session, month).items()}


def row(code: str, month: int, one: Verdict, now: datetime) -> TopicTest:
    """How a verdict is kept."""
    return TopicTest(
        month=month,
        topic=code,
        observed=one.observed,
        expected=one.expected,
        low=one.lower,
        high=one.upper,
        p=one.p,
        q=one.q,
        ratio=one.ratio,
        ratio_low=one.ratio_low,
        ratio_high=one.ratio_high,
        state=one.state,
        threshold=one.threshold,
        alarm=one.alarm,
        yearly=one.yearly.percent if one.yearly else None,
        yearly_low=one.yearly.low if one.yearly else None,
        yearly_high=one.yearly.high if one.yearly else None,
        ahead=[[each.month, each.expected, each.lower, each.upper] for each in (*one.fan.past, *one.fan.months)],
        held=one.fan.held,
        tried=one.fan.tried,
        levels=list(one.levels),
        bursts=[list(burst) for burst in one.bursts],
        tested_at=now,
    )


def _verdict(stored: StoredTest, until: int) -> Verdict:
    yearly = (stored.yearly, stored.yearly_low, stored.yearly_high)
    known = [one for one in yearly if one is not None]
    foreseen = [Foreseen(int(month), mean, int(low), int(high)) for month, mean, low, high in stored.ahead]
    past = tuple(one for one in foreseen if one.month <= until)
    ahead = tuple(one for one in foreseen if one.month > until)
    return Verdict(
        observed=stored.observed,
        expected=stored.expected,
        lower=int(stored.low),
        upper=int(stored.high),
        p=stored.p,
        q=stored.q,
        ratio=stored.ratio,
        ratio_low=stored.ratio_low,
        ratio_high=stored.ratio_high,
        state=State(stored.state),
        threshold=None if stored.threshold is None else int(stored.threshold),
        alarm=stored.alarm,
        yearly=YearlyChange(*known) if known else None,
        fan=Fan(ahead, stored.held, stored.tried, past),
        levels=tuple(stored.levels),
        bursts=tuple((first, last) for first, last in stored.bursts),
    )
