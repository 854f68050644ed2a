"""Before anything comes in, every bad row is named with its reason."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.importing import known
from domain.importing.columns import Kind
from domain.importing.kinds import REGISTERS
from domain.importing.preview import look
from domain.importing.reading import Reading
from domain.importing.sheets import Cell
from i18n import speaking
from store.database import Database
from tests.conftest import NOW
from tests.domain.importing.sample import sample, text_file

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
)


def sentences(database: Database, now: datetime, *lines: str) -> list[tuple[int, str, str]]:
    sheets, plan = text_file(*lines)
    with database.reading() as session:
        return [(one.row, one.column, one.sentence) for one in look(session, sheets, plan, now=now).bad]


def test_each_bad_row_of_the_sample_is_named_with_its_column(sqlite: Database, now: datetime) -> None:
    sheets, plan = sample(Kind.QUESTION)

    with sqlite.reading() as session:
        found = look(session, sheets, plan, now=now)

    assert [(problem.row, problem.column) for problem in found.bad] == [
        (8, "topics"), (13, "asked_on"), (18, "municipality"), (23, "channel"), (29, "topics"),
        (34, "asked_on"), (39, "topics"), (44, "topics"), (49, "asked_on"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "column", "sentence"),
    [
        ("3-11-2026;tel;Dyslectie", "topics", "“Dyslectie” kennen we niet. Bedoelt u “Dyslexie”?"),
        ("3-11-2026;tel;", "topics", "Deze cel is leeg, maar is wel nodig."),
        ("31-11-2025;tel;TLV", "asked_on", "“31-11-2025” is geen datum. Een goed voorbeeld: 24-11-2026."),
        ("25-11-2026;tel;TLV", "asked_on", "Deze datum ligt in de toekomst."),
        ("3-11-1926;tel;TLV", "asked_on", "Deze datum ligt voor het jaar 2000."),
        ("3-11-2026;tel;C1, D2, F6, F7", "topics", "Hier staan meer dan 3 onderwerpen. Kies er 3."),
    ],
)
def test_the_reason_is_a_sentence(sqlite: Database, now: datetime, line: str, column: str, sentence: str) -> None:
    assert sentences(sqlite, now, "Datum;Via;Onderwerp", line) == [(2, column, sentence)]


def test_everything_that_is_wrong_in_a_row_is_said_at_once(sqlite: Database, now: datetime) -> None:
    found = sentences(sqlite, now, "Datum;Via;Onderwerp", "ooit;postduif;paardrijden")

    assert [column for _row, column, _sentence in found] == ["topics", "asked_on", "channel"]


def test_empty_cells_and_words_for_nothing_are_no_mistake(sqlite: Database, now: datetime) -> None:
    lines = ("Datum;Via;Onderwerp;Plaats;Leeftijd;Min.", "3-11-2026;tel;TLV;onbekend;?;")

    assert sentences(sqlite, now, *lines) == []


@pytest.mark.parametrize("kind", list(Kind))
def test_whatever_is_in_the_cells_is_read_or_named(sqlite: Database, kind: Kind) -> None:
    register = REGISTERS[kind]
    with sqlite.reading() as session:
        names = known.load(session)

    @given(st.fixed_dictionaries({column.key: CELLS for column in register.columns}))
    def read(cells: dict[str, Cell]) -> None:
        row = Reading(2, cells, names, NOW.date())
        register.read(row)
        assert all(problem.sentence for problem in row.problems)

    with speaking("nl"):
        read()
