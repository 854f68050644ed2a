"""Only administrators decide who comes in; a coordinator's part is the buddies."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from domain import accounts
from domain.actors import CLOCK, PARENT, Actor, Role
from domain.refused import Refused
from store.database import Database
from store.queries import accounts as found
from tests import make

ADMINISTRATOR = Actor("Ada", frozenset({Role.ADMINISTRATOR}), account_id=99)
POLICY = Actor("Tom", frozenset({Role.POLICY}), account_id=98)
PASSWORD = "een lang wachtwoord"
Act = Callable[[Session, int, Actor, datetime], object]


def add(session: Session, _account_id: int, by: Actor, now: datetime) -> int:
    return accounts.add(
        session, name="Tom", email="tom@example.nl", password=PASSWORD, roles=[Role.COORDINATOR], by=by, now=now
    )


def change(session: Session, account_id: int, by: Actor, now: datetime) -> None:
    accounts.change(session, account_id, roles=[Role.ADMINISTRATOR], active=True, by=by, now=now)


def set_password(session: Session, account_id: int, by: Actor, now: datetime) -> None:
    accounts.set_password(session, account_id, "een ander wachtwoord", by=by, now=now)


@pytest.mark.parametrize("act", [add, change, set_password])
@pytest.mark.parametrize("by", [make.COORDINATOR, make.buddy_actor(1), POLICY, PARENT], ids=lambda by: by.name)
def test_nobody_but_an_administrator_decides_who_comes_in(sqlite: Database, now: datetime, act: Act, by: Actor) -> None:
    with sqlite.writing() as session:
        account_id = make.account(session, Role.POLICY, now=now)

    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        act(session, account_id, by, now)

    assert refused.value.key == "not_allowed"


@pytest.mark.parametrize("act", [add, change, set_password])
@pytest.mark.parametrize("by", [ADMINISTRATOR, CLOCK], ids=lambda by: by.name)
def test_an_administrator_and_the_product_itself_may(sqlite: Database, now: datetime, act: Act, by: Actor) -> None:
    with sqlite.writing() as session:
        act(session, make.account(session, Role.POLICY, now=now), by, now)


def test_a_coordinator_lets_a_buddy_in_and_says_goodbye(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        account_id = buddy_account(session, [Role.BUDDY], now)
        accounts.stop_as_buddy(session, account_id, by=make.COORDINATOR, now=now)
        row = found.one(session, account_id, now=now)

    assert row is not None
    assert (row.roles, row.active) == ((), False)


def test_a_buddy_who_stops_keeps_the_other_roles(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        account_id = buddy_account(session, [Role.BUDDY], now)
        roles = [Role.BUDDY, Role.POLICY]
        accounts.change(session, account_id, roles=roles, active=True, by=ADMINISTRATOR, now=now)
        accounts.stop_as_buddy(session, account_id, by=make.COORDINATOR, now=now)
        row = found.one(session, account_id, now=now)

    assert row is not None
    assert (row.roles, row.active) == ((Role.POLICY,), True)


@pytest.mark.parametrize("roles", [[Role.BUDDY, Role.ADMINISTRATOR], [Role.ADMINISTRATOR], []])
def test_a_coordinator_can_not_slip_another_role_in_with_a_buddy(
    sqlite: Database, now: datetime, roles: list[Role]
) -> None:
    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        buddy_account(session, roles, now)

    assert refused.value.key == "not_allowed"


def test_a_buddy_can_not_say_goodbye_for_a_coordinator(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        account_id = buddy_account(session, [Role.BUDDY], now)

    with pytest.raises(Refused), sqlite.writing() as session:
        accounts.stop_as_buddy(session, account_id, by=make.buddy_actor(2), now=now)


def test_one_changes_the_own_password_without_being_an_administrator(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        account_id = make.account(session, Role.POLICY, now=now)
        by = Actor("Tess", frozenset({Role.POLICY}), account_id=account_id)
        token = accounts.change_own_password(session, PASSWORD, "een ander wachtwoord", by=by, now=now)

    with sqlite.reading() as session:
        assert accounts.actor(session, token, now=now).account_id == account_id


def buddy_account(session: Session, roles: list[Role], now: datetime) -> int:
    buddy_id = make.buddy(session, now=now)
    return accounts.add(
        session, name="Anna", email="anna@example.nl", password=PASSWORD, roles=roles, buddy_id=buddy_id,
        by=make.COORDINATOR, now=now,
    )  # fmt: skip
