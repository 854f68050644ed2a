"""Saving a gathering: who will see it, for which dates of its series a change goes, and why."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.gatherings.event_words import PATH, state_badge
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, link_button
from domain.gatherings.event_kinds import EventKind
from domain.gatherings.series import Scope
from i18n import _
from store.queries.gatherings.events import EventFacts
from store.states import EventState

SAVE = "event-save"
DRAFT, PUBLIC = "draft", "public"
SCOPE, REASON = "event-scope", "event-reason"


def visibility_card(event: EventFacts | None, known: tuple[EventKind, ...]) -> Component:
    """The buttons that save, with what saving means."""
    hidden = ", ".join(kind.name for kind in known if not kind.public)
    never = html.P(_("Nooit in de openbare agenda: {kinds}.", kinds=hidden), className="note") if hidden else None
    back = link_button(_("Annuleren"), f"{PATH}/{event.id}" if event else PATH, primary=False)
    if event and event.state is not EventState.DRAFT:
        said = _("Ouders zien een wijziging meteen. Verandert de tijd of de plaats, dan krijgt wie komt bericht.")
        buttons = [save_button(DRAFT, _("Opslaan")), back]
    else:
        said = _("Een concept zien alleen u en uw collega's. Maakt u het openbaar, dan kunnen ouders zich aanmelden.")
        buttons = [
            save_button(PUBLIC, _("Opslaan en openbaar maken")),
            save_button(DRAFT, _("Opslaan als concept"), variant="default"),
            back,
        ]
    bar = html.Fieldset(buttons, id="event-buttons", className="save-stack")
    badge = state_badge(event) if event else None
    return card(html.P(said), never, _scope(event), _reason(event), bar, title=_("Zichtbaarheid"), action=badge)


def save_button(how: str, text: str, *, place: str = "form", variant: str = "filled") -> Component:
    name = {"type": SAVE, "how": how, "place": place}
    return dmc.Button(text, id=name, variant=variant, leftSection=icon("check"))


def _scope(event: EventFacts | None) -> Component:
    """For which dates; there, but out of sight, where there is only one."""
    options = [
        (Scope.THIS, _("Alleen deze datum")),
        (Scope.LATER, _("Deze en alle latere")),
        (Scope.ALL, _("Alle datums die nog komen")),
    ]
    radios = dmc.Stack([dmc.Radio(label=label, value=key.value) for key, label in options], gap="xs")
    help_text = _("Andere datums krijgen alleen wat u hier verandert. Wat voorbij of afgezegd is, blijft zoals het is.")
    group = dmc.RadioGroup(radios, id=SCOPE, label=_("Voor welke datums?"), description=help_text, value=Scope.THIS)
    return html.Div(group, className="save-choice", hidden=event is None or event.series_id is None)


def _reason(event: EventFacts | None) -> Component:
    text = dmc.TextInput(
        id=REASON, label=_("Waarom? Dit mag u leeg laten"), description=_("Dit lezen ouders bij de bijeenkomst."),
        value="", autoComplete="off",
    )  # fmt: skip
    return html.Div(text, className="save-choice", hidden=event is None or event.state is EventState.DRAFT)
