"""Templates: what a gathering may begin with, under names that nobody mixes up."""

from datetime import datetime

import pytest

from domain.gatherings import event_templates
from domain.refused import Refused
from store.database import Database
from tests import make

VALUES = {"title": "Slaapcafé", "date": "2026-12-08", "start": "19:30", "seats": 8, "topics": ["F1"]}


def test_a_template_keeps_everything_but_the_date(database: Database, now: datetime) -> None:
    with database.writing() as session:
        key = event_templates.keep(session, "  Avond over   slapen ", VALUES, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        (found,) = event_templates.templates(session)
        assert (found.key, found.name) == (key, "Avond over slapen")
        assert event_templates.values(session, key) == {**VALUES, "date": None}


def test_a_template_gets_another_name_and_goes(database: Database, now: datetime) -> None:
    with database.writing() as session:
        key = event_templates.keep(session, "Slapen", VALUES, by=make.COORDINATOR, now=now)
        event_templates.keep(session, "Autisme", VALUES, by=make.COORDINATOR, now=now)

        event_templates.rename(session, key, "Puber", by=make.COORDINATOR, now=now)
        names = [one.name for one in event_templates.templates(session)]
        for _again in range(2):
            event_templates.remove(session, key, by=make.COORDINATOR, now=now)

        assert names == ["Autisme", "Puber"]
        assert [one.name for one in event_templates.templates(session)] == ["Autisme"]
        assert event_templates.values(session, key) == {}


def test_two_templates_do_not_have_one_name(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        key = event_templates.keep(session, "Slapen", VALUES, by=make.COORDINATOR, now=now)
        other = event_templates.keep(session, "Puber", VALUES, by=make.COORDINATOR, now=now)
        event_templates.rename(session, key, "Slapen", by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"template\.name_taken"):
            event_templates.keep(session, "SLAPEN", VALUES, by=make.COORDINATOR, now=now)
        with pytest.raises(Refused, match=r"template\.name_taken"):
            event_templates.rename(session, other, "slapen", by=make.COORDINATOR, now=now)
        with pytest.raises(Refused, match=r"template\.name_needed"):
            event_templates.rename(session, other, "  ", by=make.COORDINATOR, now=now)
        with pytest.raises(Refused, match=r"catalogue\.unknown"):
            event_templates.rename(session, "gone", "Nieuw", by=make.COORDINATOR, now=now)


def test_only_staff_keep_templates(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match="not_allowed"):
        event_templates.keep(session, "Slapen", VALUES, by=make.buddy_actor(3), now=now)
