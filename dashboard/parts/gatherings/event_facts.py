"""What there is to know of one gathering, and what can be done with it."""

from collections.abc import Sequence
from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.facts import facts
from dashboard.parts.gatherings.event_words import hours, seats_bar
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card
from dashboard.parts.reason import reason_field
from domain.gatherings.events import CHANGEABLE
from domain.taking_part.sign_up_rows import IN
from i18n import _, day, n_
from store.queries.gatherings.events import SHOWN_TO_ALL, EventFacts
from store.queries.gatherings.sign_ups import SignUpFacts
from store.states import EventState

DO = "event-do"
OPEN, CLOSE, CANCEL = "open", "close", "event-cancel"
FILE = "event-calendar-file"


def facts_card(event: EventFacts) -> Component:
    rows = [
        (_("Soort"), event.kind_name),
        (_("Reden"), event.reason),
        (_("Wanneer"), f"{day(event.starts_at, year=True)}, {hours(event)}"),
        (_("Waar"), event.place),
        (_("Toegankelijkheid"), event.access),
        (_("Onderwerpen"), ", ".join(topic.name for topic in event.topics)),
    ]
    said = html.P(event.description, className="said") if event.description else None
    return card(facts((name, text) for name, text in rows if text), said, title=_("Gegevens"))


def seats_card(event: EventFacts, people: Sequence[SignUpFacts], now: datetime) -> Component:
    """The seats, and the buttons that open, close or call off."""
    buttons = [_open_or_close(event, now), _cancel(event, people, now)]
    bar = html.Div([one for one in buttons if one], className="actions seats-actions") if any(buttons) else None
    return card(seats_bar(event), _online(event), bar, title=_("Plaatsen"))


def _online(event: EventFacts) -> Component | None:
    if not event.online_seats:
        return None
    waiting = n_("{n} wacht", "{n} wachten", event.online_waiting) if event.online_waiting else ""
    taken = _("Online: {taken} van {seats} plaatsen bezet", taken=event.online_taken, seats=event.online_seats)
    return html.P(", ".join(filter(None, (taken, waiting))))


def share_card(event: EventFacts, public_url: str) -> Component:
    """The public page where there is one, and the file for somebody's own calendar."""
    file = dmc.Button(_("Agendabestand"), id=FILE, variant="default", leftSection=icon("calendar-plus"))
    if not event.public:
        page = [html.P(_("Deze soort bijeenkomst staat niet op de openbare agenda."))]
        return card(*page, html.Div(file, className="actions"), title=_("Delen"))
    if event.state not in SHOWN_TO_ALL:
        page = [html.P(_("Ouders zien de bijeenkomst zodra u haar openbaar maakt."))]
        return card(*page, html.Div(file, className="actions"), title=_("Delen"))
    address = f"{public_url}/cafe/{event.id}"
    copy = dmc.CopyButton(
        value=address, children=_("Kopieer link"), copiedChildren=_("Gekopieerd"), buttonProps={"variant": "default"}
    )
    link = html.P(html.A(address, href=address, target="_blank", rel="noopener"), className="address")
    return card(link, html.Div([copy, file], className="actions"), title=_("Delen"))


def _open_or_close(event: EventFacts, now: datetime) -> Component | None:
    if event.starts_at <= now:
        return None
    if event.state is EventState.OPEN:
        return dmc.Button(_("Sluit aanmelden"), id={"type": DO, "what": CLOSE}, variant="default")
    if event.state in (EventState.DRAFT, EventState.CLOSED):
        text = _("Maak openbaar") if event.state is EventState.DRAFT else _("Open aanmelden weer")
        return dmc.Button(text, id={"type": DO, "what": OPEN}, leftSection=icon("megaphone"))
    return None


def _cancel(event: EventFacts, people: Sequence[SignUpFacts], now: datetime) -> Component | None:
    if event.state not in CHANGEABLE or event.ends_at <= now:
        return None
    return confirm(
        CANCEL,
        _("Zeg af"),
        title=_("{title} afzeggen?", title=event.title),
        sentence=f"{_told(event, people)} {_('Dit kunt u niet terugdraaien.')}",
        yes=_("Ja, zeg af"),
        ask=reason_field(CANCEL, _("Waarom?"), _("Ouders lezen dit op de agenda en in het bericht.")),
    )


def _told(event: EventFacts, people: Sequence[SignUpFacts]) -> str:
    """Who hears that the gathering is called off."""
    coming = [one for one in people if one.state in IN]
    if not coming:
        return _("Niemand heeft zich aangemeld, dus niemand krijgt bericht.")
    by_mail = sum(1 for one in coming if one.email)
    said = []
    if by_mail:
        said.append(
            n_("{n} aanmelding krijgt bericht per mail.", "{n} aanmeldingen krijgen bericht per mail.", by_mail)
        )
    if by_phone := len(coming) - by_mail:
        said.append(
            n_(
                "{n} ouder heeft geen e-mailadres: bel die zelf.",
                "{n} ouders hebben geen e-mailadres: bel die zelf.",
                by_phone,
            )
        )
    return " ".join(said)
