"""Users as the administrator sees them."""

import re
from datetime import datetime

import pytest

from domain import accounts
from domain.actors import CLOCK, Actor, Role
from domain.refused import Refused
from store.database import Database
from store.queries import accounts as found
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

FIELD, DIALOG = "field", "dialog"


@pytest.fixture
def boss(sqlite: Database, now: datetime) -> int:
    return _account(sqlite, now, "Ada", Role.ADMINISTRATOR)


def _account(database: Database, now: datetime, name: str, *roles: Role, buddy_id: int | None = None) -> int:
    with database.writing() as session:
        return accounts.add(
            session, name=name, email=f"{name.casefold()}@example.nl", password="lang genoeg wachtwoord",
            roles=roles, by=CLOCK, now=now, buddy_id=buddy_id,
        )  # fmt: skip


def _as(database: Database, now: datetime, account_id: int, role: Role = Role.ADMINISTRATOR) -> Visitor:
    return Doors(database, now).visitor(Actor(name="Ada", roles=frozenset({role}), account_id=account_id))


def _fields(form: str, **values: object) -> list[dict[str, object]]:
    return many(*(({"type": FIELD, "form": form, "key": key}, "value", value) for key, value in values.items()))


def _add(visitor: Visitor, **typed: object) -> str:
    fields = {"name": "Piet", "email": "piet@example.nl", "roles": ["policy"], **typed}
    output = visitor.doors.output_of("user-new-password")
    answer = visitor.call(output, [("user-add", "n_clicks", 1)], [(..., "", _fields("user-new", **fields))])
    return answer.get_data(as_text=True)


def _save(visitor: Visitor, number: int, roles: list[str], active: list[str]) -> str:
    output = visitor.doors.output_of('"form":"user","key"')
    states = [(..., "", _fields("user", roles=roles, active=active)), ("user-number", "data", number)]
    return visitor.call(output, [("user-save", "n_clicks", 1)], states).get_data(as_text=True)


def _renew(visitor: Visitor, number: int) -> str:
    button = {"type": DIALOG, "name": "user-password", "part": "yes"}
    states = [("user-number", "data", number)]
    answer = visitor.call("user-password.children", [(button, "n_clicks", 1)], states, [prop_id(button, "n_clicks")])
    return answer.get_data(as_text=True)


def _password_in(page: str) -> str:
    (password,) = re.findall(r"\w{4}-\w{4}-\w{4}-\w{4}", page)
    return str(password)


def _signs_in(database: Database, email: str, password: str, now: datetime) -> bool:
    try:
        with database.writing() as session:
            accounts.sign_in(session, email, password, now=now)
    except Refused:
        return False
    return True


def test_everybody_is_listed_with_roles(sqlite: Database, now: datetime, boss: int) -> None:
    _account(sqlite, now, "Bas", Role.POLICY, Role.COORDINATOR)

    page = (
        _as(sqlite, now, boss).call("users-list.children", [("users-list", "id", "users-list")]).get_data(as_text=True)
    )

    assert ("ada@example.nl" in page, "coördinator, beleid" in page) == (True, True)


def test_a_new_user_signs_in_with_the_password_that_is_shown_once(sqlite: Database, now: datetime, boss: int) -> None:
    password = _password_in(_add(_as(sqlite, now, boss)))

    assert _signs_in(sqlite, "piet@example.nl", password, now)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": "ADA@example.nl"}, "Er is al een gebruiker met dit e-mailadres."),
        ({"email": "geen adres"}, "Dit e-mailadres klopt niet."),
        ({"name": " "}, "Vul in: Naam"),
        ({"roles": []}, "Kies minstens één: Rollen"),
        ({"roles": ["buddy"]}, "Kies uit de lijst: Rollen"),
    ],
)
def test_a_mistake_is_named_at_its_field(
    sqlite: Database, now: datetime, boss: int, typed: dict[str, object], sentence: str
) -> None:
    page = _add(_as(sqlite, now, boss), **typed)

    assert (sentence in page, "key-round" in page) == (True, False)


def test_roles_change_and_somebody_is_switched_off(sqlite: Database, now: datetime, boss: int) -> None:
    other = _account(sqlite, now, "Bas", Role.POLICY)

    _save(_as(sqlite, now, boss), other, ["coordinator"], [])

    with sqlite.reading() as session:
        row = found.one(session, other, now=now)
    assert row and (row.roles, row.active) == (("coordinator",), False)


def test_a_buddy_stays_a_buddy(sqlite: Database, now: datetime, boss: int) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
    other = _account(sqlite, now, "Bas", Role.BUDDY, buddy_id=buddy_id)

    _save(_as(sqlite, now, boss), other, [], ["yes"])

    with sqlite.reading() as session:
        row = found.one(session, other, now=now)
    assert row and row.roles == ("buddy",)


def test_the_last_administrator_can_not_leave(sqlite: Database, now: datetime, boss: int) -> None:
    page = _save(_as(sqlite, now, boss), boss, ["policy"], ["yes"])

    assert "Er moet minstens één beheerder zijn." in page


def test_a_new_password_replaces_the_old_one(sqlite: Database, now: datetime, boss: int) -> None:
    other = _account(sqlite, now, "Bas", Role.POLICY)

    password = _password_in(_renew(_as(sqlite, now, boss), other))

    worked = [_signs_in(sqlite, "bas@example.nl", word, now) for word in (password, "lang genoeg wachtwoord")]
    assert worked == [True, False]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.POLICY, Role.BUDDY])
def test_nobody_but_the_administrator_comes_near(sqlite: Database, now: datetime, boss: int, role: Role) -> None:
    visitor = _as(sqlite, now, boss, role)

    pages = [
        visitor.get(path).status_code
        for path in ("/werk/gebruikers", "/werk/gebruikers/nieuw", f"/werk/gebruikers/{boss}")
    ]
    calls = [
        visitor.call("users-list.children", [("users-list", "id", "")]).status_code,
        "uw rol" in _add(visitor).casefold(),
    ]

    assert (pages, calls) == ([403, 403, 403], [403, True])


def test_a_user_that_is_gone_is_no_fault(sqlite: Database, now: datetime, boss: int) -> None:
    assert "Dit bestaat niet (meer)." in _renew(_as(sqlite, now, boss), 4711)
