"""A support point with invented years, and who attacks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from demo import fill
from store.database import Database
from store.models import Account, Appointment
from tests.flows.attacker import Attacker
from tests.invented import point_in


@dataclass(frozen=True)
class Point:
    server: Flask
    database: Database
    now: datetime
    buddy_id: int
    account_id: int
    appointment_ids: tuple[int, ...]


@pytest.fixture(scope="module")
def point(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    """A support point as it starts for a visitor who tries it out: years of invented data, both doors."""
    with point_in(tmp_path_factory.mktemp("point"), invented_years) as one:
        with one.database.reading() as session:
            account = session.scalars(select(Account).where(Account.buddy_id.is_not(None))).one()
            assert account.buddy_id
            agreed = session.scalars(select(Appointment.id).where(Appointment.buddy_id == account.buddy_id)).all()
        yield Point(one.server, one.database, one.now, account.buddy_id, account.id, tuple(agreed))


def attacker(point: Point, role: str) -> Attacker:
    (login,) = [one for one in fill.LOGINS if one.role == role]
    return Attacker(point.server).sign_in(login.email, login.password)
