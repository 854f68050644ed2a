"""The pairs of a plan: who gets whom and why, with the buttons to decide otherwise."""

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.candidates import reasons_of, score_bar
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge
from dashboard.parts.planning.plan_ids import BACK, FORBID, OTHERS, PIN, do, quiet
from dashboard.parts.planning.plan_people import BUDDIES, People, parent_head
from i18n import _
from matching.everybody import Crowd
from matching.explain import why_not
from matching.rank import Scored

PROS, CONS = 3, 1


def pair_row(
    plan_id: int,
    request_id: int,
    scored: Scored,
    crowd: Crowd,
    who: People,
    refused_pins: Mapping[int, tuple[str, ...]],
) -> Component:
    """One pair; what staff decided about it stands with it and can be taken back."""
    parts = [
        parent_head(request_id, who),
        buddy_side(scored, who, _badges(request_id, scored, crowd)),
        html.Div(_buttons(plan_id, request_id, scored.buddy_id, crowd, who), className="actions plan-actions"),
        decided(plan_id, request_id, crowd, who, refused_pins),
    ]
    return html.Li(parts, className="plan-row")


def buddy_side(scored: Scored, who: People, badges: list[Component]) -> Component:
    name = dcc.Link(who.buddy(scored.buddy_id), href=f"{BUDDIES}/{scored.buddy_id}")
    head = html.P([icon("arrow-right"), name, *badges], className="plan-name")
    return html.Div([head, score_bar(scored.score), reasons_of(scored, pros=PROS, cons=CONS)], className="plan-buddy")


def decided(
    plan_id: int, request_id: int, crowd: Crowd, who: People, refused_pins: Mapping[int, tuple[str, ...]]
) -> Component | None:
    """Whom staff do not want for this parent, and a pin that could not be honoured; each can be taken back."""
    lines = [
        _line(plan_id, request_id, buddy_id, _("Niet {name}.", name=who.buddy(buddy_id)), who)
        for one, buddy_id in sorted(crowd.forbidden)
        if one == request_id
    ]
    if request_id in refused_pins:
        buddy_id = crowd.pins[request_id]
        lines.append(_line(plan_id, request_id, buddy_id, _pin_refused(buddy_id, refused_pins[request_id], who), who))
    return html.Ul(lines, className="plan-decided") if lines else None


def others_button(plan_id: int, request_id: int, who: People) -> Component:
    said = _("Andere buddy voor {parent}", parent=who.parent(request_id))
    return quiet(_("Andere buddy…"), {"type": OTHERS, "plan": plan_id, "request": request_id}, "users", said)


def _badges(request_id: int, scored: Scored, crowd: Crowd) -> list[Component]:
    if crowd.pins.get(request_id) == scored.buddy_id:
        return [badge(_("vastgezet"), "accent", symbol="lock")]
    if crowd.kept.get(request_id) == scored.buddy_id:
        return [badge(_("bewaard uit vorige plan"), symbol="history")]
    return []


def _buttons(plan_id: int, request_id: int, buddy_id: int, crowd: Crowd, who: People) -> list[Component]:
    names = {"buddy": who.buddy(buddy_id), "parent": who.parent(request_id)}
    if crowd.pins.get(request_id) == buddy_id:
        said = _("Laat {buddy} voor {parent} weer los", **names)
        hold = quiet(_("Laat los"), do(BACK, plan_id, request_id, buddy_id), "undo-2", said)
    else:
        said = _("Zet {buddy} vast voor {parent}", **names)
        hold = quiet(_("Zet vast"), do(PIN, plan_id, request_id, buddy_id), "lock", said)
    said = _("{buddy} niet voor {parent}", **names)
    never = quiet(_("Niet deze"), do(FORBID, plan_id, request_id, buddy_id), "x", said)
    return [hold, never, others_button(plan_id, request_id, who)]


def _line(plan_id: int, request_id: int, buddy_id: int, sentence: str, who: People) -> Component:
    said = _("{sentence} Maak dit ongedaan voor {parent}", sentence=sentence, parent=who.parent(request_id))
    undo = quiet(_("Ongedaan maken"), do(BACK, plan_id, request_id, buddy_id), "undo-2", said)
    return html.Li([html.Span(sentence), undo])


def _pin_refused(buddy_id: int, keys: tuple[str, ...], who: People) -> str:
    name = who.buddy(buddy_id)
    if not keys:
        return _("U zette {name} vast, maar {name} is geen buddy meer.", name=name)
    return _("U zette {name} vast, maar dat kan niet: {why}.", name=name, why=", ".join(why_not(keys)))
