"""Buddies for one request: the score as a bar, what speaks for them in words, and why others can't be asked."""

from collections import Counter
from collections.abc import Mapping, Sequence

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.dialog import confirm
from dashboard.parts.icons import icon
from dashboard.parts.pieces import empty_state
from dashboard.parts.tables import table
from i18n import _, n_
from matching.explain import concerns, reasons, why_nobody, why_not
from matching.hard import HARD_RULES
from matching.rank import FULL_SCORE, Ranking, Scored

TOP = 3
PROPOSE = "propose-"


def shortlist(ranking: Ranking, names: Mapping[int, str], *, may_propose: bool) -> Component:
    """The three best, the others behind one click, and who can't be asked."""
    cards = [_candidate(one, names, may_propose) for one in ranking.shortlist]
    parts: list[Component | None] = [html.Div(cards[:TOP], className="candidates"), _others(cards[TOP:])]
    if not cards:
        parts = [_nobody(ranking)]
    return html.Div([*parts, _not_these(ranking, names)])


def score_bar(score: int) -> Component:
    """A score of 0..1000 as a bar with its number out of a hundred."""
    said = _("Past voor {points} van de 100 punten", points=round(score / 10))
    bar = dmc.Progress(value=100 * score / FULL_SCORE, size="lg", className="score-bar", **aria(label=said))
    return html.Div([bar, html.Span(said)], className="score")


def reasons_of(scored: Scored) -> Component:
    """What speaks for this buddy, and what to know before asking."""
    good = [html.Li([icon("check"), sentence], className="pro") for sentence in reasons(scored)]
    less = [html.Li([icon("minus"), sentence], className="con") for sentence in concerns(scored)]
    return html.Ul([*good, *less], className="reasons")


def _candidate(scored: Scored, names: Mapping[int, str], may_propose: bool) -> Component:
    name = names.get(scored.buddy_id, "")
    ask = confirm(
        f"{PROPOSE}{scored.buddy_id}",
        _("Stel {name} voor", name=name),
        title=_("{name} vragen?", name=name),
        sentence=_("{name} krijgt een bericht zonder naam van de ouder, en heeft 24 uur om te antwoorden.", name=name),
        yes=_("Ja, vraag {name}", name=name),
        danger=False,
    )
    head = html.H3(dcc.Link(name, href=f"/werk/buddys/{scored.buddy_id}"))
    return html.Article(
        [head, score_bar(scored.score), reasons_of(scored), ask if may_propose else None], className="card candidate"
    )


def _others(cards: Sequence[Component]) -> Component | None:
    if not cards:
        return None
    summary = html.Summary(n_("Toon nog {n} buddy", "Toon alle: nog {n} buddy's", len(cards)))
    return html.Details([summary, html.Div(list(cards), className="candidates")], className="more")


def _nobody(ranking: Ranking) -> Component:
    why = html.Ul([html.Li(sentence) for sentence in why_nobody(ranking)])
    title = _("Er is nu niemand die past")
    return empty_state(title, _("Dit staat in de weg:"), symbol="users", action=why)


def _not_these(ranking: Ranking, names: Mapping[int, str]) -> Component | None:
    if not ranking.refused:
        return None
    count = Counter(key for _buddy_id, keys in ranking.refused for key in keys)
    counted = [rule.counted(count[rule.key]) for rule in HARD_RULES if count[rule.key]]
    rows = [(names.get(buddy_id, ""), ", ".join(why_not(keys))) for buddy_id, keys in ranking.refused]
    rows.sort(key=lambda row: row[0].casefold())
    title = n_("Waarom {n} buddy niet", "Waarom {n} buddy's niet", len(rows))
    whole = table([_("Buddy"), _("Waarom niet")], rows, caption=title)
    return html.Details(
        [html.Summary(title), html.Ul([html.Li(sentence) for sentence in counted]), whole], className="more"
    )
