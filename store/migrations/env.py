"""How Alembic runs a migration: on the connection that store.schema hands over, in one transaction."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Enum

from store.models import Table
from store.types import Encrypted, Instant


def plain_type(kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as the plain ones below them, so that old migrations never need today's code."""
    if kind == "type" and isinstance(thing, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, Encrypted):
        return "sa.LargeBinary()"
    if kind == "type" and isinstance(thing, Enum):
        return f"sa.String(length={thing.length})"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=plain_type,
)
with context.begin_transaction():
    context.run_migrations()
