"""Themes are data that staff change; a theme with a delicate topic counts as delicate."""

from datetime import datetime

import pytest

from domain.actors import Actor
from domain.refused import Refused
from domain.stories import themes
from domain.stories.themes import ThemePlan
from i18n import use_language
from store.database import Database
from tests.make import COORDINATOR
from tests.racing import just_behind
from tests.stories import MODERATOR, POLICY

PLAN = ThemePlan("Vervoer", "Transport", words="taxi\nbusje*\n\ntaxi", topics=("G4", "nonsense"))


def test_a_support_point_starts_with_twelve_themes_in_two_languages(sqlite: Database) -> None:
    with sqlite.reading() as session:
        dutch = {one.name for one in themes.themes(session)}
        use_language("en")
        english = {one.name for one in themes.themes(session)}

    assert (len(dutch), len(english), dutch & english) == (12, 12, set())


@pytest.mark.parametrize("by", [MODERATOR, COORDINATOR])
def test_a_theme_is_added_and_found_in_a_story(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        key = themes.save(session, None, PLAN, by=by, now=now)

        assert themes.plan(session, key) == ThemePlan(
            "Vervoer", "Transport", words="taxi\nbusje*", topics=("G4",)
        )  # fmt: skip
        assert [one.theme for one in themes.suggest(session, "De taxi kwam te laat.")] == [key]


def test_policy_staff_do_not_change_themes(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused) as refused:
        themes.save(session, None, PLAN, by=POLICY, now=now)

    assert refused.value.key == "not_allowed"


def test_a_theme_needs_a_name(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused) as refused:
        themes.save(session, "waiting", ThemePlan("  "), by=MODERATOR, now=now)

    assert (refused.value.key, refused.value.field) == ("theme.name_needed", "name")


def test_two_themes_do_not_have_one_name(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        key = themes.save(session, None, PLAN, by=COORDINATOR, now=now)
        themes.save(session, key, PLAN, by=COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"theme\.name_taken"):
            themes.save(session, None, ThemePlan(" VERVOER "), by=COORDINATOR, now=now)


def test_two_who_add_the_same_theme_at_once_keep_one_and_the_second_hears_it(database: Database, now: datetime) -> None:
    heard = just_behind(database, lambda session, _who: themes.save(session, None, PLAN, by=COORDINATOR, now=now))

    with database.reading() as session:
        kept = [one.name for one in themes.themes(session)]
    assert (heard, kept.count("Vervoer")) == ("theme.name_taken", 1)


def test_what_is_no_longer_used_suggests_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        themes.switch(session, "waiting", active=False, by=MODERATOR, now=now)

        assert themes.suggest(session, "Op de wachtlijst.") == ()
        assert themes.names(session)["waiting"] == "Wachten"


def test_a_theme_with_a_sensitive_topic_is_sensitive(sqlite: Database) -> None:
    with sqlite.reading() as session:
        assert themes.sensitive(session) == {"knowledge"}


def test_every_theme_is_found_by_its_own_words(sqlite: Database) -> None:
    with sqlite.reading() as session:
        missed = [
            (theme.key, word)
            for theme in themes.themes(session)
            for word in theme.words
            if theme.key
            not in {one.theme for one in themes.suggest(session, f"Het ging over {word.rstrip('*')} hier.")}
        ]

    assert missed == []
