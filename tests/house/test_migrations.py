"""The migrations lead to the models, on both databases, and a newer database is refused untouched."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from store.database import Database
from store.models import Table
from store.schema import WrongVersion, _config, check, upgrade


def test_the_migrations_make_exactly_the_tables_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Table.metadata)

    assert differences == []


def test_an_upgrade_of_an_upgraded_database_changes_nothing(database: Database) -> None:
    changed = upgrade(database)

    assert changed is False


def test_the_way_back_is_as_complete_as_the_way_up(database: Database) -> None:
    with database.engine.connect() as connection:
        if database.is_sqlite:
            # As the upgrade does: a table that is built anew would otherwise lose those that refer to it.
            connection.connection.execute("PRAGMA foreign_keys=OFF")
        command.downgrade(_config(connection), "base")
        connection.commit()
        left = connection.execute(text("SELECT count(*) FROM alembic_version")).scalar()

    assert left == 0


def test_a_database_of_a_newer_version_is_refused_untouched(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    for act in (upgrade, check):
        with pytest.raises(WrongVersion, match="version 9999"):
            act(database)

    with database.reading() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "9999"
