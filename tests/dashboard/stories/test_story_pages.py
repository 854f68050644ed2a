"""One story over HTTP: read, let out, quoted, kept back; closed to every other role."""

from datetime import datetime
from typing import Any

import pytest

from domain.actors import Actor, Role
from domain.stories import themes
from domain.stories.second_reading import apart
from store.database import Database
from store.door_states import Consent, SecondReading, StoryState
from store.models import StoryFinding
from store.queries.stories import story_queue
from tests.dashboard.stories.story_page import listed, one_story, release, state_of, visitor
from tests.doors import Visitor, many
from tests.make import COORDINATOR
from tests.stories import MODERATOR, POLICY, WORDS, released, told

NOT_FOR_YOU = 403
OTHERS = [role for role in Role if role is not Role.MODERATOR]


def test_what_gives_somebody_away_is_marked_with_its_kind(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session, "Juf Ans luisterde.")

    page = one_story(visitor(sqlite, now), number).get_data(as_text=True)

    assert ('"Mark"' in page, '" naam"' in page, "tweede lezer" in page) == (True, True, apart.is_installed())


def test_what_only_the_second_reader_saw_looks_different_and_says_so(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session, "Het boompje luisterde.", second_reading=SecondReading.DONE)
        session.add(StoryFinding(story_id=number, starts=4, ends=11, kind="name"))

    page = str(one_story(visitor(sqlite, now), number).get_json())

    assert ("naam, tweede lezer" in page, "unsure" in page, "Ook de tweede lezer zocht" in page) == (True, True, True)


def test_a_story_that_the_second_reader_could_not_read_asks_for_more_care(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session, second_reading=SecondReading.FAILED)

    assert "Kijk zelf extra goed" in one_story(visitor(sqlite, now), number).get_data(as_text=True)


def test_a_suggested_theme_says_which_words_are_the_reason(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session)

    page = one_story(visitor(sqlite, now), number).get_json()

    assert "In het verhaal: ‘wachtlijst’" in str(page)


def test_a_story_is_let_out_and_the_tick_is_asked_for(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session)
    who, keys = visitor(sqlite, now), ("words", "title", "themes", "nobody_known")

    without = release(who, number, (WORDS, "Wachten", ["waiting"], []), keys).get_data(as_text=True)
    before = state_of(sqlite, number)
    release(who, number, (WORDS, "Wachten", ["waiting"], ["yes"]), keys)

    assert "Vink aan dat niemand te herkennen is." in without
    assert (before, state_of(sqlite, number)) == (StoryState.WAITING, StoryState.RELEASED)


def test_a_story_that_is_only_counted_asks_for_its_themes_alone(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session, consent=Consent.COUNT)
    who = visitor(sqlite, now)

    page = one_story(who, number).get_data(as_text=True)
    release(who, number, (["waiting"],), ("themes",))

    assert ("Tel dit verhaal mee" in page, "Wat anderen mogen lezen" in page) == (True, False)
    assert state_of(sqlite, number) is StoryState.RELEASED


def test_a_story_is_kept_back_with_a_reason(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session)
    who = visitor(sqlite, now)
    output = who.doors.output_of("story-changed.data", "story-reason.error")

    def press(reason: str | None) -> str:
        states = [("story-reason", "value", reason), ("story-number", "data", number), ("story-seen", "data", 1)]
        return str(who.call(output, [("story-keep-back", "n_clicks", 1)], states).get_data(as_text=True))

    assert "Kies waarom u dit verhaal tegenhoudt." in press(None)
    press("accusation")
    assert state_of(sqlite, number) is StoryState.KEPT_BACK


def test_a_quote_is_chosen_sentence_by_sentence(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = released(session)
    who = visitor(sqlite, now)
    states = [
        ("quote-chosen", "value", ["1", "2"]), ("quote-public", "checked", True), ("story-number", "data", number),
    ]  # fmt: skip
    who.call(who.doors.output_of("story-changed.data", "quote-chosen.error"), [("quote-pick", "n_clicks", 1)], states)

    with sqlite.reading() as session:
        one = story_queue.one(session, number)
        assert one is not None
        assert [(q.words, q.is_public) for q in one.quotes] == [("Niemand luisterde. Toen belde de juf.", True)]


def test_a_story_that_is_gone_says_so(sqlite: Database, now: datetime) -> None:
    assert "De verteller heeft het gewist" in one_story(visitor(sqlite, now), 12).get_data(as_text=True)


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_role_reads_a_story_or_decides(sqlite: Database, now: datetime, role: Role) -> None:
    with sqlite.writing() as session:
        number = told(session, is_urgent=True)
    who = visitor(sqlite, now, Actor(name="x", roles=frozenset({role}), account_id=3, buddy_id=1))
    keys = ("words", "title", "themes", "nobody_known")

    answers = [
        who.get("/werk/verhalen"), who.get(f"/werk/verhalen/{number}"), listed(who), one_story(who, number),
        release(who, number, (WORDS, "Wachten", ["waiting"], ["yes"]), keys),
    ]  # fmt: skip

    assert [answer.status_code for answer in answers] == [NOT_FOR_YOU] * 5
    assert all("wachtlijst" not in answer.get_data(as_text=True) for answer in answers)
    assert state_of(sqlite, number) is StoryState.WAITING


@pytest.mark.parametrize("actor", [MODERATOR, COORDINATOR])
def test_themes_are_listed_and_one_is_changed(sqlite: Database, now: datetime, actor: Actor) -> None:
    who = visitor(sqlite, now, actor)
    keys = ("name", "name_en", "help", "help_en", "words", "topics")
    ids = [{"type": "field", "form": "theme", "key": key} for key in keys]
    values = ("Lang wachten", "Waiting long", "", "", "wachtrij", ["C5"])
    fields = many(*((one, "value", value) for one, value in zip(ids, values, strict=True)))
    output = who.doors.output_of('"form":"theme"', "error")
    with sqlite.reading() as session:
        mark = themes.mark(session, "waiting")
    opened = {"key": "waiting", "at": now.isoformat(), "values": {}, "mark": mark}
    who.call(output, [("theme-save", "n_clicks", 1)], [(..., "", fields), ("theme-opened", "data", opened)])

    with sqlite.reading() as session:
        assert themes.plan(session, "waiting").name_en == "Waiting long"
    assert "/werk/verhalen/themas/waiting" in str(layout_of(who, "/werk/verhalen/themas"))


def test_policy_staff_see_no_theme_editor(sqlite: Database, now: datetime) -> None:
    assert visitor(sqlite, now, POLICY).get("/werk/verhalen/themas").status_code == NOT_FOR_YOU


def layout_of(who: Visitor, path: str) -> Any:
    output = who.doors.output_of("page.children")
    return who.call(output, [("address", "pathname", path)], [("address", "search", "")]).get_json()


def test_the_moderator_sees_what_kind_of_school_and_in_which_role(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session, sector="vo", role="carer")

    page = str(one_story(visitor(sqlite, now), number).get_json())

    shown = [one in page for one in ("Soort onderwijs", "Voortgezet onderwijs", "Rol", "Pleegouder of voogd")]
    assert shown == [True] * 4
