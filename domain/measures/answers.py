"""What buddies and parents answered, and why not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.queries.buddying.measures import Asked
from store.states import ProposalState
from trends.shares import Share

PARENT = "parent"
NO_REASON = ""


@dataclass(frozen=True)
class Answers:
    """How many said yes, said no, and let the time pass; `reasons` counts the noes, `NO_REASON` where none was given.

    What was taken back before an answer, or still waits for one, is left out.
    """

    yes: int
    no: int
    silent: int
    reasons: Mapping[str, int]

    @property
    def accepted(self) -> Share:
        return Share(self.yes, self.yes + self.no + self.silent)


def of_buddies(asked: Iterable[Asked]) -> Answers:
    """A yes stays a yes, whatever the parent said after it."""
    known = list(asked)
    noes = [one for one in known if one.state is ProposalState.DECLINED and one.declined_by != PARENT]
    yes = sum(_buddy_agreed(one) for one in known)
    silent = sum(one.state is ProposalState.EXPIRED and not _buddy_agreed(one) for one in known)
    return Answers(yes, len(noes), silent, _reasons(noes))


def of_parents(asked: Iterable[Asked]) -> Answers:
    """Of the parents who were asked, that is of those whose buddy said yes first.

    A late yes is a yes: silence is only what staff ended because the time was over.
    """
    put = [one for one in asked if one.agreed_at is not None]
    noes = [one for one in put if one.state is ProposalState.DECLINED and one.declined_by == PARENT]
    yes = sum(one.state is ProposalState.ACCEPTED for one in put)
    return Answers(yes, len(noes), sum(map(_parent_was_silent, put)), _reasons(noes))


def _buddy_agreed(one: Asked) -> bool:
    no_after_all = one.state is ProposalState.DECLINED and one.declined_by != PARENT
    return (one.agreed_at is not None or one.state is ProposalState.ACCEPTED) and not no_after_all


def _parent_was_silent(one: Asked) -> bool:
    taken_back_late = one.state is ProposalState.WITHDRAWN and (one.answered_at or one.answer_by) > one.answer_by
    return one.state is ProposalState.EXPIRED or taken_back_late


def _reasons(noes: Iterable[Asked]) -> dict[str, int]:
    return dict(Counter(one.reason or NO_REASON for one in noes).most_common())
