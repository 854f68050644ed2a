"""Plans that were made: by whom, when, what came of them, and the same answer once more."""

from collections.abc import Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.pieces import badge
from dashboard.parts.planning.plan_ids import PATH
from dashboard.parts.setup.journal_words import ACTORS
from dashboard.parts.tables import Cell, Column, table
from i18n import _, day_and_time, lazy
from store.queries.matchmaking.plans import PlanLine
from store.states import PlanState

STATES = {
    PlanState.PREVIEW: (lazy("wordt bekeken"), "accent"),
    PlanState.APPLIED: (lazy("klaargezet"), "good"),
    PlanState.DROPPED: (lazy("vervangen of weggelegd"), "plain"),
}


def history(plans: Sequence[PlanLine], names: Mapping[str, str]) -> Component | None:
    """The last plans, folded away; nothing before the first one."""
    if not plans:
        return None
    columns: list[Column | str] = [
        _("Gemaakt"),
        _("Door"),
        _("Stand"),
        Column(_("Ouders"), numeric=True),
        Column(_("Met buddy"), numeric=True),
    ]
    drawn = table(columns, [_row(one, names) for one in plans], caption=_("Eerdere plannen"))
    return html.Details([html.Summary(_("Eerdere plannen")), drawn], className="card more plan-history")


def made_by(one: PlanLine, names: Mapping[str, str]) -> str:
    """Who made it, by name as long as that account exists."""
    return names.get(one.made_by) or str(ACTORS.get(one.made_by.partition(":")[0], one.made_by))


def state_of(one: PlanLine) -> Component:
    text, tone = STATES[one.state]
    return badge(str(text), tone)


def _row(one: PlanLine, names: Mapping[str, str]) -> list[Cell]:
    return [
        dcc.Link(day_and_time(one.made_at), href=f"{PATH}/{one.id}"),
        made_by(one, names),
        state_of(one),
        one.asked,
        one.served,
    ]
