"""What buddies and parents answered, counted from plain rows."""

from datetime import UTC, datetime, timedelta

from domain.measures.answers import Answers, of_buddies, of_parents
from store.queries.buddying.measures import Asked
from store.states import ProposalState
from trends.shares import Share

AGREED = datetime(2026, 11, 24, 10, tzinfo=UTC)
DAY = timedelta(days=1)


def asked(
    state: ProposalState, *, agreed: bool = False, by: str | None = None, reason: str | None = None, took: int = 1
) -> Asked:
    """There were two days to answer; it ended after as many as it `took`."""
    return Asked(1, state, AGREED if agreed else None, AGREED + 2 * DAY, AGREED + took * DAY, by, reason)


def test_the_yes_of_a_buddy_stays_one_when_the_parent_says_no_or_nothing() -> None:
    known = [
        asked(ProposalState.ACCEPTED, agreed=True),
        asked(ProposalState.ACCEPTED),
        asked(ProposalState.AGREED, agreed=True),
        asked(ProposalState.DECLINED, agreed=True, by="parent", reason="known"),
        asked(ProposalState.EXPIRED, agreed=True),
    ]

    assert of_buddies(known) == Answers(yes=5, no=0, silent=0, reasons={})


def test_a_buddy_who_says_no_after_all_said_no() -> None:
    known = [asked(ProposalState.DECLINED, agreed=True, by="buddy", reason="no_time")]

    assert of_buddies(known) == Answers(yes=0, no=1, silent=0, reasons={"no_time": 1})


def test_reasons_are_counted_the_most_common_first_and_none_is_one_too() -> None:
    noes = ["no_time", None, "rest", "no_time"]

    found = of_buddies(asked(ProposalState.DECLINED, by="buddy", reason=reason) for reason in noes)

    assert list(found.reasons.items()) == [("no_time", 2), ("", 1), ("rest", 1)]


def test_who_lets_the_time_pass_counts_and_who_is_still_asked_does_not() -> None:
    known = [asked(ProposalState.EXPIRED), asked(ProposalState.SENT), asked(ProposalState.WITHDRAWN)]

    assert of_buddies(known) == Answers(yes=0, no=0, silent=1, reasons={})


def test_parents_are_those_who_were_asked_after_the_yes_of_a_buddy() -> None:
    known = [
        asked(ProposalState.ACCEPTED, agreed=True),
        asked(ProposalState.AGREED, agreed=True),
        asked(ProposalState.DECLINED, agreed=True, by="parent", reason="contact"),
        asked(ProposalState.WITHDRAWN, agreed=True, took=3),
        asked(ProposalState.WITHDRAWN, agreed=True),
        asked(ProposalState.EXPIRED),
        asked(ProposalState.DECLINED, by="buddy", reason="rest"),
    ]

    found = of_parents(known)

    assert (found, found.accepted) == (Answers(yes=1, no=1, silent=1, reasons={"contact": 1}), Share(1, 3))
