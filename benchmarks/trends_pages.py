"""Every section of the pages with numbers, over a real server: how long its callback takes and how large it is."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from statistics import median, quantiles

from benchmarks import trends_counts
from benchmarks.pages import Ask, replay, walked
from benchmarks.served import Served, served
from benchmarks.trends_bench import YEAR, Bench
from dashboard.pages.numbers import policy, trends
from dashboard.parts.trends.kind import Kind
from demo.fill import LOGINS, Login
from domain import accounts
from domain.actors import DEMO, Role
from domain.register import counts, testing
from store.sessions import Session
from trends.periods import school_year_of

CLOSED = datetime(2026, 10, 15, 10, tzinfo=UTC)
"""When all of the register is published."""
PAGES = ((Role.POLICY, policy.KIND), (Role.COORDINATOR, trends.KIND))
SLOWEST, LARGEST = 150.0, 150.0
"""Milliseconds in nineteen of twenty, and kB, that a callback may take."""
HEADER = (
    "| database | questions | page | section | times | median ms | p95 ms | processor ms | kB | kB sent | within |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|"
)


def measure(bench: Bench, times: int) -> Iterator[str]:
    _open_the_doors(bench)
    with served(dict(bench.environment)) as server:
        for role, kind in PAGES:
            login = next(one for one in LOGINS if role in one.roles)
            asks = _body_only(walked(server.port, login, _walk(kind)), kind)
            replay(server.port, asks, 1, 3)
            yield from (_row(bench, kind, server, one, times) for one in asks)
        yield f"\nmemory of the server: {server.megabytes():.0f} MB\n"


def _open_the_doors(bench: Bench) -> None:
    """Who signs in, and everything counted, published and tested."""
    with bench.database.writing() as session:
        if not accounts.somebody(session):
            for login in LOGINS:
                if Role.BUDDY not in login.roles:
                    _account(session, login)
    trends_counts.complete(bench)
    with bench.database.writing() as session:
        counts.publish(session, now=CLOSED)
        testing.test(session, now=CLOSED)


def _walk(kind: Kind) -> list[tuple[str, str]]:
    year = school_year_of(YEAR[0])
    return [(str(one.title), f"{kind.path}?jaar={year}&deel={one.key}") for one in kind.sections]


def _body_only(asks: Sequence[Ask], kind: Kind) -> list[Ask]:
    """What fills the page; the frame around it asks the same on every page."""
    return [one for one in asks if one.body and f'"..{kind.prefix}-body.children'.encode() in one.body]


def _row(bench: Bench, kind: Kind, server: Served, ask: Ask, times: int) -> str:
    began = server.processor()
    some = replay(server.port, [ask], 1, times)
    worked = (server.processor() - began) / times
    took = [one.seconds * 1000 for one in some]
    high, size, sent = quantiles(took, n=20, method="inclusive")[-1], some[0].plain / 1000, some[0].sent / 1000
    within = "yes" if high < SLOWEST and size < LARGEST else "**no**"
    numbers = [f"{median(took):.0f}", f"{high:.0f}", f"{worked:.0f}", f"{size:.0f}", f"{sent:.1f}", within]
    cells = [bench.name, f"{bench.size:,}", str(kind.title), ask.name, str(times), *numbers]
    return f"| {' | '.join(cells)} |"


def _account(session: Session, login: Login) -> None:
    said = {"name": login.name, "email": login.email, "password": login.password}
    accounts.add(session, **said, roles=login.roles, buddy_id=None, by=DEMO, now=CLOSED)
