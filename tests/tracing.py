"""Looking for traces: every table of a database as it lies on disk, every file beside it, every log line."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from store.database import Database
from store.models import Table


def rows(database: Database) -> Iterator[tuple[str, dict[str, object]]]:
    """Every row of every table as it is stored, so encrypted where it is: its table and its columns."""
    with database.engine.connect() as connection:
        for table in Table.metadata.sorted_tables:
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"')).mappings():
                yield table.name, dict(row)


def holding(database: Database, *wanted: str | bytes | int) -> list[str]:
    """The columns, `table.column`, in which one of these is, whole or as a part; nothing is decrypted."""
    found = set()
    for table, row in rows(database):
        found |= {f"{table}.{name}" for name, value in row.items() if any(_is_in(one, value) for one in wanted)}
    return sorted(found)


def files_holding(folder: Path, *wanted: str | bytes) -> list[str]:
    """The names of the files in which one of these is: of databases, of what is written ahead, of logs."""
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(_bytes(one) in path.read_bytes() for one in wanted)
    )


def moments_of(database: Database, now: datetime) -> list[str]:
    """The columns that hold `now` finer than its day, in any form that a database keeps it in."""
    forms = (f"{now:%H:%M:%S}", str(int(now.timestamp())), str(int(now.timestamp()) // 60))
    return sorted(
        {
            f"{table}.{name}"
            for table, row in rows(database)
            for name, value in row.items()
            if any(form in str(value) for form in forms)
        }
    )


def _is_in(wanted: str | bytes | int, value: object) -> bool:
    if isinstance(wanted, int) or isinstance(value, int):
        return wanted == value or (isinstance(wanted, int) and str(wanted) in str(value))
    if isinstance(value, (bytes, memoryview)):
        return _bytes(wanted) in bytes(value)
    return isinstance(wanted, str) and wanted in str(value)


def _bytes(wanted: str | bytes) -> bytes:
    return wanted.encode() if isinstance(wanted, str) else wanted
