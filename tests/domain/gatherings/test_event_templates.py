"""Templates: what a gathering may begin with, under names that nobody mixes up."""

from collections.abc import Callable
from datetime import datetime

import pytest

from domain.gatherings import event_templates
from domain.refused import Refused
from store.database import Database
from store.sessions import Session
from tests import make
from tests.racing import just_behind, race

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


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return [one.name for one in event_templates.templates(session)]


def test_two_who_keep_the_same_name_at_once_keep_one_and_the_second_hears_it(database: Database, now: datetime) -> None:
    def keep(session: Session, who: int) -> str:
        return event_templates.keep(session, ("Slapen", "slapen")[who], VALUES, by=make.COORDINATOR, now=now)

    heard = just_behind(database, keep)

    assert (heard, names(database)) == ("template.name_taken", ["Slapen"])


def test_two_who_keep_another_name_at_once_both_keep_it(database: Database, now: datetime) -> None:
    def keep(session: Session, who: int) -> str:
        return event_templates.keep(session, ("Slapen", "Puber")[who], VALUES, by=make.COORDINATOR, now=now)

    just_behind(database, keep)

    assert names(database) == ["Puber", "Slapen"]


def test_many_who_keep_a_name_at_the_very_same_moment(database: Database, now: datetime) -> None:
    def keep(number: int) -> str:
        with database.writing() as session:
            return event_templates.keep(session, f"Avond {number % 4}", VALUES, by=make.COORDINATOR, now=now)

    heard = race(8, keep)

    assert (heard.count("template.name_taken"), len(names(database))) == (4, 4)


@pytest.mark.parametrize(("second", "heard"), [("rename", "catalogue.unknown"), ("remove", None)])
def test_a_template_that_a_colleague_is_just_removing(
    database: Database, now: datetime, second: str, heard: str | None
) -> None:
    with database.writing() as session:
        key = event_templates.keep(session, "Slapen", VALUES, by=make.COORDINATOR, now=now)
    acts: dict[str, Callable[[Session], object]] = {
        "rename": lambda session: event_templates.rename(session, key, "Puber", by=make.COORDINATOR, now=now),
        "remove": lambda session: event_templates.remove(session, key, by=make.COORDINATOR, now=now),
    }

    got = just_behind(database, lambda session, who: acts[("remove", second)[who]](session))

    assert (got, names(database)) == (heard, [])


def test_a_template_is_not_renamed_to_one_that_is_just_being_kept(database: Database, now: datetime) -> None:
    with database.writing() as session:
        key = event_templates.keep(session, "Puber", VALUES, by=make.COORDINATOR, now=now)
    acts: list[Callable[[Session], object]] = [
        lambda session: event_templates.keep(session, "Slapen", VALUES, by=make.COORDINATOR, now=now),
        lambda session: event_templates.rename(session, key, "Slapen", by=make.COORDINATOR, now=now),
    ]

    assert just_behind(database, lambda session, who: acts[who](session)) == "template.name_taken"
