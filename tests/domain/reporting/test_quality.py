"""Signals and improvements in a report: those of its months, each with how it stands."""

from datetime import date, datetime

from domain.reporting.quality import quality
from store.database import Database
from store.models import Improvement
from store.states import ImprovementState

AUTUMN = range(2026 * 12 + 7, 2026 * 12 + 10)


def _improvement(now: datetime, title: str, starts_on: date, ends_on: date | None) -> Improvement:
    facts = {"what": "x", "who": "Team", "state": ImprovementState.RUNNING, "made_by": "demo"}
    return Improvement(
        title=title, starts_on=starts_on, ends_on=ends_on, came_of_it="", made_at=now, changed_at=now, **facts
    )


def test_without_signals_and_improvements_there_are_no_sections(sqlite: Database) -> None:
    with sqlite.reading() as session:
        assert quality(session, AUTUMN) == ()


def test_improvements_that_ran_in_these_months_are_told(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        session.add(_improvement(now, "Loopt door", date(2026, 1, 1), None))
        session.add(_improvement(now, "Voorbij", date(2026, 1, 1), date(2026, 6, 30)))
        session.add(_improvement(now, "Later", date(2026, 11, 1), None))

    with sqlite.reading() as session:
        (section,) = quality(session, AUTUMN)
    assert section.table and section.table.rows == (("Loopt door", "Team", "loopt", "–"),)
