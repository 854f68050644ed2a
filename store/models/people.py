"""Who may sign in, and who is signed in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.table import Table
from store.types import Encrypted, Instant, Plain


class Account(Table):
    """Somebody who signs in: staff, moderator, policy, buddy or administrator."""

    __tablename__ = "account"
    __table_args__ = (
        Index("uq_account_email_index", "email_index", unique=True),
        Index("uq_account_buddy", "buddy_id", unique=True, sqlite_where=text("buddy_id IS NOT NULL"),
              postgresql_where=text("buddy_id IS NOT NULL")),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Encrypted)
    email: Mapped[str] = mapped_column(Encrypted)
    email_index: Mapped[bytes]
    password_hash: Mapped[str] = mapped_column(String(200))
    roles: Mapped[list[str]] = mapped_column(Plain)
    buddy_id: Mapped[int | None] = mapped_column(ForeignKey("buddy.id", ondelete="SET NULL"))
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(Instant)


class SignedIn(Table):
    """One signed-in browser; deleting the row signs it out at once."""

    __tablename__ = "signed_in"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant, index=True)

    account: Mapped[Account] = relationship()


class Attempt(Table):
    """How often something was tried in a window of time: the memory of every rate limit, shared by all processes."""

    __tablename__ = "attempt"

    subject: Mapped[bytes] = mapped_column(primary_key=True)
    window: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]
