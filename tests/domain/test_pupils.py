"""Pupils per municipality: two columns from a spreadsheet are read, told about, and kept per school year."""

from datetime import datetime

import pytest

from domain import pupils
from domain.actors import Actor, Role
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine
from store.queries.numbers import pupils as numbers
from tests import make

ALKMAAR, BERGEN = "GM0361", "GM0373"
ADMINISTRATOR = Actor(name="Ada", roles=frozenset({Role.ADMINISTRATOR}), account_id=2)


@pytest.mark.parametrize(
    "words",
    [
        "Alkmaar\t21345\nBergen (NH.)\t4120",
        "gemeente\tleerlingen\nalkmaar\t21.345\n\nBergen (NH.)\t4 120",
        "Alkmaar; 21.345\nBergen (NH.); 4.120",
        'Alkmaar, 21345\n"Bergen (NH.)", 4120',
    ],
)
def test_two_columns_are_read_however_the_spreadsheet_writes_them(sqlite: Database, words: str) -> None:
    with sqlite.reading() as session:
        found = pupils.read(session, words)

    assert (dict(found.pupils), found.bad) == ({ALKMAAR: 21345, BERGEN: 4120}, ())


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Alkmaar 100", "Hier staan geen gemeente en een heel getal."),
        ("Alkmaar\t10,5", "Hier staan geen gemeente en een heel getal."),
        ("Alkmaar\t-4", "Hier staan geen gemeente en een heel getal."),
        ("Atlantis\t100", "Deze gemeente kennen we niet."),
        ("Bergen (NH.)\t7", "Deze gemeente staat er al."),
        ("Alkmaar\t0", "Dit aantal leerlingen kan niet kloppen."),
        ("Alkmaar\t99.000.000", "Dit aantal leerlingen kan niet kloppen."),
    ],
)
def test_a_line_that_can_not_be_used_is_told_with_its_number(sqlite: Database, line: str, why: str) -> None:
    with sqlite.reading() as session:
        found = pupils.read(session, f"Bergen (NH.)\t4120\n{line}")

    assert (dict(found.pupils), found.bad) == ({BERGEN: 4120}, (pupils.BadLine(2, line, why),))


def test_what_is_kept_takes_the_place_of_that_year_and_is_in_the_journal(database: Database, now: datetime) -> None:
    with database.writing() as session:
        pupils.change(session, 2025, "Alkmaar\t1\nBergen (NH.)\t2", "Schatting", by=ADMINISTRATOR, now=now)
        pupils.change(session, 2026, "Alkmaar\t3", "DUO", by=make.COORDINATOR, now=now)
        pupils.change(session, 2025, "Alkmaar\t4", " DUO,  2025 ", by=make.COORDINATOR, now=now)

    with database.reading() as session:
        kept = [numbers.of_year(session, year) for year in (2024, 2025, 2026)]
        lines = session.query(JournalLine).filter(JournalLine.kind == "pupils.changed").count()
    assert kept == [
        numbers.YearPupils({}, "", 2024),
        numbers.YearPupils({ALKMAAR: 4}, "DUO, 2025", 2025),
        numbers.YearPupils({ALKMAAR: 3}, "DUO", 2026),
    ]
    assert lines == 3


@pytest.mark.parametrize(
    ("words", "source", "key"),
    [
        ("Alkmaar\t3\nAtlantis\t4", "DUO", "pupils.bad_lines"),
        ("gemeente\tleerlingen", "DUO", "pupils.lines_needed"),
        ("Alkmaar\t3", "  ", "pupils.source_needed"),
    ],
)
def test_half_a_list_is_not_kept(sqlite: Database, now: datetime, words: str, source: str, key: str) -> None:
    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        pupils.change(session, 2026, words, source, by=make.COORDINATOR, now=now)

    assert refused.value.key == key


def test_policy_staff_can_not_change_pupils(sqlite: Database, now: datetime) -> None:
    policy = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)

    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        pupils.change(session, 2026, "Alkmaar\t3", "DUO", by=policy, now=now)

    assert refused.value.key == "not_allowed"


def test_the_region_is_known_once_every_municipality_in_it_is(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        names = list(numbers.region(session).values())
        lines = [f"{name}\t100" for name in names]
        pupils.change(session, 2026, "\n".join(lines), "DUO", by=make.COORDINATOR, now=now)
        pupils.change(session, 2025, "\n".join(lines[1:]), "DUO", by=make.COORDINATOR, now=now)

        found = [numbers.whole_region(session, year) for year in (2025, 2026)]

    assert found == [None, numbers.RegionPupils(100 * len(names), "DUO", 2026)]


def test_a_year_without_pupils_counts_per_thousand_of_the_year_before_it(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        lines = "\n".join(f"{name}\t100" for name in numbers.region(session).values())
        pupils.change(session, 2025, lines, "DUO", by=make.COORDINATOR, now=now)

        found = [numbers.known_for(session, year) for year in (2024, 2025, 2027)]
        whole = [numbers.whole_region(session, year) for year in (2024, 2027)]

    assert [(one.school_year, bool(one.pupils)) for one in found] == [(2024, False), (2025, True), (2025, True)]
    assert [one and one.school_year for one in whole] == [None, 2025]
