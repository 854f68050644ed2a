"""Invented buddies are away, rest, and meet each other, so that every screen has something to show."""

from store.database import Database
from store.models import AvailabilityException, Buddy, BuddyAttendance


def test_buddies_are_away_rest_and_meet_each_other(filled: Database) -> None:
    with filled.reading() as session:
        rows = session.query(Buddy).order_by(Buddy.id).all()
        away = {row.buddy_id for row in session.query(AvailabilityException)}
        met = session.query(BuddyAttendance.met_on).filter_by(kind="supervision").distinct().count()
    assert [row.name for row in rows if row.paused_until] == ["Karima Haddou"]
    assert "Mark Hendriks" in [row.name for row in rows if row.rest_until]
    assert (len(away), met, len({row.style for row in rows})) == (5, 8, 3)
