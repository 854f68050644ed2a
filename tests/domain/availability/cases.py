"""Weeks, days and appointments of any kind, to hold free time against."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from domain.availability.availability import merged
from domain.availability.local_days import local_days
from domain.availability.taken import Question, holidays
from i18n.dates import AMSTERDAM
from store.queries.buddying.free_time import Agenda, OtherDays, Terms
from store.queries.buddying.weeks import Block

REGION = "Noord"
USUAL = Terms(0, 0, None, True, False, None, None, False)
# A plain week, the nights on which the clock changes, Christmas, and a school holiday.
FIRST_DAYS = [date(2026, 11, 24), date(2027, 3, 25), date(2026, 10, 22), date(2026, 12, 21), date(2026, 7, 2)]


def utc(day: date, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM, fold=fold)
    return local.astimezone(UTC)


def quarters(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least // 15, most // 15).map(lambda number: number * 15)


hours = st.tuples(quarters(0, 1425), quarters(15, 600)).map(lambda one: (one[0], min(1440, one[0] + one[1])))
weeks = st.lists(st.builds(lambda day, span: Block(day, *span), st.integers(0, 6), hours), max_size=9).map(merged)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Agenda, Question]:
    first = draw(st.sampled_from(FIRST_DAYS))
    days = local_days(first, first + timedelta(days=draw(st.integers(0, 9))))
    near = st.integers(-3, 12).map(lambda number: first + timedelta(days=number))

    def other(available: bool) -> OtherDays:
        start, end = draw(st.one_of(st.just((None, None)), hours))
        begin = draw(near)
        return OtherDays(1, begin, begin + timedelta(days=draw(st.integers(0, 4))), start, end, available)

    def times() -> tuple[tuple[int, int], ...]:
        begins = draw(st.lists(quarters(-1440, 14 * 1440), max_size=4))
        return tuple(sorted((days[0].start + one, days[0].start + one + draw(quarters(15, 300))) for one in begins))

    maybe = st.one_of(st.none(), near)
    terms = Terms(
        draw(st.sampled_from([0, 24, 72])),
        draw(st.sampled_from([0, 15, 60])),
        draw(st.sampled_from([None, 1, 2])),
        draw(st.booleans()),
        draw(st.booleans()) and draw(st.booleans()),
        draw(maybe),
        draw(maybe),
        False,
    )
    others = tuple(other(draw(st.booleans())) for _number in range(draw(st.integers(0, 4))))
    now = utc(first, 9) + timedelta(hours=draw(st.integers(-48, 48)))
    question = Question(days, now, holidays({REGION}, days), draw(st.booleans()))
    return Agenda(REGION, terms, draw(weeks), others, times(), times()), question
