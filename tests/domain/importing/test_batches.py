"""A register comes in as a whole, once."""

from datetime import datetime

import pytest
from sqlalchemy import select

from domain.actors import Actor, Role
from domain.importing import batches, files
from domain.importing.batches import Taken
from domain.importing.columns import Kind, guess, guess_for
from domain.refused import Refused
from store.database import Database
from store.models import Buddy, DirtyCell, Event, ImportedRow, JournalLine, Question, Table
from store.queries import imports
from store.states import EventState
from tests import make
from tests.domain.importing.sample import content, text_file
from tests.domain.importing.taking_in import count, take_in

ADMINISTRATOR = Actor(name="Ad", roles=frozenset({Role.ADMINISTRATOR}), account_id=2)
HEADER = "Datum;Via;Onderwerp"
GOOD = "3-11-2026;tel;TLV"


def take_in_lines(database: Database, now: datetime, *lines: str, all_or_nothing: bool = False) -> Taken:
    sheets, plan = text_file(HEADER, *lines)
    with database.writing() as session:
        return batches.take_in(
            session, sheets, plan, content_hash=b"h", all_or_nothing=all_or_nothing, by=make.COORDINATOR, now=now
        )


@pytest.mark.parametrize(
    ("kind", "table", "expected"),
    [
        (Kind.QUESTION, Question, Taken(1, 51, 9, 0)),
        (Kind.BUDDY, Buddy, Taken(1, 5, 3, 0)),
        (Kind.EVENT, Event, Taken(1, 6, 2, 0)),
    ],
)
def test_the_good_rows_of_the_sample_come_in(
    database: Database, now: datetime, kind: Kind, table: type[Table], expected: Taken
) -> None:
    taken = take_in(database, kind, now)

    assert (taken, count(database, table)) == (expected, expected.rows)


@pytest.mark.parametrize("kind", list(Kind))
def test_the_same_file_twice_brings_nothing_twice(database: Database, now: datetime, kind: Kind) -> None:
    first = take_in(database, kind, now)

    with pytest.raises(Refused) as refused:
        take_in(database, kind, now)

    assert (refused.value.key, count(database, ImportedRow)) == ("import.nothing_new", first.rows)


def test_the_same_rows_saved_by_another_program_bring_nothing_twice(sqlite: Database, now: datetime) -> None:
    take_in(sqlite, Kind.QUESTION, now)
    sheets = files.read(content("vragen.csv"))

    with sqlite.writing() as session, pytest.raises(Refused) as refused:
        plan = guess_for(Kind.QUESTION, 0, sheets[0])
        batches.take_in(session, sheets, plan, content_hash=b"c", all_or_nothing=False, by=make.COORDINATOR, now=now)

    assert refused.value.key == "import.nothing_new"


def test_rows_that_were_added_to_the_file_come_in_alone(sqlite: Database, now: datetime) -> None:
    take_in_lines(sqlite, now, GOOD)

    taken = take_in_lines(sqlite, now, GOOD, "4-11-2026;mail;autisme")

    assert (taken.rows, taken.again) == (1, 1)


def test_two_questions_that_are_alike_are_two_questions(sqlite: Database, now: datetime) -> None:
    taken = take_in_lines(sqlite, now, GOOD, GOOD)

    assert taken.rows == 2


def test_all_or_nothing_brings_nothing_when_a_row_is_bad(database: Database, now: datetime) -> None:
    with pytest.raises(Refused) as refused:
        take_in_lines(database, now, GOOD, "3-11-2026;tel;paardrijden", all_or_nothing=True)

    assert (refused.value.key, refused.value.values, count(database, Question)) == (
        "import.has_bad_rows",
        {"rows": 1},
        0,
    )


def test_a_refusal_halfway_brings_nothing_at_all(database: Database, now: datetime) -> None:
    take_in_lines(database, now, GOOD)
    with pytest.raises(Refused), database.writing() as session:
        sheets, plan = text_file(HEADER, "4-11-2026;tel;TLV")
        batches.take_in(session, sheets, plan, content_hash=b"h", all_or_nothing=False, by=make.COORDINATOR, now=now)
        raise Refused("not_found")

    assert (count(database, Question), count(database, ImportedRow)) == (1, 1)


