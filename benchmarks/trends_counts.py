"""How long counting takes: after one new question, after four hundred, everything; beside it the raw rows grouped."""

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import text

from benchmarks.trends_bench import NOW, YEAR, Bench
from benchmarks.trends_data import analyse
from domain.register import breakdowns, counts
from store.queries.numbers import exact_trends as numbers
from tests.store.test_rollup import WHOLE, planned

RAW = (
    "SELECT count(*) FROM (SELECT q.municipality_code, q.month, t.topic_code, count(*) FROM question q"
    " JOIN question_topic t ON t.question_id = q.id GROUP BY q.municipality_code, q.month, t.topic_code) AS counted"
)
"""What a view that is made again does: all of it."""


def everything(bench: Bench, _times: int) -> Iterator[str]:
    """From nothing, and again when nothing differs: in parts, as the job does it."""
    with bench.database.writing() as session:
        session.execute(text("DELETE FROM rollup"))
        session.execute(text("DELETE FROM breakdown WHERE month >= :since"), {"since": YEAR.start})
        session.execute(text("DELETE FROM dirty_cell"))
        session.execute(text("DELETE FROM dirty_month"))
    for what in ("from nothing", "again, nothing differs"):
        with bench.database.writing() as session:
            counts.mark_everything(session)
        yield bench.row(f"all counts {what}", partial(_refresh, bench), 1)[0]
    analyse(bench.database)
    with bench.database.writing() as session:
        session.execute(text("DELETE FROM dirty_month WHERE month < :since"), {"since": YEAR.start})
    yield bench.row("twelve months broken down from nothing", partial(_break_down, bench), 1)[0]


def complete(bench: Bench) -> None:
    """Every month broken down, those too that `everything` leaves as they are: minutes at ten million, once."""
    with bench.database.writing() as session:
        missing = [{"month": month} for month in numbers.not_broken_down(session)]
        if missing:
            session.execute(text("INSERT INTO dirty_month (month) VALUES (:month)"), missing)
    _break_down(bench)


def measure(bench: Bench, times: int) -> Iterator[str]:
    few = max(5, times // 4)
    for questions, some in ((1, times), (400, few)):
        before = partial(bench.register, questions)
        line, ours = bench.row(f"counts after {questions} new", partial(_refresh, bench), some, before=before)
        yield line
        if questions == 1:
            after_one = ours
    yield bench.row("beside it: all raw rows grouped", lambda: bench.ask(RAW), 1, beside=after_one)[0]
    yield bench.row("this month broken down", partial(_break_down, bench), few, before=lambda: bench.register(1))[0]
    yield f"\nfull scans in the plan of a refresh after one question: {_full_scans(bench) or 'none'}\n"


def _refresh(bench: Bench) -> None:
    while _part(bench, counts.refresh_a_part):
        pass


def _break_down(bench: Bench) -> None:
    while _part(bench, breakdowns.refresh_a_month):
        pass


def _part(bench: Bench, act: Callable[..., int]) -> int:
    with bench.database.writing() as session:
        return act(session, now=NOW)


def _full_scans(bench: Bench) -> list[str]:
    bench.register(1)
    steps: list[str] = []
    with bench.database.writing() as session, planned(session, steps):
        counts.refresh(session, now=NOW)
    return [step for step in steps if any(word in step for word in WHOLE)]
