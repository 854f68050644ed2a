"""Parents who ask for a buddy, proposals, and matches."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.buddies import Buddy
from store.models.places import Municipality
from store.models.table import Table
from store.models.topics import Topic
from store.states import MatchState, ProposalState, RequestState
from store.types import Encrypted, Instant, Plain, state

STILL_ASKED = text("state IN ('sent', 'agreed')")
RUNNING = text("state = 'running'")


class Request(Table):
    """A parent who asks for a buddy. Name, mail and phone are erased when the request is closed long enough.

    `urgency` is 0, 1 or 2, by staff. `wanted_at` is when the parent last said that this is still wanted.
    """

    __tablename__ = "request"
    __table_args__ = (Index("ix_request_state_created_at", "state", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[RequestState] = mapped_column(state(RequestState), default=RequestState.OPEN)
    name: Mapped[str | None] = mapped_column(Encrypted)
    email: Mapped[str | None] = mapped_column(Encrypted)
    phone: Mapped[str | None] = mapped_column(Encrypted)
    contact_index: Mapped[bytes | None] = mapped_column(index=True)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    sector: Mapped[str | None] = mapped_column(String(20))
    age_band: Mapped[str | None] = mapped_column(String(20))
    contact_modes: Mapped[list[str]] = mapped_column(Plain)
    moments: Mapped[list[str]] = mapped_column(Plain)
    languages: Mapped[list[str]] = mapped_column(Plain)
    style: Mapped[str | None] = mapped_column(String(40))
    avoid_own_municipality: Mapped[bool] = mapped_column(default=False)
    urgency: Mapped[int] = mapped_column(default=0, server_default="0")
    wanted_asked_at: Mapped[datetime | None] = mapped_column(Instant)
    wanted_at: Mapped[datetime | None] = mapped_column(Instant)
    language: Mapped[str] = mapped_column(String(5), default="nl")
    consent_text: Mapped[str] = mapped_column(String(40))
    consented_at: Mapped[datetime] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)

    municipality: Mapped[Municipality] = relationship()
    topics: Mapped[list[Topic]] = relationship(secondary="request_topic", order_by="Topic.position")
    proposals: Mapped[list["Proposal"]] = relationship(back_populates="request", order_by="Proposal.id")

    @property
    def waits_for_word(self) -> bool:
        """Whether the parent was asked if this is still wanted, and said nothing since."""
        asked = self.wanted_asked_at
        return asked is not None and (self.wanted_at is None or self.wanted_at < asked)

    @property
    def is_parked(self) -> bool:
        """Whether it was put aside for want of an answer: a yes of the parent still brings it back."""
        return self.state is RequestState.CLOSED and self.waits_for_word and self.contact_index is not None


class RequestTopic(Table):
    __tablename__ = "request_topic"

    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)


class Proposal(Table):
    """One request, one buddy, a score with its reasons; at most one of a request waits for an answer.

    `agreed_at` is the yes of the buddy, after which the parent is asked; `declined_by` is buddy or parent.
    """

    __tablename__ = "proposal"
    __table_args__ = (
        Index("uq_proposal_waiting", "request_id", unique=True, sqlite_where=STILL_ASKED, postgresql_where=STILL_ASKED),
        Index("ix_proposal_buddy_state", "buddy_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id"))
    state: Mapped[ProposalState] = mapped_column(state(ProposalState), default=ProposalState.SENT)
    score: Mapped[int]
    reasons: Mapped[dict[str, Any]] = mapped_column(Plain)
    answer_by: Mapped[datetime] = mapped_column(Instant, index=True)
    reminded_at: Mapped[datetime | None] = mapped_column(Instant)
    agreed_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    decline_reason: Mapped[str | None] = mapped_column(String(40))
    declined_by: Mapped[str | None] = mapped_column(String(10))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("match_plan.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)

    request: Mapped[Request] = relationship(back_populates="proposals")
    buddy: Mapped[Buddy] = relationship()


class Match(Table):
    """A proposal that was accepted; a request has at most one that runs."""

    __tablename__ = "match"
    __table_args__ = (
        Index("uq_match_running", "request_id", unique=True, sqlite_where=RUNNING, postgresql_where=RUNNING),
        Index("ix_match_buddy_state", "buddy_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), unique=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id"))
    state: Mapped[MatchState] = mapped_column(state(MatchState), default=MatchState.RUNNING)
    started_at: Mapped[datetime] = mapped_column(Instant)
    first_contact_at: Mapped[datetime | None] = mapped_column(Instant)
    last_contact_at: Mapped[datetime | None] = mapped_column(Instant)
    help_asked_at: Mapped[datetime | None] = mapped_column(Instant)
    contacts: Mapped[int] = mapped_column(default=0)
    heavy: Mapped[bool] = mapped_column(default=False, server_default=false())
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    end_reason: Mapped[str | None] = mapped_column(String(40))

    request: Mapped[Request] = relationship()
    buddy: Mapped[Buddy] = relationship()
