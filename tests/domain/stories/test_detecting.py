"""Names that the support point knows of itself are found in stories: its people, its places."""

from datetime import datetime

from domain.actors import Role
from domain.stories.detecting import detect
from domain.stories.finding.spans import Kind
from store.database import Database
from tests import make

TEXT = "ik belde met ilse kwakkelstein, en zij gaf me door aan bartholomea. in oudorp was het stil."


def test_staff_buddies_and_villages_are_found_without_capitals(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.account(session, Role.COORDINATOR, now=now, name="Ilse Kwakkelstein")
        make.buddy(session, now=now, name="Bartholomea")

    with database.reading() as session:
        found = [(one.of(TEXT), one.kind) for one in detect(session, TEXT)]

    assert found == [
        ("ilse kwakkelstein", Kind.NAME), ("bartholomea", Kind.NAME), ("oudorp", Kind.PLACE),
    ]  # fmt: skip
