"""Buddies for one request: the score as a bar, what speaks for them in words, and why others can't be asked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.dialog import confirm
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, empty_state
from dashboard.parts.tables import table
from i18n import _, n_
from matching.explain import concerns, reasons, why_nobody, why_not
from matching.hard import HARD_RULES
from matching.rank import FULL_SCORE, Ranking, Scored

TOP = 3
MOST = 30  # whoever comes after is on no coordinator's mind
EVERYBODY = "show-everybody"
PROPOSE = "propose-"


def shown(ranking: Ranking, *, everybody: bool) -> list[int]:
    """The buddies whose names the screen needs."""
    best = [one.buddy_id for one in ranking.shortlist[: MOST if everybody else TOP]]
    return best + ([buddy_id for buddy_id, _keys in ranking.refused] if everybody else [])


@dataclass(frozen=True)
class Beside:
    """What else a page shows: by buddy above and below the button to ask, and `helps` when nobody fits."""

    above: Mapping[int, Sequence[Component]] = field(default_factory=dict)
    below: Mapping[int, Component] = field(default_factory=dict)
    helps: Component | None = None


def shortlist(ranking: Ranking, names: Mapping[int, str], beside: Beside, *, everybody: bool) -> Component:
    """The three best and why others can't be asked; with `everybody` the rest too, and for each buddy why not."""
    cards = [_candidate(one, names, beside) for one in ranking.shortlist[: MOST if everybody else TOP]]
    best = html.Div(cards, className="candidates") if cards else _nobody(ranking)
    rest = _rest(ranking, everybody=everybody)
    return html.Div([best, beside.helps, rest, _not_these(ranking, names, everybody=everybody)], className="stack")


def score_bar(score: int) -> Component:
    """A score of 0..1000 as a bar with its number out of a hundred."""
    said = _("Past voor {points} van de 100 punten", points=round(score / 10))
    bar = dmc.Progress(value=100 * score / FULL_SCORE, size="lg", className="score-bar", **aria(label=said))
    return html.Div([bar, html.Span(said)], className="score")


def reasons_of(scored: Scored, *, pros: int | None = None, cons: int | None = None) -> Component:
    """What speaks for this buddy, and what to know before asking; of each only the first so many when told."""
    good = [html.Li([icon("check"), sentence], className="pro") for sentence in reasons(scored)[:pros]]
    less = [html.Li([icon("minus"), sentence], className="con") for sentence in concerns(scored)[:cons]]
    return html.Ul([*good, *less], className="reasons")


def _candidate(scored: Scored, names: Mapping[int, str], beside: Beside) -> Component:
    name = names.get(scored.buddy_id, "")
    ask = confirm(
        f"{PROPOSE}{scored.buddy_id}",
        _("Stel {name} voor", name=name),
        title=_("{name} vragen?", name=name),
        sentence=_(
            "{name} krijgt een bericht zonder naam van de ouder. Daarin staat tot wanneer het antwoord kan.", name=name
        ),
        yes=_("Ja, vraag {name}", name=name),
        danger=False,
    )
    head = html.H3(dcc.Link(name, href=f"/werk/buddys/{scored.buddy_id}"))
    above, below = beside.above.get(scored.buddy_id, ()), beside.below.get(scored.buddy_id)
    foot = html.Div([ask, below], className="candidate-foot")
    return html.Article([head, score_bar(scored.score), reasons_of(scored), *above, foot], className="card candidate")


def _rest(ranking: Ranking, *, everybody: bool) -> Component | None:
    count = len(ranking.shortlist)
    if everybody:
        more = n_("Nog {n} buddy past minder goed.", "Nog {n} buddy's passen minder goed.", count - MOST)
        return html.P(more, className="note") if count > MOST else None
    if count <= TOP and not ranking.refused:
        return None
    text = n_("Toon alles over {n} buddy", "Toon alle {n} buddy's", count + len(ranking.refused))
    return dmc.Button(text, id=EVERYBODY, variant="subtle", leftSection=icon("users"))


def _nobody(ranking: Ranking) -> Component:
    if not ranking.refused:
        return card(empty_state(_("Er is nu niemand die past"), " ".join(why_nobody(ranking)), symbol="users"))
    sentence = _("Hieronder leest u wat zou helpen, en van iedereen waarom niet.")
    return card(empty_state(_("Er is nu niemand die past"), sentence, symbol="users"))


def _not_these(ranking: Ranking, names: Mapping[int, str], *, everybody: bool) -> Component | None:
    if not ranking.refused:
        return None
    count = Counter(key for _buddy_id, keys in ranking.refused for key in keys)
    counted = [html.Li(rule.counted(count[rule.key])) for rule in HARD_RULES if count[rule.key]]
    title = n_("Waarom {n} buddy niet", "Waarom {n} buddy's niet", len(ranking.refused))
    parts: list[Component] = [html.H3(title), html.Ul(counted)]
    if everybody:
        rows = [(names.get(buddy_id, ""), ", ".join(why_not(keys))) for buddy_id, keys in ranking.refused]
        rows.sort(key=lambda row: row[0].casefold())
        parts.append(table([_("Buddy"), _("Waarom niet")], rows, caption=title))
    return html.Section(parts, className="card")
