"""The database: transactions, foreign keys, encryption."""

from collections.abc import Callable

import pytest
from sqlalchemy import create_engine, insert, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from domain import catalogue
from domain.forms import load
from store.database import Database
from store.models import Topic, Venue


def test_an_act_that_raises_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(RuntimeError), database.writing() as session:
        session.add(Venue(name="Half", municipality_code="GM0361"))
        session.flush()
        raise RuntimeError

    with database.reading() as session:
        assert session.query(Venue).count() == 0


@pytest.mark.parametrize(
    "write",
    [
        lambda session: (session.add(Venue(name="Half", municipality_code="GM0361")), session.flush()),
        lambda session: session.execute(update(Topic).values(name_nl="Stil")),
        lambda session: session.execute(insert(Venue).values(name="Half", municipality_code="GM0361")),
    ],
    ids=["object", "update", "insert"],
)
def test_a_reading_session_refuses_to_write(database: Database, write: Callable[[Session], object]) -> None:
    with pytest.raises(RuntimeError), database.reading() as session:
        write(session)


def test_a_connection_that_was_cut_off_in_its_rest_is_replaced(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.engines.TRUSTED_SECONDS", 0.0)
    with database.reading() as session:
        assert session.query(Venue).count() == 0
    if not database.is_sqlite:
        everybody_else = "pid <> pg_backend_pid() and datname = current_database()"
        with create_engine(database.url, poolclass=NullPool).connect() as other:
            other.execute(text(f"select pg_terminate_backend(pid) from pg_stat_activity where {everybody_else}"))

    with database.reading() as session:
        assert session.query(Venue).count() == 0


def test_a_reference_to_nothing_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(Venue(name="Nergens", municipality_code="GM9999"))


def test_an_error_never_carries_what_was_written(database: Database) -> None:
    with pytest.raises(IntegrityError) as error, database.writing() as session:
        session.add(Venue(name="Bij Farida thuis", municipality_code="GM9999"))

    assert "INSERT INTO venue" in str(error.value)
    assert "Farida" not in f"{error.value} {error.value!r}"


def test_the_catalogues_are_filled(database: Database) -> None:
    with database.reading() as session:
        assert len(catalogue.entries(session, "event_kind")) == 4
        assert load(session, "sign_up").key == "sign_up"
        session.execute(text("select 1"))
