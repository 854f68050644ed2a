"""The sections of the trend pages: each opens by its name in the address and shows its own finding."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from dashboard.parts.trends.sparkline import sparkline
from domain.actors import Actor, Role
from domain.register import counts
from store.database import Database
from tests import make
from tests.conftest import Prepared
from tests.doors import Doors

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:
    """Twelve questions about staying at home in each of the last three autumns, and forty in this one."""

    def write(session: Session) -> None:
        for day, n in (
            (date(2024, 8, 5), 12),
            (date(2025, 8, 5), 12),
            (date(2025, 10, 5), 12),
            (date(2026, 10, 5), 40),
        ):
            for _ in range(n):
                make.question(session, now=now, asked_on=day, topics=("D2",))
        counts.refresh(session, now=now)
        counts.publish(session, now=now)

    return prepared(__name__, write)


@pytest.mark.parametrize(("page", "actor"), [("trends", make.COORDINATOR), ("policy", POLICY)])
@pytest.mark.parametrize(
    ("part", "charts"),
    [("", ["topics", "over-time"]), ("verschil", ["changes"]), ("onderwerpen", ["topics"]), ("drukte", ["season"])],
)
def test_a_section_shows_its_own_charts(
    filled: Database, now: datetime, page: str, actor: Actor, part: str, charts: list[str]
) -> None:
    doors = Doors(filled, now)
    asked = [(f"{page}-year", "value", "2026"), (f"{page}-group", "value", []), (f"{page}-beside", "value", "vorig")]
    output = doors.output_of(f"{page}-body.children")

    answer = doors.visitor(actor).call(output, asked, [(f"{page}-section", "data", part)]).get_data(as_text=True)

    assert [answer.count(f'"type":"chart-source","chart":"{page}-{chart}"') for chart in charts] == [1] * len(charts)


def test_a_line_as_small_as_a_word_breaks_where_there_is_no_number() -> None:
    drawn: Any = sparkline([5, None, 10], "5 · < 5 · 10")

    assert (drawn.src.count("h0"), drawn.alt) == (2, "5 · < 5 · 10")


def drawn(filled: Database, now: datetime, page: str, actor: Actor, part: str = "", groups: object = None) -> str:
    doors = Doors(filled, now)
    asked = [
        (f"{page}-year", "value", "2026"),
        (f"{page}-group", "value", groups),
        (f"{page}-beside", "value", "vorig"),
    ]
    output = doors.output_of(f"{page}-body.children")
    return str(doors.visitor(actor).call(output, asked, [(f"{page}-section", "data", part)]).get_data(as_text=True))


@pytest.mark.parametrize(("page", "actor", "code"), [("trends", make.COORDINATOR, "D2"), ("policy", POLICY, "D")])
def test_a_signal_can_be_made_of_what_rises_over_the_months_that_were_compared(
    sqlite: Database, now: datetime, page: str, actor: Actor, code: str
) -> None:
    with sqlite.writing() as session:
        for day, n in ((date(2024, 8, 5), 12), (date(2025, 8, 5), 12), (date(2026, 10, 5), 90)):
            for _ in range(n):
                make.question(session, now=now, asked_on=day, topics=("D2",))
        counts.refresh(session, now=now)
        counts.publish(session, now=now)

    answer = drawn(sqlite, now, page, actor)

    october = 2026 * 12 + 9
    assert answer.count(f"onderwerp={code}&maand={october}") == 1


def test_paper_says_whose_numbers_these_are_which_ones_and_what_is_hidden(filled: Database, now: datetime) -> None:
    answer = drawn(filled, now, "policy", POLICY, "tabel", ["D"])

    paper = answer[: answer.index('"className":"printed"')]
    assert "Ouder- en jeugdsteunpunt Noord-Kennemerland" in paper
    assert "Tabel. Schooljaar 2026–2027. Alleen Thuiszitten en verzuim. Vergeleken met 2025–2026." in paper
    assert "cijfers tot en met oktober 2026." in paper
    assert "Minder dan 5 vragen: dat aantal tonen we niet" in paper
