"""Who may sign in: for the administrator's screens."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Account, SignedIn


@dataclass(frozen=True)
class AccountRow:
    """`browsers` counts where somebody is signed in now."""

    id: int
    name: str
    email: str
    roles: tuple[str, ...]
    active: bool
    is_buddy: bool
    browsers: int


def listed(session: Session, *, now: datetime) -> tuple[AccountRow, ...]:
    """Everybody with an account, by name; those switched off last."""
    browsers = _browsers(session, now)
    rows = [_row(one, browsers.get(one.id, 0)) for one in session.scalars(select(Account))]
    return tuple(sorted(rows, key=lambda one: (not one.active, one.name.casefold(), one.id)))


def one(session: Session, account_id: int, *, now: datetime) -> AccountRow | None:
    row = session.get(Account, account_id)
    return _row(row, _browsers(session, now).get(account_id, 0)) if row else None


def _browsers(session: Session, now: datetime) -> dict[int, int]:
    query = select(SignedIn.account_id, func.count()).where(SignedIn.expires_at > now).group_by(SignedIn.account_id)
    return dict(session.execute(query).all())


def _row(row: Account, browsers: int) -> AccountRow:
    return AccountRow(row.id, row.name, row.email, tuple(row.roles), row.active, row.buddy_id is not None, browsers)
