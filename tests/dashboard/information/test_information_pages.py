"""Information over HTTP: written, published, changed by two; words and addresses too."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.pages import PAGES
from domain import own_entries
from domain.actors import Actor, Role
from domain.information import articles, entries
from domain.information.articles import Words
from store.database import Database
from store.queries import articles as found
from tests import make
from tests.dashboard.information.information_page import KEYS, TEXT, fields, number_of, save, visitor
from tests.doors import Visitor

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)


def shown(database: Database, slug: str = "pesten") -> Any:
    with database.reading() as session:
        return next((one.text for one in found.shown(session, "nl") if one.about.slug == slug), None)


def test_saving_waits_and_publishing_shows(database: Database, now: datetime) -> None:
    number, who = number_of(database), visitor(database, now)

    save(who, number)
    waiting = shown(database).title
    save(who, number, seen=2, publish=True)

    assert (waiting, shown(database).title) == ("Pesten", TEXT[0])


def test_what_is_missing_is_said_at_its_field(sqlite: Database, now: datetime) -> None:
    answer = save(visitor(sqlite, now), number_of(sqlite), ("", "", "x"))

    (drawn,) = answer.get_json()["response"].values()
    assert drawn["error"] == ["Vul in: Titel", None, None]
    with sqlite.reading() as session:
        assert len(found.versions(session, number_of(sqlite), "nl")) == 1


def test_who_saves_second_hears_it_and_saves_again(database: Database, now: datetime) -> None:
    number, who = number_of(database), visitor(database, now)
    with database.writing() as session:
        articles.write(session, number, "nl", Words("Anders", "", "Van een ander."), by=make.COORDINATOR, now=now)

    told = save(who, number).get_data(as_text=True)
    save(who, number, seen=2, publish=True)

    assert ("bewaarde een andere tekst" in told, shown(database).title) == (True, TEXT[0])


def test_the_example_is_drawn_by_what_draws_the_public_page(sqlite: Database, now: datetime) -> None:
    words = dict(zip(KEYS, ("T", "S", "Het OPP. <script>alert(1)</script>"), strict=True))

    answer = visitor(sqlite, now).call(
        "article-preview.children",
        [("article-typed", "data", words)],
        [("article-about", "data", {"number": 1, "language": "nl"})],
    )
    page = answer.get_json()["response"]["article-preview"]["children"]["props"]["srcDoc"]

    assert ("<script" in page, 'id="w-opp"' in page) == (False, True)


def test_a_new_page_begins_with_heads_and_is_not_shown(database: Database, now: datetime) -> None:
    who = visitor(database, now)
    keys = ("title", "slug", "kind", "audience", "topics")

    who.call(
        who.doors.output_of('"form":"article-new"', "address.href"),
        [("article-new-save", "n_clicks", 1)],
        [(..., "value", fields("article-new", keys, ("Eten op school", "eten", "topic", "parents", ["B1"])))],
    )

    number = number_of(database, "eten")
    with database.reading() as session:
        one = found.versions(session, number, "nl")[0]
    assert (one.title, "## Wat kunt u nu doen?" in one.body, shown(database, "eten")) == ("Eten op school", True, None)


def entry(who: Visitor, values: tuple[object, ...], opened: object = None) -> Any:
    keys = ("label_nl", "help_nl", "label_en", "help_en", "also")
    return who.call(
        who.doors.output_of('"form":"information-entry"', "entry-opened.data.."),
        [("entry-save", "n_clicks", 1), ("entry-empty", "n_clicks", None)],
        [
            (..., "value", fields("information-entry", keys, values)),
            ("entry-opened", "data", opened),
            ("information-entry-aside", "data", []),
            ("entry-kind", "data", "word"),
        ],
        ["entry-save.n_clicks"],
    )


def test_a_word_of_our_own_is_explained(database: Database, now: datetime) -> None:
    who = visitor(database, now)

    entry(who, ("KPC", "Een groep die meedenkt.", "", "", "kapécé"))

    page = who.get("/woordenlijst").get_data(as_text=True)
    assert ("KPC" in page, "Een groep die meedenkt." in page) == (True, True)


def test_a_word_is_changed_switched_off_and_put_back(database: Database, now: datetime) -> None:
    who, by = visitor(database, now), make.COORDINATOR

    with database.reading() as session:
        mark = own_entries.plan(session, "word", "opp").mark
    opened = {"key": "opp", "at": now.isoformat(), "values": {}, "mark": mark}
    entry(who, ("OPP", "Ons eigen plan.", "", "", ""), opened)
    changed = "Ons eigen plan." in who.get("/woordenlijst").get_data(as_text=True)
    with database.writing() as session:
        entries.switch(session, "word", "opp", active=False, by=by, now=now)
    off = "Ons eigen plan." in who.get("/woordenlijst").get_data(as_text=True)
    with database.writing() as session:
        entries.put_back(session, "word", "opp", by=by, now=now)
        entries.switch(session, "word", "opp", active=True, by=by, now=now)

    page = who.get("/woordenlijst").get_data(as_text=True)
    assert (changed, off, "Ontwikkelingsperspectief: het plan" in page) == (True, False, True)


@pytest.mark.parametrize("page", [page for page in PAGES if page.path.startswith("/werk/informatie")])
def test_information_is_for_coordinators(page: Any) -> None:
    assert page.roles == {Role.COORDINATOR}


def test_policy_staff_change_nothing(sqlite: Database, now: datetime) -> None:
    answer = save(visitor(sqlite, now, POLICY), number_of(sqlite), publish=True)

    assert (answer.status_code, shown(sqlite).title) == (403, "Pesten")
