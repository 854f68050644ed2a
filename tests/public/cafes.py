"""Cafés in two places, for the agenda."""

from datetime import datetime, timedelta

from domain.gatherings.event_plans import VenuePlan
from store.database import Database
from tests import make

REGION = "/agenda/noord-kennemerland-po"


def cafes(database: Database, now: datetime) -> list[int]:
    """In Alkmaar about giftedness and in Castricum about staying at home; made in reverse order of time."""
    with database.writing() as session:
        later = make.cafe(
            session,
            now=now,
            title="Thuiszitters",
            topics=("D1",),
            venue=VenuePlan("De Bron", "GM0383"),
            starts_at=now + timedelta(days=9),
        )
        sooner = make.cafe(session, now=now, title="Slaapcafé", topics=("F1",), starts_at=now + timedelta(days=2))
    return [sooner, later]
