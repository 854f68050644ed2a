"""One database, passed in wherever it is needed: sessions for reading, one transaction for each act of writing."""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import ORMExecuteState, Session

from store.engines import BUSY_SECONDS, postgresql, sqlite
from store.keys import Keyring
from store.marks import Marking
from store.types import KEYRINGS

LOCK_NOT_AVAILABLE = {"55P03", "40001", "40P01"}


class Busy(Exception):
    """Too many others are writing; nothing was changed and the same act may be tried again."""


class Database:
    """A support point's own store: an SQLite file or a PostgreSQL database.

    Its errors never carry what was written, so that no personal data ends up in a log.
    """

    def __init__(self, url: str, keys: Keyring, *, pool_size: int = 5) -> None:
        self.url = make_url(url)
        self.keys = keys
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = sqlite(url, pool_size) if self.is_sqlite else postgresql(url, pool_size)
        self._writing_engine = self.engine.execution_options(write=True)
        # On PostgreSQL each statement sees its own moment anyway: no transaction saves two trips for every page.
        self._reading_engine = (
            self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="AUTOCOMMIT")
        )
        self._gate: AbstractContextManager[None] = nullcontext()
        if self.is_sqlite:
            self._gate = _Gate(Path(f"{self.url.database}.gate"))
        KEYRINGS[self.engine.dialect] = keys

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one consistent moment on SQLite and committed rows on PostgreSQL; it refuses to write."""
        with _Reading(self._reading_engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One act, one transaction: committed at the end of the block, rolled back when it raises.

        On SQLite it begins with BEGIN IMMEDIATE, so what is read inside can't change before it is written.
        Raises `Busy` when the lock was not to be had in time.
        """
        try:
            with self._gate, Marking(self._writing_engine, expire_on_commit=False) as session, session.begin():
                yield session
        except OperationalError as error:
            if is_lock(error):
                raise Busy from error
            raise

    def close(self) -> None:
        self.engine.dispose()


class _Reading(Session):
    """Refuses whatever would change a row."""


@event.listens_for(_Reading, "before_flush")
def _refuse_flush(session: Session, *_: object) -> None:
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("a reading session does not write")


@event.listens_for(_Reading, "do_orm_execute")
def _refuse_statement(execution: ORMExecuteState) -> None:
    if execution.is_insert or execution.is_update or execution.is_delete:
        raise RuntimeError("a reading session does not write")


class _Gate:
    """A queue for SQLite's one writer: fair among threads, short polls among processes, never for ever."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._file: int | None = None
        self._owner = 0

    def __enter__(self) -> None:
        deadline = time.monotonic() + BUSY_SECONDS
        if not self._lock.acquire(timeout=BUSY_SECONDS):
            raise Busy
        pause = 0.0005
        while not self._try():
            if time.monotonic() > deadline:
                self._lock.release()
                raise Busy
            time.sleep(pause)
            pause = min(0.01, pause * 2)

    def _try(self) -> bool:
        # Opened again after a fork: a file lock belongs to the open file, which a child would share.
        if self._file is None or self._owner != os.getpid():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file, self._owner = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600), os.getpid()
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def __exit__(self, *_: object) -> None:
        assert self._file is not None
        fcntl.flock(self._file, fcntl.LOCK_UN)
        self._lock.release()


def is_lock(error: Exception) -> bool:
    """Whether somebody else was in the way for too long, so that the same act may be tried again."""
    if not isinstance(error, OperationalError):
        return False
    return getattr(error.orig, "sqlstate", None) in LOCK_NOT_AVAILABLE or "database is locked" in str(error.orig)
