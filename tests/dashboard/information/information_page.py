"""Pages with information over HTTP: written, published, looked at."""

from datetime import datetime
from typing import Any

from domain.actors import Actor
from store.database import Database
from store.models import Article
from tests import make
from tests.doors import Doors, Visitor, many

TEXT = ("Pesten stopt niet vanzelf", "Wij helpen u.", "## Wat nu?\n\nBel ons. Het OPP helpt.")
KEYS = ("title", "summary", "body")


def visitor(database: Database, now: datetime, actor: Actor = make.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(actor)


def number_of(database: Database, slug: str = "pesten") -> int:
    with database.reading() as session:
        return session.query(Article).filter_by(slug=slug).one().id


def fields(form: str, keys: tuple[str, ...], values: tuple[object, ...]) -> list[dict[str, object]]:
    ids = [{"type": "field", "form": form, "key": key} for key in keys]
    return many(*((one, "value", value) for one, value in zip(ids, values, strict=True)))


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
