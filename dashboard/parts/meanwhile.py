"""Two people in one form: what the other one changed, next to what you typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dash import html, no_update
from dash.development.base_component import Component

from dashboard.parts.fields import as_drawn
from dashboard.parts.pieces import notice
from dashboard.parts.tables import Cell, table
from domain import edits
from domain.edits import Edit
from domain.forms import Field, FieldKind, Form
from domain.refused import Refused
from i18n import _, day


@dataclass(frozen=True)
class Opened:
    """What somebody saw when a form was opened: when, its values as the browser keeps them, of what, and their mark.

    A form that can tell those from the page itself leaves out of what it is, or the mark.
    """

    at: datetime
    values: Mapping[str, object]
    key: str = ""
    mark: str = ""

    @classmethod
    def read(cls, data: object) -> Opened:
        """From the browser; what makes no sense is refused."""
        try:
            kept = dict(data)  # type: ignore[call-overload]
            key, mark = str(kept.get("key", "")), str(kept.get("mark", ""))
            return cls(datetime.fromisoformat(kept["at"]), dict(kept["values"]), key, mark)
        except (TypeError, KeyError, ValueError):
            raise Refused("not_found") from None

    def as_data(self) -> dict[str, object]:
        return {"at": self.at.isoformat(), "values": self.values, "key": self.key, "mark": self.mark}


def newest(
    form: Form,
    opened: Mapping[str, object],
    typed: Mapping[str, object],
    stored: Mapping[str, object],
    said: str,
    again: Component,
) -> tuple[list[Any], Component]:
    """What each field gets, and the words about it: what was not touched follows the other, what was typed stays."""
    found = edits.meanwhile([one.key for one in form.fields], opened, typed, stored)
    taken = {edit.key: edit.theirs for edit in found if not edit.clashes}
    values = [as_drawn(one.kind, taken[one.key]) if one.key in taken else no_update for one in form.fields]
    return values, changed_meanwhile(form, found, said, again)


def changed_meanwhile(form: Form, edits: Sequence[Edit], said: str, again: Component) -> Component:
    """What differs, and the button that saves all the same; `said` tells who changed what."""
    rows = [_row(form.field(edit.key), edit) for edit in edits]
    return notice(
        html.P(html.Strong(said)),
        html.P(_("Wat u typte, staat er nog. Wat u niet aanraakte, staat nu op het nieuwste.")) if edits else None,
        table([_("Veld"), _("Nu bewaard"), _("Uw tekst")], rows, caption=_("Wat er veranderde")) if edits else None,
        again,
        tone="warn",
        symbol="users",
    )


def names(who: Sequence[str]) -> str:
    return ", ".join(who) or _("Iemand anders")


def in_words(field: Field, value: object) -> str:
    """A value of a field as people say it."""
    named = {option.key: option.label for option in field.options}
    if isinstance(value, (list, tuple)):
        return ", ".join(named.get(str(one), str(one)) for one in value) or "–"
    if field.kind is FieldKind.DATE and isinstance(value, str):
        return day(date.fromisoformat(value), year=True)
    return named.get(str(value), str(value)) if value not in (None, "") else "–"


def _row(field: Field, edit: Edit) -> list[Cell]:
    yours = in_words(field, edit.yours) if edit.clashes else _("Overgenomen")
    return [field.label, in_words(field, edit.theirs), yours]
