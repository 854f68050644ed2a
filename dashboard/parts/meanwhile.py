"""Two people in one form: what the other one changed, next to what you typed."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import notice
from dashboard.parts.tables import Cell, table
from domain.edits import Edit
from domain.forms import Field, FieldKind, Form
from i18n import _, day


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
