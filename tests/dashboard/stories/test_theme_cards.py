"""Theme cards of the common thread: where they lead, in as many questions to the database for one theme as for ten."""

from datetime import date, datetime

from plotly.io.json import to_json_plotly
from sqlalchemy.orm import Session

from dashboard.parts.stories.thread_themes import theme_cards
from domain.improving import improvements
from domain.improving.improvements import ImprovementPlan
from domain.stories.common_thread import ThemeTold
from store.database import Database
from tests import make
from tests.counting import counted
from trends.disclosure import Sum


def theme(*topics: str) -> ThemeTold:
    return ThemeTold("waiting", "Wachten", "", topics, Sum(13, 17, 15), None, (), (), (), ())


def improved(database: Database, now: datetime, title: str, day: date, *topics: str) -> None:
    plan = ImprovementPlan(title, "Plekken", "SWV", day, topics=topics)
    with database.writing() as session:
        improvements.add(session, plan, by=make.COORDINATOR, now=now)


def leads_to(database: Database, one: ThemeTold) -> list[str]:
    with database.reading() as session:
        card = to_json_plotly(theme_cards(session, [one]))
    return [title for title in ("Korter wachten", "Eerder bellen", "Over de taxi") if title in card]


def test_a_theme_leads_to_improvements_about_its_topics_and_groups(database: Database, now: datetime) -> None:
    improved(database, now, "Korter wachten", date(2026, 8, 1), "C5")
    improved(database, now, "Eerder bellen", date(2026, 9, 1), "D2")
    improved(database, now, "Over de taxi", date(2026, 9, 1), "B1")

    assert leads_to(database, theme("C5", "D")) == ["Korter wachten", "Eerder bellen"]


def test_many_themes_with_many_topics_cost_no_more_than_one(sqlite: Database, now: datetime) -> None:
    improved(sqlite, now, "Korter wachten", date(2026, 8, 1), "C5", "D2")

    def cost(themes: list[ThemeTold]) -> int:
        def read(session: Session) -> object:
            return theme_cards(session, themes)

        return counted(sqlite, read)

    assert cost([theme("C5", "D2", "C1", "C2")] * 10) == cost([theme("C5")])
