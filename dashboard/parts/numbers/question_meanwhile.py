"""Two people who put the same question right: the second hears what the first changed, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import dash_mantine_components as dmc
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.meanwhile import names, newest
from domain.forms import Form
from domain.refused import Refused
from i18n import _
from store.queries import questions as entries
from store.queries.editors import editors
from web.services import Services

CHANGE = "question-change"


@dataclass(frozen=True)
class Opened:
    """What somebody saw when the page was opened: which revision, when, and its values as the browser keeps them."""

    revision: int
    at: datetime
    values: Mapping[str, object]

    @classmethod
    def of(cls, entry: entries.Entry, now: datetime) -> Opened:
        return cls(entry.revision, now, {key: _plain(value) for key, value in entry.answers.items()})

    @classmethod
    def read(cls, data: object) -> Opened:
        """From the browser; what makes no sense is refused."""
        try:
            return cls(int(data["revision"]), datetime.fromisoformat(data["at"]), dict(data["values"]))  # type: ignore[index]
        except (TypeError, KeyError, ValueError):
            raise Refused("not_found") from None

    def as_data(self) -> dict[str, object]:
        return {"revision": self.revision, "at": self.at.isoformat(), "values": self.values}


@dataclass(frozen=True)
class Newer:
    """What somebody else saved: what each field gets, the words about it, and what is seen now."""

    values: list[Any]
    said: Component
    opened: Opened


def save_button(words: str, place: str) -> Component:
    return dmc.Button(words, id={"type": CHANGE, "place": place}, leftSection=icon("check"))


def since_opened(services: Services, form: Form, number: int, opened: Opened, typed: Mapping[str, object]) -> Newer:
    """What was not touched follows the other; what was typed stays, and a button saves it all the same."""
    with services.database.reading() as session:
        entry = entries.entry(session, number)
        who = editors(session, "question", number, since=opened.at)
    if entry is None:
        raise Refused("not_found")
    now = Opened.of(entry, services.now())
    who_did = _("{name} wijzigde deze vraag terwijl u typte.", name=names(who))
    values, said = newest(form, opened.values, typed, now.values, who_did, save_button(_("Toch opslaan"), "notice"))
    return Newer(values, said, now)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
