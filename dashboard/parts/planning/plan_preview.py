"""A plan that is being looked at: in one sentence, the proof, the pairs, and who has nobody yet."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, empty_state, link_button, notice
from dashboard.parts.planning.plan_ids import APPLY, MAKE, do
from dashboard.parts.planning.plan_pairs import pair_row
from dashboard.parts.planning.plan_situation import Situation
from dashboard.parts.planning.plan_unmatched import unmatched_row
from i18n import _, day_and_time, n_
from matching.everybody import Crowd, Outcome, Solved
from matching.near_misses import explain_all
from store.queries.matchmaking.plans import Plan

FIRST = 30
ALL, DROP = "plan-all-shown", "plan-drop-"


def start(now: Situation) -> Component:
    """Before there is a plan: how many wait, and the button; or why there is nothing to plan."""
    if not now.open:
        return card(empty_state(_("Niemand wacht op een buddy"), _nobody_waits(now), symbol="smile"))
    if not now.who.buddies:
        add = link_button(_("Naar de buddy's"), "/werk/buddys", primary=False)
        return card(empty_state(_("Er zijn nog geen buddy's"), _waiting(now), symbol="users", action=add))
    ready = bool(now.ready)
    sentence = _("U ziet eerst wie wie zou krijgen. Daarna past u aan wat u anders wilt. Er gaat niets uit.")
    text = _("Maak een nieuw plan") if ready else _("Maak een plan")
    look = "default" if ready else "filled"
    make = dmc.Button(text, id=do(MAKE), leftSection=icon("sparkles"), variant=look)
    parts = [html.P(_how_it_stands(now), className="answer"), html.P(sentence), html.Div(make, className="actions")]
    return card(*parts, locked(now), className="plan-head")


def preview(now: Situation, plan: Plan, solved: Solved, made_by: str, *, everybody: bool) -> list[Component]:
    """The plan with every button to decide otherwise; only the first pairs unless `everybody` is wanted."""
    outcome = solved.outcome
    pairs = list(outcome.pairs.items())
    shown = pairs if everybody else pairs[:FIRST]
    refused = outcome.refused_pins
    rows = [pair_row(plan.line.id, one, scored, solved.crowd, now.who, refused) for one, scored in shown]
    without = [unmatched_row(plan.line.id, one, solved.crowd, now.who, refused) for one in explain_all(solved)]
    return [
        _head(now, plan, solved, made_by),
        *([_list(_("Wie krijgt wie"), rows, _rest(len(pairs) - len(shown)))] if rows else []),
        *([_list(_("Nog niemand"), without)] if without else []),
    ]


def summary(asked: int, served: int) -> str:
    """`12 ouders wachten. 9 krijgen een voorstel, 3 nog niet.`"""
    who = n_("{n} ouder wacht op een buddy.", "{n} ouders wachten op een buddy.", asked)
    if not served:
        return _("{who} Er past nu voor niemand een buddy.", who=who)
    get = n_("{n} krijgt een voorstel", "{n} krijgen een voorstel", served)
    if asked == served:
        return _("{who} {get}.", who=who, get=get) if served > 1 else _("{who} Die krijgt een voorstel.", who=who)
    return _("{who} {get}, {left} nog niet.", who=who, get=get, left=asked - served)


def proof(crowd: Crowd, outcome: Outcome) -> str:
    """Why nobody could do better, in plain words; empty without the proof, which every plan has."""
    if outcome.primal != outcome.dual:
        return ""
    first = _("Beter kan niet") if not (crowd.pins or crowd.forbidden) else _("Beter kan niet met wat u zelf koos")
    return _(
        "{first}: geen andere verdeling helpt meer ouders, of eerder wie langer wacht of haast heeft. "
        "Pas daarna telt hoe goed het samen past. Dit is nagerekend.",
        first=first,
    )


def locked(now: Situation) -> Component | None:
    """Who is outside the plan, and stays as it is."""
    outside = [_asked_already(now), _unheard(now)]
    return html.Div([one for one in outside if one]) if any(outside) else None


def _unheard(now: Situation) -> Component | None:
    if not now.unheard:
        return None
    sentence = n_(
        "{n} ouder wacht al lang. Wij vragen eerst of een buddy nog gewenst is; tot dan telt deze ouder hier niet mee.",
        "{n} ouders wachten al lang. Wij vragen eerst of een buddy nog gewenst is; tot dan tellen zij hier niet mee.",
        now.unheard,
    )
    return html.P([icon("clock"), " ", sentence], className="note")


def _asked_already(now: Situation) -> Component | None:
    if not now.locked:
        return None
    sentence = n_(
        "Voor {n} ouder is al een buddy gevraagd. Dat voorstel blijft zoals het is en telt hier niet mee.",
        "Voor {n} ouders is al een buddy gevraagd. Die voorstellen blijven zoals ze zijn en tellen hier niet mee.",
        now.locked,
    )
    return html.P([icon("lock"), " ", sentence], className="note")


def _head(now: Situation, plan: Plan, solved: Solved, made_by: str) -> Component:
    outcome = solved.outcome
    made = _("Gemaakt op {when} door {who}.", when=day_and_time(plan.line.made_at), who=made_by)
    return card(
        html.P(summary(len(solved.crowd.askers), len(outcome.pairs)), className="answer"),
        html.P(proof(solved.crowd, outcome), className="plan-proof"),
        _stale() if now.changed_since else None,
        html.Div(_head_buttons(plan, len(outcome.pairs)), className="actions"),
        html.P(made, className="note"),
        locked(now),
        className="plan-head",
    )


def _head_buttons(plan: Plan, served: int) -> list[Component]:
    ready = n_("Zet {n} voorstel klaar", "Zet {n} voorstellen klaar", served)
    apply = dmc.Button(ready, id=do(APPLY, plan.line.id), leftSection=icon("check")) if served else None
    again = dmc.Button(_("Maak opnieuw"), id=do(MAKE), leftSection=icon("rotate-cw"), variant="default")
    drop = confirm(
        f"{DROP}{plan.line.id}",
        _("Leg dit plan weg"),
        title=_("Dit plan wegleggen?"),
        sentence=_("Wat u vastzette en uitsloot, telt dan niet meer. Er verandert niets voor ouders en buddy's."),
        yes=_("Ja, leg weg"),
    )
    said = html.Span(_("Klaarzetten stuurt nog niets."), className="note-beside") if served else None
    return [one for one in (apply, again, drop, said) if one]


def _stale() -> Component:
    sentence = _("Sinds dit plan is er een ouder bij gekomen of weggegaan. Maak het opnieuw; wat u koos, blijft staan.")
    return notice(html.P(sentence), tone="warn", symbol="clock")


def _list(title: str, rows: list[Component], rest: Component | None = None) -> Component:
    return card(html.Ul(rows, className="plan-rows"), rest, title=title)


def _rest(more: int) -> Component | None:
    if more <= 0:
        return None
    text = n_("Toon nog {n} ouder", "Toon nog {n} ouders", more)
    return dmc.Button(text, id=ALL, variant="subtle", leftSection=icon("users"))


def _waiting(now: Situation) -> str:
    return n_("{n} ouder wacht op een buddy.", "{n} ouders wachten op een buddy.", len(now.open))


def _how_it_stands(now: Situation) -> str:
    """`13 ouders wachten op een buddy. Voor 9 staat een voorstel klaar.`"""
    if not now.ready:
        return _waiting(now)
    return _("{who} Voor {n} staat een voorstel klaar.", who=_waiting(now), n=len(now.ready))


def _nobody_waits(now: Situation) -> str:
    if now.locked:
        return n_(
            "Voor {n} ouder is een buddy gevraagd; daar wachten we op het antwoord.",
            "Voor {n} ouders is een buddy gevraagd; daar wachten we op het antwoord.",
            now.locked,
        )
    return _("Zodra een ouder een buddy vraagt, maakt u hier een plan.")
