"""Information over HTTP: listed, written, published, changed by two, put back, withdrawn; words and addresses too."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from dashboard.pages import PAGES
from domain import own_entries
from domain.actors import Actor, Role
from domain.information import articles, entries, publishing
from domain.information.articles import Words
from store.database import Database
from store.models import Article
from store.queries import articles as found
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
TEXT = ("Pesten stopt niet vanzelf", "Wij helpen u.", "## Wat nu?\n\nBel ons. Het OPP helpt.")
KEYS = ("title", "summary", "body")


def visitor(database: Database, now: datetime, actor: Actor = make.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(actor)


def number_of(database: Database, slug: str = "pesten") -> int:
    with database.reading() as session:
        return session.query(Article).filter_by(slug=slug).one().id


def shown(database: Database, slug: str = "pesten") -> Any:
    with database.reading() as session:
        return next((one.text for one in found.shown(session, "nl") if one.about.slug == slug), None)


def fields(form: str, keys: tuple[str, ...], values: tuple[object, ...]) -> list[dict[str, object]]:
    ids = [{"type": "field", "form": form, "key": key} for key in keys]
    return many(*((one, "value", value) for one, value in zip(ids, values, strict=True)))


def listed(who: Visitor, words: str = "", page: int = 1) -> str:
    inputs = [("articles-find", "value", words), ("articles-page", "value", page)]
    return who.call(who.doors.output_of("articles.children"), inputs).get_data(as_text=True)


def standing(who: Visitor, number: int) -> str:
    inputs, states = (
        [("article-changed", "data", None)],
        [("article-about", "data", {"number": number, "language": "nl"})],
    )
    return who.call(who.doors.output_of("article-standing.children"), inputs, states).get_data(as_text=True)


def save(who: Visitor, number: int, words: tuple[str, ...] = TEXT, *, seen: int = 1, publish: bool = False) -> Any:
    button = "article-publish" if publish else "article-save"
    inputs = [
        ("article-save", "n_clicks", None if publish else 1),
        ("article-publish", "n_clicks", 1 if publish else None),
    ]
    opened = {"number": seen, "values": dict.fromkeys(KEYS, "")}
    states: list[Any] = [
        (..., "value", fields("article-text", KEYS, words)),
        ("article-about", "data", {"number": number, "language": "nl"}),
        ("article-seen", "data", opened),
    ]
    return who.call(who.doors.output_of("article-changed.data.."), inputs, states, [f"{button}.n_clicks"])


def test_the_list_says_how_every_page_stands(sqlite: Database, now: datetime) -> None:
    number = number_of(sqlite)
    with sqlite.writing() as session:
        publishing.reviewed(session, number, by=make.COORDINATOR, now=now - timedelta(days=400))

    page = listed(visitor(sqlite, now))

    wanted = ("1 pagina is toe aan nakijken", "te laat: ", "concept", "Hoogbegaafd op school")
    assert [said for said in wanted if said not in page] == []


def test_a_page_is_found_by_words_of_its_title(sqlite: Database, now: datetime) -> None:
    page = listed(visitor(sqlite, now), "school hoogbeg")

    assert ("Hoogbegaafd op school" in page, "Pesten" in page) == (True, False)


def test_each_language_says_whether_it_is_a_draft_behind_or_looked_at(sqlite: Database, now: datetime) -> None:
    number, who = number_of(sqlite), visitor(sqlite, now)
    with sqlite.writing() as session:
        publishing.reviewed(session, number, by=make.COORDINATOR, now=now - timedelta(days=1))
        articles.write(session, number, "nl", Words("Anders", "", "Nieuw."), by=make.COORDINATOR, now=now)

    said = standing(who, number)

    wanted = ("nog niet nagekeken", "loopt achter op het Nederlands")
    assert [one for one in wanted if one not in said] == []


def test_looking_at_one_language_says_nothing_of_the_other(sqlite: Database, now: datetime) -> None:
    number, who = number_of(sqlite), visitor(sqlite, now)

    who.call(
        who.doors.output_of("article-review-on.error"),
        [("article-reviewed", "n_clicks", 1)],
        [("article-review-on", "value", None), ("article-about", "data", {"number": number, "language": "en"})],
    )
    said = standing(who, number)

    assert (said.count("concept, nog nakijken"), said.count("nagekeken op dinsdag 24 november 2026")) == (1, 1)


def test_late_pages_are_on_the_page_of_today(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        publishing.reviewed(session, number_of(sqlite), by=make.COORDINATOR, now=now - timedelta(days=400))

    page = visitor(sqlite, now).call("today.children", [("today", "id", "today")]).get_data(as_text=True)

    assert "1 pagina met informatie is toe aan nakijken." in page


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


def put_back(who: Visitor, number: int, words: tuple[str, ...] = TEXT, *, seen: int = 2) -> Any:
    """The first text comes back, while `words` stand in the form that was opened with TEXT."""
    states: list[Any] = [
        (..., "value", fields("article-text", KEYS, words)),
        ("article-about", "data", {"number": number, "language": "nl"}),
        ("article-seen", "data", {"number": seen, "values": dict(zip(KEYS, TEXT, strict=True))}),
        ("article-text-aside", "data", []),
    ]
    button = {"type": "article-back", "number": 1}
    output, pressed = who.doors.output_of("article-back-said.children"), [prop_id(button, "n_clicks")]
    answer = who.call(output, [(..., "n_clicks", many((button, "n_clicks", 1)))], states, pressed)
    return answer.get_json()["response"]


def test_an_earlier_text_is_put_back(database: Database, now: datetime) -> None:
    number, who = number_of(database), visitor(database, now)
    save(who, number, publish=True)

    done = put_back(who, number)

    with database.reading() as session:
        assert [one.title for one in found.versions(session, number, "nl")] == ["Pesten", TEXT[0], "Pesten"]
    assert "Tekst 1 staat er weer." in str(done["article-back-said"]["children"])
    assert done["article-text-aside"]["data"] == []


def test_what_was_typed_and_not_saved_can_be_had_again(database: Database, now: datetime) -> None:
    number, who = number_of(database), visitor(database, now)
    save(who, number)

    done = put_back(who, number, ("Half getypt", TEXT[1], TEXT[2]))
    ((name, values, opened),) = [
        (one["name"], one["values"], one["opened"]) for one in done["article-text-aside"]["data"]
    ]

    assert (name, tuple(values.values())) == ("Half getypt", ("Half getypt", TEXT[1], TEXT[2]))
    assert opened == done["article-seen"]["data"]


def test_a_text_that_was_typed_once_more_is_nothing_to_set_aside(sqlite: Database, now: datetime) -> None:
    number, who = number_of(sqlite), visitor(sqlite, now)
    with sqlite.reading() as session:
        first = found.versions(session, number, "nl")[0]
    save(who, number)

    done = put_back(who, number, (first.title, first.summary, first.body))

    assert done["article-text-aside"]["data"] == []


def test_who_puts_a_text_back_hears_what_a_colleague_wrote_meanwhile(database: Database, now: datetime) -> None:
    number, who = number_of(database), visitor(database, now)
    save(who, number)
    with database.writing() as session:
        articles.write(session, number, "nl", Words("Anders", "", "Van een ander."), by=make.COORDINATOR, now=now)

    done = put_back(who, number)

    with database.reading() as session:
        assert found.versions(session, number, "nl")[0].title == "Anders"
    assert ("Van een ander." in str(done["article-back-said"]), done["article-seen"]["data"]["number"]) == (True, 3)


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
