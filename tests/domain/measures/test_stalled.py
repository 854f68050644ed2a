"""Which matches seem to have gone silent."""

from datetime import UTC, datetime, timedelta

from domain.care.standing import Standing
from domain.measures.stalled import stalled
from store.queries.buddying.matches import MatchRow
from store.states import MatchState

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def match(number: int, *, began: int, spoke: int | None = None) -> MatchRow:
    """`began` and `spoke` are days ago."""
    last = None if spoke is None else NOW - timedelta(days=spoke)
    return MatchRow(
        id=number,
        request_id=number,
        buddy_id=number,
        buddy="Anna",
        parent="Farida",
        state=MatchState.RUNNING,
        started_at=NOW - timedelta(days=began),
        first_contact_at=last,
        last_contact_at=last,
        help_asked_at=None,
        contacts=0 if spoke is None else 1,
        ended_at=None,
        end_reason=None,
    )


def standing(row: MatchRow, *, silent: bool = False) -> Standing:
    last = row.last_contact_at or row.started_at
    return Standing(match=row, meetings=(), contact_by=None, silent=last if silent else None, said=(), next=None)


def test_no_contact_after_a_week_or_silence_is_stalled_the_longest_first() -> None:
    running = [
        standing(match(1, began=6)),
        standing(match(2, began=8)),
        standing(match(3, began=60, spoke=20)),
        standing(match(4, began=60, spoke=22), silent=True),
    ]

    assert [(one.match.id, one.silent.days) for one in stalled(running, NOW)] == [(4, 22), (2, 8)]
