"""The database: transactions, foreign keys, encryption."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain import catalogue
from domain.forms import load
from store.database import Database
from store.models import Venue


def test_an_act_that_raises_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(RuntimeError), database.writing() as session:
        session.add(Venue(name="Half", municipality_code="GM0361"))
        session.flush()
        raise RuntimeError

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
