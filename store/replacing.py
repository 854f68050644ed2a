"""Bringing stored counts in line with fresh ones, by writing no more than what differs."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, delete, insert, inspect, update
from sqlalchemy.orm import Session

from store.models.table import Table

Counts = Mapping[tuple[Any, ...], int]
"""Questions by the key of the table, its columns in their order there."""


def replace(session: Session, table: type[Table], stored: Counts, fresh: Counts) -> frozenset[tuple[Any, ...]]:
    """Make `stored` equal to `fresh`; gives the keys where they differed. Readers never see a gap in between."""
    keys = inspect(table).primary_key
    same_key = [key == bindparam(f"its_{key.name}") for key in keys]
    changed = {key for key, questions in fresh.items() if stored.get(key) != questions}
    gone = stored.keys() - fresh.keys()

    def named(some: set[tuple[Any, ...]]) -> list[dict[str, Any]]:
        return [{f"its_{column.name}": part for column, part in zip(keys, key, strict=True)} for key in sorted(some)]

    rows = table.metadata.tables[table.__tablename__]
    connection = session.connection()
    if gone:
        connection.execute(delete(rows).where(*same_key), named(gone))
    if old := changed & stored.keys():
        values = [{**one, "now": fresh[key]} for one, key in zip(named(old), sorted(old), strict=True)]
        connection.execute(update(rows).where(*same_key).values(questions=bindparam("now")), values)
    if new := changed - stored.keys():
        values = [
            {**{column.name: part for column, part in zip(keys, key, strict=True)}, "questions": fresh[key]}
            for key in sorted(new)
        ]
        connection.execute(insert(rows), values)
    return frozenset(changed | gone)
