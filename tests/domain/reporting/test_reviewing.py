"""Reviewing: words but no numbers, a name under it, and nothing leaves before that."""

from datetime import datetime

import pytest

from domain.actors import PARENT, Actor, Role
from domain.refused import Refused
from domain.reporting import files, making, reviewing
from domain.reporting.reviewing import Readers
from reports.document import Words, from_plain
from reports.pdf import pdf
from store.database import Database
from store.models import Report
from store.queries.improving import reports
from store.states import ReportKind, ReportState
from tests import make

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
BUDDY = Actor(name="Anna", roles=frozenset({Role.BUDDY}), account_id=8)
TO_POLICY = Readers(roles=(Role.POLICY,))


@pytest.fixture
def note(published_here: Database, now: datetime) -> int:
    with published_here.writing() as session:
        making.tend(session, now=now)
        (found,) = [one.id for one in reports.listed(session) if one.kind is ReportKind.SIGNAL_NOTE]
    return found


def _state(database: Database, report_id: int) -> ReportState:
    with database.reading() as session:
        return session.get_one(Report, report_id).state


def _refusal(database: Database, act: str, report_id: int, *args: object, by: Actor, now: datetime) -> str:
    with pytest.raises(Refused) as refused, database.writing() as session:
        getattr(reviewing, act)(session, report_id, *args, by=by, now=now)
    return refused.value.key


def test_people_change_words_and_never_a_number(published_here: Database, note: int, now: datetime) -> None:
    with published_here.reading() as session:
        facts = session.get_one(Report, note).facts

    with published_here.writing() as session:
        reviewing.reword(session, note, " Beste lezer ", "Groet", by=POLICY, now=now)

    with published_here.reading() as session:
        row = session.get_one(Report, note)
        assert (row.opening, row.closing, row.facts) == ("Beste lezer", "Groet", facts)


def test_an_approved_report_has_its_files_with_the_name_under_it(
    published_here: Database, note: int, now: datetime
) -> None:
    with published_here.writing() as session:
        reviewing.approve(session, note, by=POLICY, now=now)
        reviewing.approve(session, note, by=make.COORDINATOR, now=now)

    with published_here.reading() as session:
        row, shown = session.get_one(Report, note), files.pdf_of(session, note)
        words = Words(approved="Goedgekeurd door Bas op dinsdag 24 november 2026")
        assert (row.state, row.approved_by, shown.content) == (
            ReportState.APPROVED, "account:7", pdf(from_plain(row.facts), words),
        )  # fmt: skip
        assert shown.name == "signaalnotitie-augustus-2026-tot-en-met-oktober-2026.pdf"


def test_an_approved_report_can_not_be_reworded_until_that_is_taken_back(
    published_here: Database, note: int, now: datetime
) -> None:
    with published_here.writing() as session:
        reviewing.approve(session, note, by=POLICY, now=now)
    refusal = _refusal(published_here, "reword", note, "x", "", by=POLICY, now=now)
    with published_here.writing() as session:
        reviewing.take_back(session, note, by=POLICY, now=now)
        reviewing.take_back(session, note, by=POLICY, now=now)
        reviewing.reword(session, note, "x", "", by=POLICY, now=now)

    assert (refusal, _state(published_here, note)) == ("report.approved", ReportState.DRAFT)


def test_a_draft_is_never_sent(published_here: Database, note: int, now: datetime) -> None:
    assert _refusal(published_here, "send", note, TO_POLICY, by=POLICY, now=now) == "report.not_approved"


def test_what_was_sent_stays_sent(published_here: Database, note: int, now: datetime) -> None:
    with published_here.writing() as session:
        reviewing.approve(session, note, by=POLICY, now=now)
        reviewing.send(session, note, TO_POLICY, by=POLICY, now=now)

    refused = [_refusal(published_here, "take_back", note, by=POLICY, now=now)]
    refused.append(_refusal(published_here, "reword", note, "x", "", by=POLICY, now=now))
    assert (refused, _state(published_here, note)) == (["report.sent"] * 2, ReportState.SENT)


@pytest.mark.parametrize(
    ("readers", "refusal"),
    [
        (Readers(), "report.readers_needed"),
        (Readers(addresses=("geen adres",)), "report.address"),
        (Readers(addresses=tuple(f"a{n}@example.nl" for n in range(21))), "report.too_many"),
        (Readers(roles=(Role.BUDDY,)), "not_allowed"),
    ],
)
def test_readers_must_be_readers(
    published_here: Database, note: int, now: datetime, readers: Readers, refusal: str
) -> None:
    with published_here.writing() as session:
        reviewing.approve(session, note, by=POLICY, now=now)

    assert _refusal(published_here, "send", note, readers, by=POLICY, now=now) == refusal


@pytest.mark.parametrize("by", [PARENT, BUDDY])
def test_nobody_else_touches_a_report(published_here: Database, note: int, now: datetime, by: Actor) -> None:
    refused = [
        _refusal(published_here, act, note, *args, by=by, now=now)
        for act, args in (("reword", ("x", "")), ("approve", ()), ("take_back", ()), ("send", (TO_POLICY,)))
    ]

    assert refused == ["not_allowed"] * 4


def test_addresses_are_read_from_what_was_typed() -> None:
    assert reviewing.typed_addresses(" a@x.nl, b@x.nl;\nc@x.nl a@x.nl ") == ("a@x.nl", "b@x.nl", "c@x.nl")
