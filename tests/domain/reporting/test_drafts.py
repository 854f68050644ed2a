"""What a report says: the answer first, published numbers alone, the same words each time."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import update

from domain.register import revision
from domain.reporting import annual_page, signal_note
from i18n import speaking
from reports.document import Document, as_plain
from store.database import Database
from store.models import PublishedCell, Release
from tests import make
from trends.periods import quarter_of

AUTUMN = quarter_of(2026 * 12 + 8)


def _note(database: Database) -> Document:
    with database.reading() as session:
        found = signal_note.draft(session, AUTUMN)
    assert found
    return found


def _page(database: Database) -> Document:
    with database.reading() as session:
        found = annual_page.draft(session, 2025)
    assert found
    return found


def _amounts(node: Any) -> Iterator[str]:
    """Every number in words; `minder dan 13` says how many cells are hidden and nothing of what is in them."""
    if isinstance(node, str):
        yield from re.findall(r"ongeveer \d+|(?<!minder dan )\b\d+ vragen", node)
    elif isinstance(node, (dict, list, tuple)):
        for one in node.values() if isinstance(node, dict) else node:
            yield from _amounts(one)


def _drawn(node: Any) -> Iterator[int | None]:
    if isinstance(node, dict):
        if "drawn" in node:
            yield node["drawn"]
        for one in node.values():
            yield from _drawn(one)
    elif isinstance(node, (list, tuple)):
        for one in node:
            yield from _drawn(one)


def test_the_note_says_first_what_rises(published_here: Database) -> None:
    note = _note(published_here)

    assert note.lead == "Wat stijgt: Thuiszitten en verzuim."
    assert (note.title, note.period) == ("Signaalnotitie", "augustus 2026 tot en met oktober 2026")


def test_every_number_is_one_that_was_published(published_here: Database) -> None:
    found = [as_plain(one) for one in (_note(published_here), _page(published_here))]

    amounts = {int(re.sub(r"\D", "", one)) for one in _amounts(found)}
    drawn = {one for one in _drawn(found) if one is not None}
    assert ({one for one in amounts | drawn if one % 5}, len(drawn) > 3) == (set(), True)


def test_what_is_too_small_is_said_and_not_drawn(published_here: Database) -> None:
    chart = _note(published_here).sections[0].chart
    assert chart

    hidden = [row.now for row in chart.rows if row.now and row.now.drawn is None]
    assert hidden and {one.text for one in hidden} <= {"minder dan 5", "minder dan 10"}


def test_under_every_chart_stands_its_table_or_the_change_of_each_bar(published_here: Database) -> None:
    documents = (_note(published_here), _page(published_here))

    charted = [one for document in documents for one in document.sections if one.chart]
    assert [len(one.table.rows) == len(one.chart.rows) for one in charted if one.table and one.chart] == [True] * 4


def test_a_question_that_comes_in_late_changes_nothing(published_here: Database, now: datetime) -> None:
    before = _note(published_here)

    with published_here.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 11), topics=("D2",))

    assert _note(published_here) == before


def test_there_is_no_report_of_what_was_not_published(published_here: Database) -> None:
    with published_here.reading() as session:
        assert (signal_note.draft(session, AUTUMN + 1), annual_page.draft(session, 2026)) == (None, None)


def test_the_annual_page_holds_five_sentences(published_here: Database) -> None:
    page = _page(published_here)

    assert (page.period, len(page.sections[0].sentences)) == ("schooljaar 2025–2026", 5)


def test_a_report_can_be_drafted_in_english(published_here: Database) -> None:
    with speaking("en"):
        assert _note(published_here).period == "August 2026 up to and including October 2026"


def test_a_report_says_when_its_numbers_were_revised(published_here: Database, now: datetime) -> None:
    with published_here.writing() as session:
        release = Release(kind=revision.REVISION, released_at=now)
        session.add(release)
        session.flush()
        session.execute(update(PublishedCell).where(PublishedCell.period == AUTUMN).values(release_id=release.id))

    said = _note(published_here).released, _page(published_here).released

    assert said[0] == "Cijfers herzien op dinsdag 24 november 2026"
    assert said[1] == "Cijfers vrijgegeven op dinsdag 24 november 2026"


def test_what_was_done_stands_in_both_with_its_table(published_here: Database) -> None:
    said = [
        next(one for one in document.sections if one.title == "Wat er is gedaan")
        for document in (_note(published_here), _page(published_here))
    ]

    assert [one.table.rows[0][0] for one in said if one.table] == ["Thuiszitten en verzuim: meegedacht"] * 2
    assert [bool(one.chart) for one in said] == [True, False]


def test_who_waits_for_a_buddy_stands_in_the_note_of_its_own_quarter(published_here: Database) -> None:
    def titles(document: Document) -> list[str]:
        return [one.title for one in document.sections]

    title = "Ouders die wachten, en buddy's met plek"

    assert (title in titles(_note(published_here)), title in titles(_page(published_here))) == (True, False)
