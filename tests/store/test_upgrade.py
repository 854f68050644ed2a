"""A support point that has been at work for a while gets a newer version."""

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from store.database import Database
from store.schema import _config, upgrade

SIGN_UP = "INSERT INTO sign_up (id, event_id, number, state, party, contact_index, language, created_at, changed_at)"


MOMENT = "'2026-01-01 10:00:00.000000'"


@pytest.fixture
def first_version(database: Database) -> Database:
    """A database as the first version left it, with a café and somebody who comes."""
    _downgrade(database)
    statements = (
        "INSERT INTO venue (id, name, address, municipality_code, access) VALUES (1, 'De Wilg', '', 'GM0361', '')",
        "INSERT INTO event (id, uid, kind, title, description, venue_id, starts_at, ends_at, seats, seats_taken,"
        " parties_waiting, last_number, state, revision, answers, created_at, changed_at) VALUES (1, 'u', 'cafe',"
        f" 'Koffie', '', 1, {MOMENT}, '2026-01-01 12:00:00.000000', 5, 1, 0, 1, 'open', 0, '{{}}', {MOMENT}, {MOMENT})",
        f"{SIGN_UP} VALUES (1, 1, 1, 'confirmed', 1, {_bytes(database)}, 'nl', {MOMENT}, {MOMENT})",
    )
    with database.writing() as session:
        for statement in statements:
            session.execute(text(statement))
    return database


def _downgrade(database: Database) -> None:
    with database.engine.connect() as connection:
        _guard_references(database, connection, "OFF")
        command.downgrade(_config(connection), "0001")
        connection.commit()
        _guard_references(database, connection, "ON")


def _guard_references(database: Database, connection: Connection, state: str) -> None:
    """SQLite empties what refers to a table that it builds anew; as the upgrade does, for the way back."""
    driver = connection.connection.driver_connection
    if database.is_sqlite and driver:
        driver.execute(f"PRAGMA foreign_keys={state}")


def _bytes(database: Database) -> str:
    return "x'01'" if database.is_sqlite else "'\\x01'"


def test_what_was_there_stays_and_gets_sensible_defaults(first_version: Database) -> None:
    upgrade(first_version)

    with first_version.reading() as session:
        event = session.execute(text("SELECT title, mode, queue, offer_hours FROM event")).one()
        came = session.execute(text("SELECT state, way, maybe, held FROM sign_up")).one()
    assert (tuple(event), tuple(came)) == (("Koffie", "direct", "strict", 24), ("confirmed", "here", False, 0))


def test_the_old_rules_still_hold_afterwards(first_version: Database) -> None:
    upgrade(first_version)

    twice = f"{SIGN_UP} VALUES (2, 1, 2, 'waiting', 1, {_bytes(first_version)}, 'nl', {MOMENT}, {MOMENT})"
    with pytest.raises(IntegrityError), first_version.writing() as session:
        session.execute(text(twice))
    for broken in ("seats_taken = -1", "ends_at = starts_at", "online_taken = -1"):
        with pytest.raises(IntegrityError), first_version.writing() as session:
            session.execute(text(f"UPDATE event SET {broken}"))


def test_every_table_can_be_taken_back_a_version(first_version: Database) -> None:
    before = _shape(first_version)

    upgrade(first_version)
    _downgrade(first_version)

    assert _shape(first_version) == before


def _shape(database: Database) -> dict[str, list[str]]:
    seen = inspect(database.engine)
    return {name: sorted(one["name"] for one in seen.get_columns(name)) for name in seen.get_table_names()}
