"""Two school years of questions that were published, and who works with them."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from domain.actors import Actor, Role
from domain.register import counts
from store.database import Database
from tests import make


@pytest.fixture
def policy() -> Actor:
    return Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)


@pytest.fixture
def publish(now: datetime) -> Callable[[Database, dict[date, dict[str, int]]], None]:
    """Register so many questions per day and topic, and publish what is closed."""

    def write(database: Database, asked: dict[date, dict[str, int]]) -> None:
        with database.writing() as session:
            for day, topics in asked.items():
                then = max(now, datetime.combine(day, time(12), tzinfo=now.tzinfo))
                for topic, n in topics.items():
                    for _ in range(n):
                        make.question(session, now=then, asked_on=day, topics=(topic,))
            counts.publish(session, now=now)

    return write
