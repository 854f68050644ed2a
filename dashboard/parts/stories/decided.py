"""A story about which a moderator decided: what others read of it, its quotes, and taking the decision back."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts import aria, badge, card, confirm, empty_state, icon
from dashboard.parts.stories.looks import paragraphs
from domain.stories.quoting import sentences
from i18n import _
from store.door_states import Consent, StoryState
from store.queries.stories.story_queue import Quote, StoryText

TAKE_BACK, PICK, CHOSEN, ON_SITE, DROP = "story-take-back", "quote-pick", "quote-chosen", "quote-public", "quote-drop"


def decided(one: StoryText, themes: Mapping[str, str], reasons: Mapping[str, str]) -> list[Component]:
    named = ", ".join(themes.get(key, key) for key in one.themes) or _("Geen thema")
    said: list[Component] = [html.P(_("Thema's: {names}", names=named), className="note")]
    if one.state is StoryState.KEPT_BACK:
        said = [html.P(_("Reden: {reason}", reason=reasons.get(one.kept_back_for, one.kept_back_for)))]
    title = _("Wat anderen lezen") if one.released and one.state is StoryState.RELEASED else _("Besluit")
    read = paragraphs(one.released) if one.state is StoryState.RELEASED else []
    heading = [html.H3(one.title)] if one.title and read else []
    cards: list[Component] = [card(*heading, *read, *said, *_taking_back(one), title=title)]
    if one.state is not StoryState.RELEASED or one.consent is Consent.COUNT:
        return cards
    return [*cards, _quotes(one) if one.released else _only_quotes(one)]


def _taking_back(one: StoryText) -> list[Component]:
    """Without a text there is nothing to decide on again, and only quotes can go."""
    if one.has_text:
        sentence = _("Niemand leest het dan nog. Gekozen citaten gaan weg. Het verhaal staat weer in de rij.")
        undo = confirm(
            TAKE_BACK,
            _("Haal terug"),
            title=_("Haalt u dit verhaal terug?"),
            sentence=sentence,
            yes=_("Ja, haal terug"),
        )
        return [html.Div(undo, className="actions")]
    final = html.P(_("De tekst is gewist, zoals beloofd. Dit besluit blijft daarom zo."))
    if not one.quotes:
        return [final]
    undo = confirm(
        TAKE_BACK,
        _("Haal alle citaten weg"),
        title=_("Haalt u alle citaten weg?"),
        sentence=_(
            "Niemand leest ze dan nog. U kunt geen andere kiezen: de tekst is gewist. Het verhaal telt wel mee."
        ),
        yes=_("Ja, haal ze weg"),
    )
    return [final, html.Div(undo, className="actions")]


def _only_quotes(one: StoryText) -> Component:
    """What stays of a story when nothing needs the rest any more: its quotes, which can still be taken away."""
    if not one.quotes:
        said = _("Niemand leest iets van dit verhaal. Het telt wel mee.")
        return card(empty_state(_("Geen citaten"), said, symbol="message-square-quote"), title=_("Citaten"))
    gone = _("De rest van dit verhaal is gewist, zoals beloofd. Alleen de gekozen citaten staan er nog.")
    return card(_known(one.quotes), html.P(gone), title=_("Citaten"))


def _quotes(one: StoryText) -> Component:
    boxes = [dmc.Checkbox(label=said, value=str(place)) for place, said in enumerate(sentences(one.released))]
    choose = dmc.CheckboxGroup(
        html.Div(boxes, className="options one-a-line"),
        id=CHOSEN,
        label=_("Kies zinnen voor een citaat"),
        description=_("Een citaat staat op zichzelf. Twee of drie zinnen zeggen het meest."),
        value=[],
    )
    site = dmc.Checkbox(
        id=ON_SITE,
        label=_("Mag ook op de site"),
        checked=False,
        disabled=one.consent is not Consent.PUBLISH,
        description=None if one.consent is Consent.PUBLISH else _("De verteller gaf daar geen toestemming voor."),
    )
    button = dmc.Button(_("Maak dit citaat"), id=PICK, leftSection=icon("message-square-quote"))
    return card(_known(one.quotes), choose, site, html.Div(button, className="actions"), title=_("Citaten"))


def _known(quotes: tuple[Quote, ...]) -> Component:
    if not quotes:
        sentence = _("Beleidsmedewerkers lezen citaten bij een thema. Zonder citaat lezen zij niets van dit verhaal.")
        return empty_state(_("Nog geen citaten"), sentence, symbol="message-square-quote")
    return html.Ul([_quote(one) for one in quotes], className="quotes")


def _quote(one: Quote) -> Component:
    where = badge(_("ook op de site"), "good") if one.is_public else badge(_("alleen binnen"), "accent")
    remove = dmc.Button(
        icon("trash-2"), id={"type": DROP, "quote": one.id}, variant="default", **aria(label=_("Haal dit citaat weg"))
    )
    return html.Li([html.Blockquote(one.words), html.Div([where, remove], className="actions")])
