"""A certificate of conduct that ends: who hears it, and what."""

from datetime import date, datetime, timedelta

import pytest

from automations.run import run
from domain.actors import CLOCK, Role
from domain.buddying import buddies, certificates
from store.database import Database
from store.models import Letter
from tests import make


@pytest.fixture
def ending(sqlite: Database, now: datetime) -> int:
    """A buddy whose certificate counts for another month."""
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
        buddy_id = make.buddy(session, now=now, certificate_seen_on=date(2023, 12, 24))
        certificates.remind(session, by=CLOCK, now=now)
    return buddy_id


def letters(database: Database, now: datetime) -> list[tuple[str, str]]:
    """To whom and under which heading, once the automations have done their work."""
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return sorted((one.address or "", one.title or "") for one in session.query(Letter))


def test_the_buddy_and_the_coordinator_hear_it_once(sqlite: Database, now: datetime, ending: int) -> None:
    with sqlite.writing() as session:
        certificates.remind(session, by=CLOCK, now=now + timedelta(days=1))

    assert letters(sqlite, now) == [
        ("anna@example.nl", "Uw VOG is bijna drie jaar oud"),
        ("tess@punt.example.nl", "Vraag een nieuwe VOG aan voor Anna de Vries"),
    ]


def test_the_letter_says_until_when_and_where_to_fill_in_the_new_one(
    sqlite: Database, now: datetime, ending: int
) -> None:
    letters(sqlite, now)

    with sqlite.reading() as session:
        bodies = {letter.address: letter.body or "" for letter in session.query(Letter)}
    one, other = bodies["anna@example.nl"], bodies["tess@punt.example.nl"]
    assert "Die van u telt tot donderdag 24 december." in one
    assert f"https://punt.example.nl/werk/buddys/{ending}" in other


def test_a_new_certificate_seen_meanwhile_needs_no_letter(sqlite: Database, now: datetime, ending: int) -> None:
    with sqlite.writing() as session:
        renewed = make.profile(certificate_seen_on=date(2026, 11, 24))
        buddies.change(session, ending, renewed, by=make.COORDINATOR, now=now)

    assert letters(sqlite, now) == []
