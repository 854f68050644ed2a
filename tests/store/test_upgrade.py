"""A support point that has been at work for a while gets a newer version."""

import json
from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import IntegrityError

from store.database import Database
from store.models import DirtyCell, PublishedCell, Question, Release
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


def _downgrade(database: Database, version: str = "0001") -> None:
    with database.engine.connect() as connection:
        _guard_references(database, connection, "OFF")
        command.downgrade(_config(connection), version)
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


@pytest.fixture
def third_version(database: Database) -> Database:
    """A database with a question of which two things were done, and a number that was published."""
    _downgrade(database, "0003")
    statements = (
        "INSERT INTO question (id, asked_on, month, channel, done, closed, registered_at)"
        f" VALUES (1, '2026-01-05', 24312, 'phone', '[\"listening\", \"referral\", \"listening\"]', true, {MOMENT})",
        "INSERT INTO published_cell (level, period, group_code, topic_code, municipality_code, value, threshold,"
        f" published_at) VALUES ('all', 24312, '', '', '', 15, 5, {MOMENT})",
    )
    with database.writing() as session:
        for statement in statements:
            session.execute(text(statement))
    return database


def test_what_was_done_and_what_was_published_stay(third_version: Database) -> None:
    upgrade(third_version)

    with third_version.reading() as session:
        question = session.get_one(Question, 1)
        cell = session.scalars(select(PublishedCell)).one()
        dirty = session.execute(select(DirtyCell.month, DirtyCell.municipality)).all()
        assert list(question.done) == ["listening", "referral"]
        assert (cell.value, cell.aspect, session.get_one(Release, cell.release_id).kind) == (15, "", "closing")
        assert [tuple(one) for one in dirty] == [(24312, "")]


def test_a_release_after_an_upgrade_has_a_number_of_its_own(third_version: Database) -> None:
    upgrade(third_version)

    with third_version.writing() as session:
        session.add(Release(kind="closing", released_at=datetime(2026, 2, 10, tzinfo=UTC)))

    with third_version.reading() as session:
        assert len(session.scalars(select(Release)).all()) == 2


def test_what_was_done_and_what_was_published_survive_the_way_back(third_version: Database) -> None:
    upgrade(third_version)
    _downgrade(third_version, "0003")

    with third_version.reading() as session:
        done = session.scalar(text("SELECT done FROM question"))
        published = session.execute(text("SELECT level, value FROM published_cell")).one()
    assert (json.loads(done) if isinstance(done, str) else done) == ["listening", "referral"]
    assert tuple(published) == ("all", 15)


def test_every_table_can_be_taken_back_a_version(first_version: Database) -> None:
    before = _shape(first_version)

    upgrade(first_version)
    _downgrade(first_version)

    assert _shape(first_version) == before


def _shape(database: Database) -> dict[str, list[str]]:
    seen = inspect(database.engine)
    return {name: sorted(one["name"] for one in seen.get_columns(name)) for name in seen.get_table_names()}
