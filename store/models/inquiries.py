"""What parents and young people ask us in writing, with or without saying who they are."""

from datetime import date

from sqlalchemy import ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.door_states import Audience, InquiryKind, InquiryState
from store.models.table import Table
from store.types import Encrypted, state


class Inquiry(Table):
    """One conversation. Its number is drawn at random and it knows days only, so that nothing leads to who asked.

    `code_index` is the blind index of the return code, which is shown once. `noted` says that the journal speaks of
    it: what came without a name is noted later, together with others. `in_register` is set by the one click that
    counts it; no key leads from one to the other. `draft` is what staff wrote and did not send yet; `tries` is how
    often they phoned in vain.
    """

    __tablename__ = "inquiry"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[InquiryKind] = mapped_column(state(InquiryKind))
    audience: Mapped[Audience] = mapped_column(state(Audience), default=Audience.PARENTS)
    state: Mapped[InquiryState] = mapped_column(state(InquiryState), default=InquiryState.OPEN, index=True)
    name: Mapped[str | None] = mapped_column(Encrypted)
    email: Mapped[str | None] = mapped_column(Encrypted)
    phone: Mapped[str | None] = mapped_column(Encrypted)
    moment: Mapped[str | None] = mapped_column(String(40))
    topic_code: Mapped[str | None] = mapped_column(ForeignKey("topic.code"))
    language: Mapped[str] = mapped_column(String(5), default="nl")
    code_index: Mapped[bytes | None] = mapped_column(unique=True)
    is_urgent: Mapped[bool] = mapped_column(default=False, server_default=false())
    noted: Mapped[bool] = mapped_column(default=False, server_default=false(), index=True)
    in_register: Mapped[bool] = mapped_column(default=False, server_default=false())
    asked_on: Mapped[date]
    answer_by: Mapped[date] = mapped_column(index=True)
    answered_on: Mapped[date | None]
    answered_by: Mapped[str | None] = mapped_column(String(60))
    forget_on: Mapped[date] = mapped_column(index=True)
    draft: Mapped[str | None] = mapped_column(Encrypted)
    draft_by: Mapped[str | None] = mapped_column(String(60))
    draft_began: Mapped[int | None]
    tries: Mapped[int] = mapped_column(default=0, server_default="0")
    revision: Mapped[int] = mapped_column(default=1, server_default="1")

    messages: Mapped[list["InquiryMessage"]] = relationship(
        cascade="all, delete-orphan", order_by="InquiryMessage.number", passive_deletes=True
    )


class InquiryMessage(Table):
    """What one side wrote: `number` 1 is the question itself. SQLite keeps no number of its own that tells an order."""

    __tablename__ = "inquiry_message"
    __table_args__ = ({"sqlite_with_rowid": False},)

    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiry.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    by_us: Mapped[bool]
    words: Mapped[str] = mapped_column(Encrypted)
    written_on: Mapped[date]
