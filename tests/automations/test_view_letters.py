"""A kept view by mail: published numbers alone, to an owner who may see it at that moment, with a way to stop it."""

import re
from datetime import datetime

import pytest

from automations.run import run
from domain import accounts
from domain.actors import DEMO, Actor, Role
from domain.register import counts
from domain.reporting import views
from domain.reporting.views import Rhythm, View
from i18n import speaking
from mail.html_twin import twin
from store.database import Database
from store.models import Letter, SavedView
from store.states import LetterState
from tests import make
from tests.domain.reporting.conftest import register
from tests.doors import Doors, text_of


def _kept(database: Database, now: datetime, role: Role, path: str) -> Actor:
    with database.writing() as session:
        register(session, now)
        counts.publish(session, now=now)
        by = Actor("Bas", frozenset({role}), make.account(session, role, now=now, name="Bas"))
        views.keep(session, View("Mijn blik", path, "jaar=2026", Rhythm.WEEKLY), by=by, now=now)
        views.tend(session, now=now)
    return by


def _letters(database: Database, now: datetime) -> list[Letter]:
    run(database, now, make.LETTERHEAD)
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return session.query(Letter).filter_by(kind="saved_view").order_by(Letter.id).all()


@pytest.mark.parametrize(("role", "path"), [(Role.POLICY, "/werk/beleid"), (Role.COORDINATOR, "/werk/trends")])
def test_one_letter_with_published_numbers_whoever_reads_it(
    database: Database, now: datetime, role: Role, path: str
) -> None:
    _kept(database, now, role, path)

    (letter,) = _letters(database, now)

    body = letter.body or ""
    rows = [line for line in body.splitlines() if " | " in line]
    assert (letter.title, letter.address, "Wat stijgt: Thuiszitten en verzuim." in body) == (
        "Mijn blik", "bas@punt.example.nl", True,
    )  # fmt: skip
    assert rows[:2] == ["Onderwerp | 2026–2027 | 2025–2026", "Thuiszitten en verzuim | ongeveer 45 | ongeveer 20"]
    assert re.search(r"\b(47|22|13|12)\b", "\n".join(rows)) is None
    assert f"https://punt.example.nl{path}?jaar=2026" in body


def test_a_role_that_was_taken_away_before_posting_drops_the_letter(sqlite: Database, now: datetime) -> None:
    by = _kept(sqlite, now, Role.POLICY, "/werk/beleid")
    _letters(sqlite, now)
    with sqlite.writing() as session:
        accounts.change(session, by.account_id or 0, roles=[Role.BUDDY], active=True, by=DEMO, now=now)

    with sqlite.writing() as session:
        make.post(session, now=now)
        (letter,) = session.query(Letter).filter_by(kind="saved_view")
        assert letter.state is LetterState.DROPPED


def test_the_link_in_the_letter_stops_the_mail_by_its_button_alone(sqlite: Database, now: datetime) -> None:
    _kept(sqlite, now, Role.POLICY, "/werk/beleid")
    (letter,) = _letters(sqlite, now)
    (address,) = re.findall(r"/link/\S+", letter.body or "")
    visitor = Doors(sqlite, now).visitor()

    looked = text_of(visitor.get(address))
    with sqlite.reading() as session:
        before = session.query(SavedView).one().rhythm
    visitor.post(address, do="stop")
    visitor.post(address, do="stop")

    with sqlite.reading() as session:
        assert (before, session.query(SavedView).one().rhythm) == ("weekly", "")
    assert "Geen mail meer over deze weergave?" in looked
    assert "U krijgt deze mail niet meer" in text_of(visitor.get(address))


def test_lines_with_cells_become_a_table_in_the_mail() -> None:
    with speaking("nl"):
        page = twin("x", "Hallo\n\nA | B\n1 | <2>\n\nDag")

    assert (page.count("<th "), page.count("<td "), "&lt;2&gt;" in page) == (2, 2, True)
