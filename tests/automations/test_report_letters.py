"""A report that was sent: one letter per reader, with the PDF that was approved."""

from datetime import datetime

import pytest

from automations.posting import post_letters
from automations.run import run
from domain.actors import Role
from domain.register import counts
from domain.reporting import files, making, reviewing
from domain.reporting.reviewing import Readers
from mail.post import SmtpPostman
from store.database import Database
from store.models import Letter
from store.queries.improving import reports
from tests import make
from tests.domain.reporting.conftest import register
from tests.post_office import PostOffice


@pytest.fixture
def note(database: Database, now: datetime) -> int:
    """An approved note, in a point where Bas and Ada may get it."""
    with database.writing() as session:
        register(session, now)
        counts.publish(session, now=now)
        make.account(session, Role.POLICY, now=now, name="Bas")
        make.account(session, Role.ADMINISTRATOR, now=now, name="Ada")
        making.tend(session, now=now)
        number = reports.listed(session)[0].id
        reviewing.approve(session, number, by=make.COORDINATOR, now=now)
    return number


def _send(database: Database, note: int, now: datetime, *addresses: str) -> None:
    with database.writing() as session:
        readers = Readers((Role.POLICY,), addresses)
        reviewing.send(session, note, readers, by=make.COORDINATOR, now=now)


def _letters(database: Database) -> list[tuple[str | None, str | None]]:
    with database.reading() as session:
        return [
            (one.recipient, one.address)
            for one in session.query(Letter).filter_by(kind="report_sent").order_by(Letter.id)
        ]


def test_nothing_leaves_before_it_is_sent(database: Database, note: int, now: datetime) -> None:
    run(database, now, make.LETTERHEAD)

    assert _letters(database) == []


def test_every_reader_gets_one_letter_however_often_the_clock_looks(
    database: Database, note: int, now: datetime
) -> None:
    _send(database, note, now, "bestuur@example.nl", "BAS@punt.example.nl")

    run(database, now, make.LETTERHEAD)
    run(database, now, make.LETTERHEAD)

    assert _letters(database) == [("Bas", "bas@punt.example.nl"), ("", "bestuur@example.nl")]


def test_the_letter_carries_the_file_that_was_approved(
    database: Database, note: int, now: datetime, post_office: PostOffice
) -> None:
    _send(database, note, now)
    run(database, now, make.LETTERHEAD)

    post_letters(database, SmtpPostman(post_office.url(), make.LETTERHEAD.sender), lambda: now)

    (message,) = [one for one in post_office.received() if list(one.iter_attachments())]
    (attached,) = message.iter_attachments()
    with database.reading() as session:
        made = files.pdf_of(session, note)
    assert (attached.get_filename(), attached.get_content()) == (made.name, made.content)
    assert "Wat stijgt: Thuiszitten en verzuim." in str(message)
