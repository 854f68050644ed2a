"""An earlier text of a page is put back, and nothing that was typed is lost."""

from datetime import datetime
from typing import Any

from domain.information import articles
from domain.information.articles import Words
from store.database import Database
from store.queries import articles as found
from tests import make
from tests.dashboard.information.information_page import KEYS, TEXT, fields, number_of, save, visitor
from tests.doors import Visitor, many, prop_id


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
