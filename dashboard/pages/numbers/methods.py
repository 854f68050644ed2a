"""How we reckon: every method behind the figures, what is hidden and why, and where the methods come from."""

from dash import html
from dash.development.base_component import Component

from dashboard.page import POLICY, Page
from dashboard.parts import card, page_header
from dashboard.parts.trends.methods import METHODS_PATH, TITLES, WORDS, Method, anchor
from dashboard.parts.trends.sources import SOURCES
from i18n import _, lazy
from trends.disclosure import SENSITIVE_THRESHOLD, STEP, THRESHOLD
from trends.periods import PUBLISHED_ON_DAY


def layout() -> Component:
    lead = _("Zo komen de cijfers bij “Trends” en “Beleid” tot stand, en zo blijft niemand herkenbaar.")
    return html.Div(
        [
            page_header(_("Hoe rekenen we?"), lead),
            card(html.Nav(html.Ul([_entry(one) for one in Method])), title=_("Op deze pagina")),
            card(*(html.P(one) for one in _hidden()), title=_("Wat beleid ziet, en wat niet")),
            *(_explained(one) for one in Method),
            card(html.Ul([html.Li(one) for one in SOURCES]), title=_("Waar de methoden vandaan komen")),
        ],
        className="stack",
    )


def _entry(method: Method) -> Component:
    return html.Li(html.A(str(TITLES[method]), href=f"#{anchor(method)}"))


def _explained(method: Method) -> Component:
    words = card(*(html.P(str(one)) for one in WORDS[method]), title=str(TITLES[method]))
    return html.Div(words, id=anchor(method))


def _hidden() -> list[str]:
    return [
        _(
            "Getallen onder de {n} tonen we niet, ook nul niet; bij gevoelige onderwerpen onder de {m}. De rest ronden "
            "we af op {step}. Alles wat we daaruit maken (factoren, vragen per 1.000 leerlingen, bestanden, rapporten) "
            "rekenen we met die afgeronde getallen.",
            n=THRESHOLD,
            m=SENSITIVE_THRESHOLD,
            step=STEP,
        ),
        _(
            "Een maand komt vrij vanaf de {n}e dag van de maand erna. Wat later nog binnenkomt, wacht op de herziening "
            "na een kwartaal, en telt dan alleen mee waar minstens vijf vragen samen binnenkwamen. Zo kan niemand aan "
            "een verschil zien wie er gisteren belde.",
            n=PUBLISHED_ON_DAY,
        ),
        _(
            "Is een getal te klein om te tonen, dan laten we het geheel zien waar het bij hoort, en zeggen dat erbij: "
            "de groep in plaats van het onderwerp, of het schooljaar in plaats van het kwartaal."
        ),
        _("De regisseurs zien de precieze aantallen van het eigen steunpunt. Zij schrijven ze zelf op."),
    ]


PAGE = Page(METHODS_PATH, lazy("Hoe rekenen we?"), POLICY, layout)
