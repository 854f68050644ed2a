"""The invented parents who wait: enough to see what the page about plans is for."""

from datetime import datetime

from domain.matchmaking import plans
from matching.near_misses import explain_all
from store.database import Database
from store.queries.matchmaking import plans as found
from tests import make


def test_some_proposals_are_ready_and_some_parents_have_near_misses(filled: Database, now: datetime) -> None:
    with filled.writing() as session:
        ready = found.prepared(session)
        plan = found.one(session, plans.make(session, by=make.COORDINATOR, now=now))
        assert plan
        solved, same = plans.replay(plan)

    unmatched = explain_all(solved)
    assert (len(ready) >= 5, same, len(solved.outcome.pairs) > len(unmatched)) == (True, True, True)
    assert (len(unmatched) >= 2, any(one.near for one in unmatched)) == (True, True)
