"""The other buddies for one parent in a plan: in order, with reasons, and what insisting on each would cost."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.candidates import reasons_of, score_bar
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, empty_state
from dashboard.parts.planning.plan_ids import CHOOSE, do, quiet
from dashboard.parts.planning.plan_people import BUDDIES, People
from dashboard.parts.tables import table
from i18n import _, n_
from matching.explain import why_not
from matching.insist import Choice, Choices
from matching.plan_words import what_it_costs, who_moves


def other_buddies(plan_id: int, request_id: int, found: Choices, who: People) -> Component:
    """What the drawer shows."""
    cards = [_choice(plan_id, request_id, one, who) for one in found.best]
    parts: list[Component | None] = [
        html.Div(cards, className="stack") if cards else _nobody(),
        html.P(_more(found.more), className="note") if found.more else None,
        _refused(found, who),
    ]
    return html.Div(parts, className="stack")


def what_forcing_costs(one: Choice, who: People) -> list[Component]:
    """What insisting on this buddy does to the others: in a sentence, and who would move."""
    moves = who_moves(one.loss, who.parents, who.buddies) if one.loss else ()
    named = html.Ul([html.Li(sentence) for sentence in moves], className="plan-moves") if moves else None
    heavy = one.loss is None or one.loss.served > 0 or one.loss.priority > 0
    cost = html.P(
        [icon("triangle-alert" if heavy else "info"), html.Span(what_it_costs(one.loss))],
        className="plan-cost heavy" if heavy else "plan-cost",
    )
    return [cost, *([named] if named else [])]


def _choice(plan_id: int, request_id: int, one: Choice, who: People) -> Component:
    name = who.buddy(one.scored.buddy_id)
    head: list[Component] = [html.H3(dcc.Link(name, href=f"{BUDDIES}/{one.scored.buddy_id}"))]
    if one.chosen:
        head.append(badge(_("staat in het plan"), "good", symbol="check"))
    said = _("Kies {buddy} voor {parent}", buddy=name, parent=who.parent(request_id))
    text = _("Zet vast") if one.chosen else _("Kies {name}", name=name)
    choose = quiet(text, do(CHOOSE, plan_id, request_id, one.scored.buddy_id), "lock", said) if one.loss else None
    costs = [] if one.chosen else what_forcing_costs(one, who)
    return html.Article(
        [html.Div(head, className="badges"), score_bar(one.scored.score), reasons_of(one.scored), *costs, choose],
        className="card candidate",
    )


def _nobody() -> Component:
    return empty_state(_("Er is nu niemand die past"), _("Hieronder leest u van iedereen waarom niet."), symbol="users")


def _more(count: int) -> str:
    return n_("Nog {n} buddy past minder goed.", "Nog {n} buddy's passen minder goed.", count)


def _refused(found: Choices, who: People) -> Component | None:
    if not found.refused:
        return None
    title = n_("Waarom {n} buddy niet", "Waarom {n} buddy's niet", len(found.refused))
    rows = sorted((who.buddy(buddy_id), ", ".join(why_not(keys))) for buddy_id, keys in found.refused)
    drawn = table([_("Buddy"), _("Waarom niet")], rows, caption=title)
    return html.Details([html.Summary(title), drawn], className="more", open=not found.best)
