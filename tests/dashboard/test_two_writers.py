"""Two people in one form of a theme, a word or a page: the second hears what the first did and loses nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from domain import own_entries
from domain.actors import Actor, Role
from domain.information import articles, entries
from domain.information.articles import ArticlePlan
from domain.stories import themes
from store.database import Database
from store.door_states import Audience
from store.models import Article
from store.queries import articles as found
from tests import make
from tests.dashboard.two_writers import WORD, fields, form_of_a_word, opened_theme, page_of, part, press, visitor
from tests.doors import Visitor

THEME = ("name", "name_en", "help", "help_en", "words", "topics")
ABOUT = ("kind", "audience", "topics")


def colleague(database: Database, now: datetime) -> Actor:
    with database.writing() as session:
        number = make.account(session, Role.COORDINATOR, now=now, name="Els")
    return Actor("Els", frozenset({Role.COORDINATOR}), account_id=number)


def save_theme(who: Visitor, values: Mapping[str, object], opened: object) -> Any:
    output = who.doors.output_of("theme-opened.data")
    states: list[Any] = [(..., "", fields("theme", values)), ("theme-opened", "data", opened)]
    return who.call(output, [("theme-save", "n_clicks", 1)], states)


def save_word(who: Visitor, values: Mapping[str, object], opened: object) -> Any:
    output = who.doors.output_of("entry-opened.data..")
    inputs = [("entry-save", "n_clicks", 1), ("entry-empty", "n_clicks", None)]
    states = form_of_a_word(values, opened)
    return who.call(output, inputs, states, ["entry-save.n_clicks"])


def save_about(who: Visitor, values: Mapping[str, object], opened: object) -> Any:
    output = who.doors.output_of("article-about-opened.data")
    states: list[Any] = [(..., "", fields("article-about", values)), ("article-about-opened", "data", opened)]
    return who.call(output, [("article-about-save", "n_clicks", 1)], states)


def told(answer: Any, name: str) -> tuple[Any, Any]:
    """What the page says, and what counts as seen from now on."""
    response = answer.get_json()["response"]
    return str(response[f"{name}-said"]["children"]), response[f"{name}-opened"]["data"]


def taken_over(answer: Any, form: str) -> list[object]:
    """The values that fields got, in the order of the form."""
    values = answer.get_json()["response"][f'{{"form":"{form}","key":["ALL"],"type":"field"}}']["value"]
    return [one for one in values if not isinstance(one, dict)]


def test_two_who_change_a_theme(database: Database, now: datetime) -> None:
    who, els = visitor(database, now), colleague(database, now)
    opened = opened_theme(who)
    with database.writing() as session:
        other = replace(themes.plan(session, "waiting"), name="Wachtlijsten", help="Van Els.")
        themes.save(session, "waiting", other, by=els, now=now.replace(hour=23))

    answer = save_theme(who, {**opened["values"], "name": "Lang wachten"}, opened)
    said, seen = told(answer, "theme")
    with database.reading() as session:
        kept = themes.plan(session, "waiting").name
    save_theme(who, {**opened["values"], "name": "Lang wachten", "help": "Van Els."}, seen)

    with database.reading() as session:
        now_is = themes.plan(session, "waiting")
    assert [
        word for word in ("Els wijzigde dit thema", "Wachtlijsten", "Lang wachten", "Van Els.") if word not in said
    ] == []
    assert (kept, now_is.name, now_is.help) == ("Wachtlijsten", "Lang wachten", "Van Els.")


def test_two_who_change_a_word(database: Database, now: datetime) -> None:
    who, els = visitor(database, now), colleague(database, now)
    opened = press(who, "change", "opp").get_json()["response"]["entry-opened"]["data"]
    with database.writing() as session:
        plan = replace(own_entries.plan(session, "word", "opp"), help_nl="Van Els.")
        entries.change(session, "word", "opp", plan, by=els, now=now.replace(hour=23))
        entries.switch(session, "word", "opp", active=False, by=make.COORDINATOR, now=now.replace(hour=23))

    values = {key: opened["values"][key] for key in WORD}
    said, seen = told(save_word(who, {**values, "help_nl": "Van mij."}, opened), "entry")
    with database.reading() as session:
        kept = own_entries.plan(session, "word", "opp").help_nl
    save_word(who, {**values, "help_nl": "Van mij."}, seen)

    with database.reading() as session:
        now_is = own_entries.plan(session, "word", "opp").help_nl
    assert [word for word in ("Els wijzigde dit", "Van Els.", "Van mij.") if word not in said] == []
    assert (kept, now_is) == ("Van Els.", "Van mij.")


def test_two_who_change_what_a_page_is_about(database: Database, now: datetime) -> None:
    who, els = visitor(database, now), colleague(database, now)
    with database.reading() as session:
        number = session.query(Article).filter_by(slug="pesten").one().id
    opened = part(page_of(who, f"/werk/informatie/{number}"), "article-about-opened")["data"]
    with database.writing() as session:
        plan = ArticlePlan("pesten", audience=Audience.YOUNG, topics=tuple(opened["values"]["topics"]))
        articles.change(session, number, plan, by=els, now=now.replace(hour=23))

    mine = {**{key: opened["values"][key] for key in ABOUT}, "topics": ["B1"]}
    answer = save_about(who, mine, opened)
    said, seen = told(answer, "article-about")
    save_about(who, {**mine, "audience": "young"}, seen)

    with database.reading() as session:
        one = found.one(session, number)
    assert one
    assert [word for word in ("Els wijzigde dit", "Jongeren", "Overgenomen") if word not in said] == []
    assert taken_over(answer, "article-about") == ["young"]
    assert (one.about.audience, one.about.topics) == (Audience.YOUNG, ("B1",))


@pytest.mark.parametrize("opened", [{}, {"key": "waiting"}, "nonsense", [1]])
def test_what_makes_no_sense_saves_nothing(sqlite: Database, now: datetime, opened: object) -> None:
    who = visitor(sqlite, now)
    values = {**dict.fromkeys(THEME, ""), "name": "Anders", "topics": []}

    save_theme(who, values, opened or {"key": "waiting"})

    with sqlite.reading() as session:
        assert themes.plan(session, "waiting").name == "Wachten"
