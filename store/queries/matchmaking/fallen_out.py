"""Which buddies fell out for a parent, and why: a no, an earlier match, they know each other, or staff said never."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import CTE, ColumnElement, select
from sqlalchemy.orm import Session, aliased

from store.models import Match, PairWish, Proposal, Request
from store.queries.matchmaking.pair_wishes import ACQUAINTED, VETO
from store.states import ProposalState, RequestState

# A buddy who said no, was refused by the parent or gave no answer isn't asked again for the same request.
FELL_OUT = (ProposalState.DECLINED, ProposalState.EXPIRED)


@dataclass(frozen=True)
class FallenOut:
    """Buddies by id; a match, a family that they know and a veto also count from an earlier request of this parent."""

    refused: frozenset[int] = frozenset()
    earlier: frozenset[int] = frozenset()
    acquainted: frozenset[int] = frozenset()
    vetoed: frozenset[int] = frozenset()


NOBODY = FallenOut()


def of_one(session: Session, request_id: int) -> dict[int, FallenOut]:
    """For one request; empty when nobody fell out."""
    return _fallen_out(session, Request.id == request_id)


def of_open(session: Session) -> dict[int, FallenOut]:
    """By request, for all that are open; a request for which nobody fell out is left out."""
    return _fallen_out(session, Request.state == RequestState.OPEN)


def _fallen_out(session: Session, condition: ColumnElement[bool]) -> dict[int, FallenOut]:
    of_parent = _of_the_same_parent(condition)
    refused = select(Proposal.request_id, Proposal.buddy_id).where(Proposal.state.in_(FELL_OUT))
    matched = select(of_parent.c.mine, Match.buddy_id).join(of_parent, of_parent.c.theirs == Match.request_id)
    said = select(of_parent.c.mine, PairWish.buddy_id, PairWish.kind)
    wishes = session.execute(said.join(of_parent, of_parent.c.theirs == PairWish.request_id)).all()
    found = (
        _gathered(session.execute(refused.join(Request, Request.id == Proposal.request_id).where(condition))),
        _gathered(session.execute(matched)),
        _gathered((request_id, buddy_id) for request_id, buddy_id, kind in wishes if kind == ACQUAINTED),
        _gathered((request_id, buddy_id) for request_id, buddy_id, kind in wishes if kind == VETO),
    )
    requests = {request_id for each in found for request_id in each}
    return {request_id: FallenOut(*(frozenset(each[request_id]) for each in found)) for request_id in requests}


def _of_the_same_parent(condition: ColumnElement[bool]) -> CTE:
    """Each request (`mine`) with all requests of the same parent (`theirs`), itself among them."""
    other = aliased(Request)
    itself = select(Request.id.label("mine"), Request.id.label("theirs")).where(condition)
    others = select(Request.id, other.id).join(other, other.contact_index == Request.contact_index).where(condition)
    return itself.union(others).cte("of_the_same_parent")


def _gathered(pairs: Iterable[Sequence[int]]) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for request_id, buddy_id in pairs:
        found[request_id].add(buddy_id)
    return found
