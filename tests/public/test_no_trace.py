"""Who asks without a name can't be traced: not in a table, a log, a limit, a letter or an export; with controls."""

import logging
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from automations.run import run
from domain import journal, limits
from domain.actors import PARENT, Role
from domain.inquiring import answering, daily_round
from store.database import Database
from store.models import Inquiry, InquiryMessage
from store.models.table import Table
from tests import make
from tests.make import COORDINATOR, LETTERHEAD
from tests.public.test_inquiries import WORDS, code_of
from tests.public.visitor import Visitor

ASK = "/stel-een-vraag"
ADDRESS = "203.0.113.77"
OWN = {"inquiry", "inquiry_message"}
Rows = Mapping[str, frozenset[str]]


def tables(database: Database) -> Rows:
    """Every row of every table as the database holds it."""
    with database.reading() as session:
        return {
            one.name: frozenset(repr(tuple(row)) for row in session.execute(one.select()))
            for one in Table.metadata.sorted_tables
        }


def touched(before: Rows, after: Rows) -> set[str]:
    return {name for name in after if after[name] != before[name]}


def moments(database: Database) -> list[str]:
    """Columns of the inquiry tables that can hold a moment finer than a day."""
    columns = [column for table in (Inquiry, InquiryMessage) for column in table.__table__.columns]
    with database.reading() as session:
        rows = [*session.query(Inquiry), *session.query(InquiryMessage)]
        held = [value for row in rows for value in vars(row).values()]
    return [str(one) for one in columns if "TIME" in str(one.type).upper()] + [
        repr(value) for value in held if isinstance(value, datetime)
    ]


def ask(visitor: Visitor, words: str = WORDS) -> str:
    visitor.client.environ_base["HTTP_X_FORWARDED_FOR"] = ADDRESS
    return code_of(visitor.send(ASK, words=words))


def test_asking_writes_in_no_other_table(database: Database, visitor: Visitor) -> None:
    before = tables(database)

    ask(visitor)

    assert touched(before, tables(database)) == OWN


def test_reading_the_answer_writes_nowhere(database: Database, visitor: Visitor) -> None:
    code = ask(visitor)
    before = tables(database)

    visitor.send("/mijn-vraag", code=code)
    visitor.send("/mijn-vraag", code="k7m2p-x9d4q-t3wza")

    assert touched(before, tables(database)) == set()


@pytest.mark.parametrize("kept", ["journal", "limit"])
def test_a_door_that_did_keep_the_moment_or_the_source_would_be_caught(
    sqlite: Database, passer_by: Visitor, kept: str
) -> None:
    """The control: the same search, beside a double that writes down what ours does not."""
    before, now = tables(sqlite), passer_by.clock()

    ask(passer_by)
    with sqlite.writing() as session:
        if kept == "journal":
            journal.record(session, "inquiry.asked", ("inquiry", 1), by=PARENT, now=now)
        else:
            limits.count(session, "inquiry", "203.0.113.0/24", most=9, minutes=60, now=now)

    assert touched(before, tables(sqlite)) > OWN


def test_the_rows_know_days_only(database: Database, visitor: Visitor) -> None:
    ask(visitor)

    assert moments(database) == []
    with database.reading() as session:
        row = session.query(Inquiry).one()
        assert (row.asked_on, row.noted) == (date(2026, 11, 24), False)


def test_morning_and_evening_look_the_same(sqlite: Database, passer_by: Visitor) -> None:
    ask(passer_by, "ochtend")
    passer_by.clock.wait(hours=8)
    ask(passer_by, "avond")

    with sqlite.reading() as session:
        told = [
            (row.kind, row.state, row.asked_on, row.answer_by, row.forget_on, row.revision, row.noted)
            for row in session.query(Inquiry)
        ]
    assert told[0] == told[1]


def test_numbers_tell_no_order(sqlite: Database, passer_by: Visitor) -> None:
    """Of twenty questions asked one after another, the order of neither table follows the order of asking."""
    for number in range(20):
        ask(passer_by, f"vraag {number:02}")

    with sqlite.reading() as session:
        stored = [one.words for one in session.execute(InquiryMessage.__table__.select())]
        numbers = [row.id for row in session.query(Inquiry)]
    assert stored != sorted(stored)
    assert max(numbers) > 2**20


def test_the_log_of_the_server_holds_no_word_of_it(
    sqlite: Database, passer_by: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        code = ask(passer_by)
        passer_by.send("/mijn-vraag", code=code)

    with sqlite.reading() as session:
        number = str(session.query(Inquiry).one().id)
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert [one for one in (WORDS, code, number, ADDRESS, "203.0.113", "stel-een-vraag") if one in said] == []


def test_the_log_is_looked_through_indeed(caplog: pytest.LogCaptureFixture) -> None:
    """The control: a line about the page would be in what was looked through."""
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("web").info("POST /stel-een-vraag from %s", ADDRESS)

    assert ADDRESS in "\n".join(record.getMessage() for record in caplog.records)


def test_letters_and_journal_never_say_which_question_or_what(
    sqlite: Database, passer_by: Visitor, now: datetime
) -> None:
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
    ask(passer_by)
    ask(passer_by, "Nog iets: ik wil niet meer leven")
    with sqlite.writing() as session:
        daily_round.tend(session, now + timedelta(days=1))
        numbers = [str(row.id) for row in session.query(Inquiry)]

    run(sqlite, now + timedelta(days=1), LETTERHEAD)

    kept = tables(sqlite)
    elsewhere = "\n".join(row for name, rows in kept.items() if name not in OWN for row in rows)
    assert len(kept["letter"]) == 3
    assert [one for one in (*numbers, "zes weken thuis", "niet meer leven", "203.0.113") if one in elsewhere] == []


def test_the_register_has_no_key_and_no_time_that_leads_back(
    sqlite: Database, passer_by: Visitor, now: datetime
) -> None:
    ask(passer_by)
    with sqlite.writing() as session:
        number = session.query(Inquiry).one().id
        before = _columns(sqlite)
        answering.mark_counted(session, number, by=COORDINATOR)
        make.question(session, now=now, topics=("D2",), channel="form", asked_on=date(2026, 11, 24))

    kept = tables(sqlite)
    assert before == []
    assert not any(re.search(rf"\b{number}\b", row) for row in (*kept["question"], *kept["journal_line"]))


def _columns(database: Database) -> list[Any]:
    """Columns of the register that refer to an inquiry, or the other way round."""
    question, inquiry = Table.metadata.tables["question"], Table.metadata.tables["inquiry"]
    return [
        key
        for one, other in ((question, inquiry), (inquiry, question))
        for key in one.foreign_keys
        if key.references(other)
    ]
