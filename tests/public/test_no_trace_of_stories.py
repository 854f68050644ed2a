"""Who tells a story can't be traced: not in a table, a log, a limit, a letter or an address; with controls."""

import logging
import re
from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from automations.run import run
from domain import journal, limits
from domain.actors import PARENT, Role
from domain.stories import noting
from store.database import Database
from store.models import Letter, Story
from store.models.table import Table
from tests import make, tracing
from tests.doors import Doors
from tests.make import LETTERHEAD
from tests.public.teller import ANSWERS, PARENTS, YOUNG, Teller

ADDRESS = "203.0.113.77"
STORY = "De hagelslagdek van de klas keek weg."
OWN = {"story", "story_topic"}
BACK = "/vertellis/weg"
Rows = Mapping[str, frozenset[str]]


def tables(database: Database) -> Rows:
    """Every row of every table as the database holds it."""
    found: dict[str, set[str]] = {one.name: set() for one in Table.metadata.sorted_tables}
    for table, row in tracing.rows(database):
        found[table].add(repr(row))
    return {name: frozenset(rows) for name, rows in found.items()}


def touched(before: Rows, after: Rows) -> set[str]:
    return {name for name in after if after[name] != before[name]}


def tell(doors: Doors, words: str = STORY, home: str = PARENTS, **answers: object) -> str:
    """Tell a story from a known address; gives the code that was shown once."""
    page = Teller(doors, home, ADDRESS).tell(words, **{**ANSWERS, **answers})
    return str(re.findall(r"id=\"code\">([^<]+)<", page.text)[0])


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    return Doors(sqlite, now.replace(hour=13, minute=7, second=41))


@pytest.mark.parametrize("home", [PARENTS, YOUNG])
def test_telling_writes_in_no_other_table(database: Database, now: datetime, home: str) -> None:
    before = tables(database)

    tell(Doors(database, now), home=home, rol="")

    assert touched(before, tables(database)) == OWN


def test_looking_back_and_trying_codes_write_nowhere(database: Database, now: datetime) -> None:
    doors = Doors(database, now)
    code = tell(doors)
    before = tables(database)

    doors.visitor().post(BACK, code=code)
    doors.visitor().post(BACK, code="k7m2p-x9d4q-t3wza")

    assert touched(before, tables(database)) == set()


def test_who_erases_leaves_everything_as_it_was_before(database: Database, now: datetime) -> None:
    doors, before = Doors(database, now), tables(database)
    code = tell(doors)

    doors.visitor().post(BACK, code=code, do="wis")

    assert touched(before, tables(database)) == set()


@pytest.mark.parametrize("kept", ["journal", "limit"])
def test_a_door_that_did_keep_the_moment_or_the_source_would_be_caught(
    sqlite: Database, doors: Doors, kept: str
) -> None:
    """The control: the same search, beside a double that writes down what ours does not."""
    before = tables(sqlite)

    tell(doors)
    with sqlite.writing() as session:
        if kept == "journal":
            journal.record(session, "story.told", ("story", 1), by=PARENT, now=doors.now)
        else:
            limits.count(session, "story", "203.0.113.0/24", most=9, minutes=60, now=doors.now)

    assert touched(before, tables(sqlite)) > OWN


def test_the_rows_know_days_only(sqlite: Database, doors: Doors) -> None:
    tell(doors)

    held = [value for table, row in tracing.rows(sqlite) if table in OWN for value in row.values()]
    columns = [column for name in OWN for column in Table.metadata.tables[name].columns]
    assert [one for one in columns if "TIME" in str(one.type).upper()] == []
    assert [one for one in held if isinstance(one, datetime) or re.search(r"\d\d:\d\d", str(one))] == []


def test_morning_and_evening_look_the_same(sqlite: Database, doors: Doors) -> None:
    own = {"id", "code_index", "told"}
    tell(doors)
    doors.now += timedelta(hours=8)
    tell(doors, f"{STORY} ")
    tell(doors, f"Ook dit. {STORY}")

    rows = [row for table, row in tracing.rows(sqlite) if table == "story"]
    first, *others = [{name: value for name, value in row.items() if name not in own} for row in rows]
    assert len(others) == 2
    assert [one for one in others if one != first] == []


def test_numbers_tell_no_order(sqlite: Database, doors: Doors) -> None:
    for number in range(12):
        tell(doors, f"Verhaal {number:02} over de klas.")

    with sqlite.reading() as session:
        told = [row.told for row in session.query(Story).order_by(Story.id)]
    assert told != sorted(str(one) for one in told)


def test_the_log_of_the_server_holds_no_word_of_it(
    sqlite: Database, doors: Doors, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        code = tell(doors)
        doors.visitor().post(BACK, code=code)
        doors.visitor().post(BACK, code=code[:-1])

    with sqlite.reading() as session:
        number = str(session.query(Story).one().id)
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert [
        one for one in (STORY, "hagelslagdek", code, number, ADDRESS, "203.0.113", "vertellis") if one in said
    ] == []


def test_the_log_is_looked_through_indeed(caplog: pytest.LogCaptureFixture) -> None:
    """The control: a line about the page would be in what was looked through."""
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("web").info("POST %s/verhaal from %s", PARENTS, ADDRESS)

    assert ADDRESS in "\n".join(record.getMessage() for record in caplog.records)


def test_no_address_holds_a_secret_and_no_answer_is_kept(doors: Doors) -> None:
    """Whatever a log in between writes down: the code is in no address, and nothing of it in a header."""
    teller = Teller(doors, address=ADDRESS)
    pages = [teller.page, teller.up_to_consent(STORY, **ANSWERS), teller.press("versturen", toestemming="count")]
    code = re.findall(r"id=\"code\">([^<]+)<", pages[-1].text)[0]
    pages += [doors.visitor().post(BACK, code=code), doors.visitor().post(BACK, code=code, do="wis")]

    assert [one.request.path for one in pages] == ["/vertellis/verhaal"] * 3 + [BACK] * 2
    assert [one.request.query_string for one in pages] == [b""] * 5
    assert {one.headers["Cache-Control"] for one in pages} == {"no-store"}
    assert [name for one in pages for name, value in one.headers if code in value or STORY in value] == []


def test_letters_and_journal_never_say_which_story_or_what(sqlite: Database, doors: Doors) -> None:
    with sqlite.writing() as session:
        for role in (Role.MODERATOR, Role.COORDINATOR):
            make.account(session, role, now=doors.now - timedelta(days=9, minutes=13), name=f"Een {role}")
    run(sqlite, doors.now - timedelta(days=9), LETTERHEAD)
    codes = [tell(doors), tell(doors, f"{STORY} Ik wil niet meer leven.")]
    run(sqlite, doors.now, LETTERHEAD)
    late = doors.now.replace(hour=6, minute=0, second=0) + timedelta(days=1)
    with sqlite.writing() as session:
        noting.note(session, now=late)
        numbers = [str(row.id) for row in session.query(Story)]
    run(sqlite, late, LETTERHEAD)

    kept = tables(sqlite)
    elsewhere = "\n".join(row for name, rows in kept.items() if name not in OWN for row in rows)
    with sqlite.reading() as session:
        letters = " ".join(f"{one.title} {one.body}" for one in session.query(Letter))
    wanted = (*numbers, *codes, "hagelslagdek", "niet meer leven", "203.0.113")
    assert len(kept["letter"]) == 3
    assert [one for one in wanted if one in elsewhere or one in letters] == []
    assert tracing.moments_of(sqlite, doors.now) == []
