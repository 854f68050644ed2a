"""Forgotten the password: asked on one door, answered by letter, chosen behind the other."""

from datetime import datetime

import pytest

from automations.run import run
from dashboard.sign_in import add_sign_in
from domain import accounts, passwords
from domain.actors import Actor, Role
from domain.limits import minutes_left
from domain.refused import Refused
from store.database import Database
from store.models import Letter
from tests import make
from tests.doors import Doors, Visitor, many, text_of
from web.services import Services

MAIL, CHOSEN = "tess@punt.example.nl", "vier losse woorden hier"
FORGOTTEN = "/wachtwoord-vergeten"


def doors_of(database: Database, now: datetime) -> Doors:
    """Both doors, with the pages for signing in, and one coordinator."""
    with database.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
    doors = Doors(database, now, alone=True)
    add_sign_in(doors.server, Services(database, lambda: doors.now, "https://punt.example.nl"))
    return doors


def link_of(database: Database, now: datetime) -> str:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        letter = session.query(Letter).filter(Letter.kind == "choose_password").one()
    (line,) = (line for line in (letter.body or "").splitlines() if "/link/" in line)
    return line.removeprefix("https://punt.example.nl")


def password_works(database: Database, password: str, now: datetime) -> bool:
    try:
        with database.writing() as session:
            return bool(accounts.sign_in(session, MAIL, password, now=now))
    except Refused:
        return False


def test_from_forgotten_to_signing_in_with_a_new_password(database: Database, now: datetime) -> None:
    visitor = doors_of(database, now).visitor()
    assert f'href="{FORGOTTEN}"' in visitor.get("/inloggen").text
    visitor.post(FORGOTTEN, email=MAIL)
    link = link_of(database, now)

    form = visitor.get(link)
    chosen = visitor.post(link, password=CHOSEN)
    before = visitor.get("/werk/vragen").status_code
    signed_in = visitor.post("/inloggen", email=MAIL, password=CHOSEN)

    assert 'autocomplete="new-password"' in form.text
    assert (chosen.status_code, 'href="/inloggen"' in chosen.text) == (200, True)
    assert (before, signed_in.location) == (302, "/werk/")


def test_everybody_gets_the_same_answer(sqlite: Database, now: datetime) -> None:
    visitor = doors_of(sqlite, now).visitor()

    known, unknown = (visitor.post(FORGOTTEN, email=email) for email in (MAIL, "niemand@example.nl"))

    assert (known.status_code, text_of(known)) == (unknown.status_code, text_of(unknown))
    assert "Kijk in uw mail" in text_of(known)


def test_who_asks_again_and_again_is_told_to_wait(sqlite: Database, now: datetime) -> None:
    visitor = doors_of(sqlite, now).visitor()

    answers = [visitor.post(FORGOTTEN, email="niemand@example.nl") for _four_times in range(4)]

    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert f"Wacht {minutes_left(now, 60)} minuten" in text_of(answers[-1])


def test_looking_at_the_link_changes_nothing_and_a_second_password_is_refused_kindly(
    database: Database, now: datetime
) -> None:
    visitor = doors_of(database, now).visitor()
    visitor.post(FORGOTTEN, email=MAIL)
    link = link_of(database, now)

    looks = [visitor.get(link).status_code for _scanner in range(3)]
    answers = [visitor.post(link, password=word) for word in ("kort", CHOSEN, "nog een ander woord")]

    assert (looks, [one.status_code for one in answers]) == ([200] * 3, [422, 200, 410])
    assert "Kies een wachtwoord van minstens 10 tekens." in text_of(answers[0])
    assert FORGOTTEN in answers[2].text
    assert "Deze link is al gebruikt" in text_of(visitor.get(link))
    assert [password_works(database, word, now) for word in (CHOSEN, "nog een ander woord")] == [True, False]


@pytest.mark.parametrize(("role", "sees"), [(Role.COORDINATOR, False), (Role.ADMINISTRATOR, True)])
def test_a_coordinator_can_not_become_somebody_else_through_the_out_tray(
    sqlite: Database, now: datetime, role: Role, sees: bool
) -> None:
    doors = doors_of(sqlite, now)
    with sqlite.writing() as session:
        passwords.ask(session, MAIL, now=now)
    secret = link_of(sqlite, now).rpartition("/")[2]
    with sqlite.reading() as session:
        number = session.query(Letter.id).scalar()

    reader = doors.visitor(Actor(name="Bo", roles=frozenset({role}), account_id=77))
    inputs = [("letter-number", "data", number), ("letter-changed", "data", None)]
    page = reader.call(doors.output_of("letter-state.children", "letter-paper.children"), inputs)

    assert ("Kies een wachtwoord" in page.text, secret in page.text) == (True, sees)


def test_the_administrator_may_leave_the_password_to_the_new_user(sqlite: Database, now: datetime) -> None:
    doors = doors_of(sqlite, now)
    boss: Visitor = doors.visitor(Actor(name="Ada", roles=frozenset({Role.ADMINISTRATOR}), account_id=77))
    typed = {"name": "Piet", "email": "piet@example.nl", "roles": ["policy"], "invite": ["yes"]}
    fields = many(*(({"type": "field", "form": "user-new", "key": key}, "value", one) for key, one in typed.items()))

    page = boss.call(doors.output_of("user-new-password"), [("user-add", "n_clicks", 1)], [(..., "", fields)])

    link_of(sqlite, now)
    assert "Er gaat een bericht met een link" in page.text
    with sqlite.reading() as session:
        assert session.query(Letter).one().address == "piet@example.nl"
