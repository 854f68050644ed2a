"""Two people who put the same question right: the second hears what the first changed, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import dash_mantine_components as dmc
from dash import no_update
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.meanwhile import changed_meanwhile, names
from domain import edits
from domain.forms import FieldKind, Form
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
    found = edits.meanwhile([one.key for one in form.fields], opened.values, typed, now.values)
    taken = {edit.key: edit.theirs for edit in found if not edit.clashes}
    values = [_drawn(one.kind, taken[one.key]) if one.key in taken else no_update for one in form.fields]
    said = _("{name} wijzigde deze vraag terwijl u typte.", name=names(who))
    return Newer(values, changed_meanwhile(form, found, said, save_button(_("Toch opslaan"), "notice")), now)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _drawn(kind: FieldKind, value: object) -> object:
    """A value as the control of its field takes it."""
    if kind is FieldKind.YES_NO:
        return ["yes"] if value else []
    if kind in (FieldKind.NUMBER, FieldKind.LONG_TEXT):
        return "" if value is None else value
    return value
