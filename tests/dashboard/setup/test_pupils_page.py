"""Pupils over HTTP: pasted, looked at, kept; and then the tables of the trend pages count per 1,000 of them."""

from datetime import date, datetime

import pytest

from domain import pupils
from domain.actors import Actor, Role
from domain.register import counts
from store.database import Database
from store.queries.numbers import pupils as numbers
from tests import make
from tests.dashboard.setup.settings_form import fields, send, staff
from tests.doors import Doors

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
LINES = {"type": "field", "form": "pupils", "key": "lines"}
SAID = {"school_year": "2026", "source": "DUO", "lines": "Alkmaar\t21.345"}


def test_what_was_pasted_is_shown_with_its_bad_lines_before_it_is_kept(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    look = [(LINES, "value", "Alkmaar\t21.345\nAtlantis\t3")]
    answer = visitor.call("pupils-preview.children", look).get_data(as_text=True)

    assert "1 gemeente gelezen." in answer
    assert "Regel 2: “Atlantis" in answer
    with sqlite.reading() as session:
        assert numbers.of_year(session, 2026).pupils == {}


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_pupils_are_kept_with_their_source(sqlite: Database, now: datetime, role: Role) -> None:
    send(staff(sqlite, now, role), '"form":"pupils"', "pupils-save", fields("pupils", **SAID))

    with sqlite.reading() as session:
        assert numbers.of_year(session, 2026) == numbers.YearPupils({"GM0361": 21345}, "DUO", 2026)


def test_a_bad_line_is_told_beside_the_lines_and_nothing_is_kept(sqlite: Database, now: datetime) -> None:
    said = {**SAID, "lines": "Alkmaar\t5\nAtlantis\t3"}

    answer = send(staff(sqlite, now), '"form":"pupils"', "pupils-save", fields("pupils", **said))

    assert "Regel 2 klopt nog niet" in answer
    with sqlite.reading() as session:
        assert numbers.of_year(session, 2026).pupils == {}


def table(database: Database, now: datetime, page: str, actor: Actor) -> str:
    doors = Doors(database, now)
    asked = [(f"{page}-year", "value", "2026"), (f"{page}-group", "value", []), (f"{page}-beside", "value", "vorig")]
    output = doors.output_of(f"{page}-body.children")
    return str(doors.visitor(actor).call(output, asked, [(f"{page}-section", "data", "tabel")]).get_data(as_text=True))


@pytest.mark.parametrize(
    ("page", "actor", "rate"),
    [("trends", make.COORDINATOR, "5,9 (4,3 tot 7,8)"), ("policy", POLICY, "5,6 (3,9 tot 7,8)")],
)
@pytest.mark.parametrize("whole", [True, False])
def test_rates_are_shown_where_the_whole_region_is_known(
    sqlite: Database, now: datetime, page: str, actor: Actor, rate: str, whole: bool
) -> None:
    with sqlite.writing() as session:
        for _ in range(47):
            make.question(session, now=now, asked_on=date(2026, 9, 10), topics=("D2",))
        counts.refresh(session, now=now)
        counts.publish(session, now=now)
        names = list(numbers.region(session).values())
        lines = [f"{name}\t{8000 // len(names)}" for name in names][0 if whole else 1 :]
        pupils.change(session, 2026, "\n".join(lines), "DUO", by=make.COORDINATOR, now=now)

    answer = table(sqlite, now, page, actor)

    assert (rate in answer, "bron: DUO" in answer) == (whole, whole)
