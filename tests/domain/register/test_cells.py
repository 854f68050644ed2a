"""What was published, read as far as it is needed: the same as all of it, less the rest."""

from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from domain.register import counts
from domain.register.cells import published
from store.database import Database
from tests import make
from tests.conftest import Prepared
from trends.lattice import ALL, BY_KEY, GROUP, MONTHS_OF, PLACE, TOPIC, Cell
from trends.periods import school_year_of


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:
    def write(session: Session) -> None:
        for year in (2023, 2024, 2025):
            for place in ("Alkmaar", "Heiloo"):
                for _ in range(7):
                    make.question(session, now=now, asked_on=date(year, 9, 20), topics=("D2",), municipality=place)
        counts.publish(session, now=now)

    return prepared(__name__, write)


def year_of(cell: Cell) -> int:
    return school_year_of(MONTHS_OF[BY_KEY[cell.level].period](cell.period).start)


@pytest.mark.parametrize("levels", [{ALL.key}, {GROUP.key, TOPIC.key}, {PLACE.key}])
def test_some_levels_of_some_school_years_are_that_part_of_everything(filled: Database, levels: set[str]) -> None:
    with filled.reading() as session:
        found = published(session, levels, [2023, 2025])
        every = published(session)

    asked = {cell for cell in every if cell.level in levels and year_of(cell) in (2023, 2025)}
    assert asked
    assert found == {cell: every[cell] for cell in asked}


def test_one_place_is_read_alone(filled: Database) -> None:
    with filled.reading() as session:
        found = published(session, {PLACE.key}, part="GM0361")
        every = published(session, {PLACE.key})

    assert found == {cell: shown for cell, shown in every.items() if cell.municipality == "GM0361"}
    assert {cell.period for cell in found} == {2023, 2024, 2025}