def test_a_question_holds_what_the_row_said(sqlite: Database, now: datetime) -> None:
    sheets, plan = text_file(
        "Datum;Via;Onderwerp;Plaats;Leeftijd;Schoolsoort;Min.;Wat gedaan",
        "3 nov 2026;tel;hb, TLV;heerhugowaard;groep 5;po;1 uur;info + advies",
    )
    with sqlite.writing() as session:
        batches.take_in(session, sheets, plan, content_hash=b"h", all_or_nothing=True, by=make.COORDINATOR, now=now)

    with sqlite.reading() as session:
        one = session.scalars(select(Question)).one()
        told = (one.channel, one.municipality_code, one.age_band, one.sector, one.minutes, one.done)
        assert (told, [topic.code for topic in one.topics]) == (
            ("phone", "GM1980", "7-9", "po", 60, ["information", "advice"]),
            ["C1", "F1"],
        )


def test_each_month_of_the_questions_is_counted_again(sqlite: Database, now: datetime) -> None:
    take_in_lines(sqlite, now, "3-11-2026;tel;TLV", "4-11-2026;tel;TLV", "4-10-2026;tel;TLV")

    with sqlite.reading() as session:
        assert sorted(session.scalars(select(DirtyCell.month))) == [2026 * 12 + 9, 2026 * 12 + 10]


def test_past_cafes_are_held_with_how_many_came(sqlite: Database, now: datetime) -> None:
    take_in(sqlite, Kind.EVENT, now)

    with sqlite.reading() as session:
        rows = session.scalars(select(Event).order_by(Event.starts_at)).all()
        assert {row.state for row in rows} == {EventState.HELD}
        assert [row.head_count for row in rows] == [9, 12, 6, 8, 21, None]


def test_a_buddy_who_is_known_already_is_a_bad_row(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now, email="yusuf.demir@voorbeeld.nl")

    assert take_in(sqlite, Kind.BUDDY, now).bad == 4


def test_one_line_in_the_journal_tells_of_the_whole_file(sqlite: Database, now: datetime) -> None:
    take_in_lines(sqlite, now, GOOD, "4-11-2026;mail;autisme")

    with sqlite.reading() as session:
        lines = session.execute(select(JournalLine.kind, JournalLine.facts)).all()
        assert [tuple(line) for line in lines] == [("import.done", {"register": "question", "rows": 2})]


def test_an_administrator_may_bring_a_register_in(sqlite: Database, now: datetime) -> None:
    assert take_in(sqlite, Kind.BUDDY, now, by=ADMINISTRATOR).rows == 5


def test_nobody_else_may(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        take_in(sqlite, Kind.QUESTION, now, by=make.buddy_actor(1))


def test_a_column_that_is_needed_must_be_chosen(sqlite: Database, now: datetime) -> None:
    sheets, plan = text_file("Datum;Opmerking", "3-11-2026;x")

    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        batches.take_in(session, sheets, plan, content_hash=b"h", all_or_nothing=True, by=make.COORDINATOR, now=now)

    assert (refused.value.key, refused.value.field) == ("import.column_needed", "topics")


def test_the_kind_of_register_is_guessed_from_the_header() -> None:
    sheets = files.read(content())

    assert [
        max((guess_for(kind, i, one) for kind in Kind), key=lambda p: len(p.columns)).kind
        for i, one in enumerate(sheets)
    ] == list(Kind)
    assert guess(sheets).sheet == 0


def test_the_last_files_are_listed_newest_first(sqlite: Database, now: datetime) -> None:
    take_in(sqlite, Kind.EVENT, now)
    take_in(sqlite, Kind.QUESTION, now)

    with sqlite.reading() as session:
        assert [batch.kind for batch in imports.batches(session)] == ["question", "event"]
        assert imports.same_file(session, "question", b"h") == imports.batches(session)[0]
