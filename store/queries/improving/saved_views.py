"""The views that somebody keeps."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import SavedView


@dataclass(frozen=True)
class SavedViewRow:
    id: int
    name: str
    path: str
    query: str
    rhythm: str
    mailed_on: date | None

    @property
    def address(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path


def of_account(session: Session, account_id: int) -> tuple[SavedViewRow, ...]:
    """By name."""
    rows = session.scalars(select(SavedView).where(SavedView.account_id == account_id))
    found = [_row(one) for one in rows]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def one(session: Session, view_id: int) -> SavedViewRow | None:
    row = session.get(SavedView, view_id)
    return _row(row) if row else None


def _row(row: SavedView) -> SavedViewRow:
    return SavedViewRow(row.id, row.name, row.path, row.query, row.rhythm, row.mailed_on)
