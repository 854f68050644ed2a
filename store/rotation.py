"""Writing encrypted values again with the newest key, in small steps, so that others can work on."""

from sqlalchemy import LargeBinary, Table, select, type_coerce, update

from store.database import Database
from store.models import Table as Model
from store.types import Encrypted

STEP = 500


def rotate(database: Database) -> int:
    """Encrypt whatever is not yet under the first key again; returns how many rows. Twice is harmless."""
    return sum(_rotate(database, table) for table in Model.metadata.sorted_tables)


def _rotate(database: Database, table: Table) -> int:
    secret = [column for column in table.columns if isinstance(column.type, Encrypted)]
    if not secret:
        return 0
    (key,) = table.primary_key.columns
    done, last = 0, 0
    while True:
        with database.writing() as session:
            raw = [type_coerce(column, LargeBinary).label(column.name) for column in secret]
            rows = session.execute(
                select(key, *raw).where(key > last).order_by(key).limit(STEP).with_for_update()
            ).all()
            for row in rows:
                stale = {
                    column.name: value for column, value in zip(secret, row[1:], strict=True) if _stale(database, value)
                }
                if stale:
                    values = {name: database.keys.decrypt(value) for name, value in stale.items()}
                    session.execute(update(table).where(key == row[0]).values(values))
                    done += 1
        if len(rows) < STEP:
            return done
        last = rows[-1][0]


def _stale(database: Database, value: bytes | None) -> bool:
    return value is not None and not database.keys.is_current(value)
