"""Plans of the matcher for everybody at once, the proposals that they prepared, and pairs that must not be."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.states import PlanState
from store.types import Encrypted, Instant, Plain, state


class MatchPlan(Table):
    """One run of the matcher with all that went in and all that came out, as JSON text: it replays to the same answer.

    People are in it by number only; it is encrypted all the same.
    """

    __tablename__ = "match_plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[PlanState] = mapped_column(state(PlanState), default=PlanState.PREVIEW)
    made_by: Mapped[str] = mapped_column(String(60))
    made_at: Mapped[datetime] = mapped_column(Instant, index=True)
    applied_at: Mapped[datetime | None] = mapped_column(Instant)
    weights: Mapped[dict[str, Any]] = mapped_column(Plain)
    asked: Mapped[int]
    served: Mapped[int]
    input: Mapped[str | None] = mapped_column(Encrypted)
    result: Mapped[str | None] = mapped_column(Encrypted)


class PreparedProposal(Table):
    """A pair of an applied plan that was not sent yet: a next plan prefers to keep it, and sending checks it anew."""

    __tablename__ = "prepared_proposal"

    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"), index=True)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("match_plan.id", ondelete="SET NULL"), index=True)
    score: Mapped[int]
    reasons: Mapped[dict[str, Any]] = mapped_column(Plain)
    prepared_at: Mapped[datetime] = mapped_column(Instant)


class PairWish(Table):
    """What somebody said about one pair: they know each other, or never this pair."""

    __tablename__ = "pair_wish"

    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(String(20))
    said_by: Mapped[str] = mapped_column(String(10))
    said_at: Mapped[datetime] = mapped_column(Instant)
