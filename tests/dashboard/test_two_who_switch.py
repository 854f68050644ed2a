"""Two people who switch the same entry off or put it back: both end at the same."""

from dataclasses import replace
from datetime import datetime

from domain import own_entries
from domain.information import entries
from domain.stories import themes
from store.database import Database
from tests import make
from tests.dashboard.two_writers import opened_theme, page_of, part, press, visitor


def test_two_who_switch_a_word_off_both_end_at_off(database: Database, now: datetime) -> None:
    who = visitor(database, now)

    for _person in range(2):
        press(who, "off", "opp")

    with database.reading() as session:
        assert [one.active for one in entries.listed(session, "word") if one.key == "opp"] == [False]


def test_two_who_stop_using_a_theme_both_end_at_not_in_use(database: Database, now: datetime) -> None:
    who = visitor(database, now)
    drawn = page_of(who, "/werk/verhalen/themas/waiting")
    opened, wanted = (part(drawn, name)["data"] for name in ("theme-opened", "theme-wanted"))

    for _person in range(2):
        states = [("theme-opened", "data", opened), ("theme-wanted", "data", wanted)]
        who.call(who.doors.heard_by("theme-switch"), [("theme-switch", "n_clicks", 1)], states)

    with database.reading() as session:
        assert "waiting" not in {one.key for one in themes.themes(session)}


def test_to_stop_using_a_theme_leaves_what_was_typed_on_the_page(sqlite: Database, now: datetime) -> None:
    who = visitor(sqlite, now)
    opened = opened_theme(who)

    states = [("theme-opened", "data", opened), ("theme-wanted", "data", False)]
    answer = who.call(who.doors.heard_by("theme-switch"), [("theme-switch", "n_clicks", 1)], states)

    shown = answer.get_json()["response"]
    assert {name: list(one) for name, one in shown.items()} == {
        "theme-switch": ["children"], "theme-standing": ["children"], "theme-wanted": ["data"],
    }  # fmt: skip
    assert (shown["theme-switch"]["children"], shown["theme-wanted"]["data"]) == ("Gebruik weer", True)


def test_a_standard_does_not_come_back_over_what_a_colleague_wrote_meanwhile(database: Database, now: datetime) -> None:
    who = visitor(database, now)
    with database.writing() as session:
        plan = own_entries.plan(session, "word", "opp")
        entries.change(session, "word", "opp", replace(plan, help_nl="Eén."), by=make.COORDINATOR, now=now)
        seen = own_entries.plan(session, "word", "opp").mark
        entries.change(session, "word", "opp", replace(plan, help_nl="Twee."), by=make.COORDINATOR, now=now)

    answer = press(who, "back", "opp", seen)

    with database.reading() as session:
        assert own_entries.plan(session, "word", "opp").help_nl == "Twee."
    assert "Iemand anders heeft dit net gewijzigd" in answer.get_data(as_text=True)
