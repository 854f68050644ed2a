"""Two people in one form of a theme, a word or a page."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from store.database import Database
from tests import make
from tests.doors import Doors, Visitor, many

WORD = ("label_nl", "help_nl", "label_en", "help_en", "also")


def visitor(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def fields(form: str, values: Mapping[str, object]) -> list[dict[str, object]]:
    return many(*(({"type": "field", "form": form, "key": key}, "value", value) for key, value in values.items()))


def page_of(who: Visitor, path: str) -> Any:
    output = who.doors.output_of("page.children")
    return who.call(output, [("address", "pathname", path)], [("address", "search", "")]).get_json()


def part(drawn: Any, name: str) -> Any:
    """The properties of the component called `name`, wherever it is in what was drawn."""
    if isinstance(drawn, list):
        return next((one for one in (part(each, name) for each in drawn) if one is not None), None)
    if not isinstance(drawn, dict):
        return None
    if drawn.get("id") == name:
        return drawn
    return part(list(drawn.values()), name)


def form_of_a_word(values: Mapping[str, object], opened: object, aside: object = None) -> list[Any]:
    stores = (("entry-opened", "data", opened), ("information-entry-aside", "data", aside or []))
    return [(..., "", fields("information-entry", values)), *stores, ("entry-kind", "data", "word")]


def press(who: Visitor, what: str, key: str, seen: str = "", form: list[Any] | None = None) -> Any:
    button = {"type": "entry-act", "what": what, "key": key, "seen": seen}
    name = f'{{"key":"{key}","seen":"{seen}","type":"entry-act","what":"{what}"}}.n_clicks'
    output = who.doors.output_of("entry-said.children@", "entry-opened.data@")
    states = form or form_of_a_word(dict.fromkeys(WORD, ""), None)
    return who.call(output, [(..., "", many((button, "n_clicks", 1)))], states, [name])


def opened_theme(who: Visitor) -> Any:
    return part(page_of(who, "/werk/verhalen/themas/waiting"), "theme-opened")["data"]
