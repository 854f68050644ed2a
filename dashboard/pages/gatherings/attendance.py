"""Who is there: a page for the phone at the door, which goes on working while the connection is gone."""

from datetime import datetime

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.attendance_api import MAY_NOTE, as_data
from dashboard.page import Page
from dashboard.parts import card, notice, page_header
from dashboard.parts.gatherings.event_words import PATH, hours
from domain.actors import Role
from domain.refused import Refused
from domain.taking_part import attendance
from domain.taking_part.attendance import NOTED, OPENS
from domain.texts import say
from i18n import _, day, lazy, time_of_day
from store.queries.gatherings import events
from store.queries.gatherings.attendance import Sheet
from web.services import Services
from web.sessions import current_actor


def layout(services: Services, event_id: int) -> Component:
    """The sheet goes to the browser with the page, so that the page needs no connection afterwards."""
    by = current_actor()
    try:
        with services.database.reading() as session:
            sheet, event = attendance.sheet(session, event_id, by=by), events.event(session, event_id)
    except Refused as refused:
        return html.Div([page_header(_("Wie is er?")), card(html.P(say(refused)))])
    back = (f"{PATH}/{event_id}", sheet.title) if by.has(Role.COORDINATOR) else None
    when = f"{sheet.title}, {day(sheet.starts_at)}, {hours(event)}" if event else sheet.title
    return html.Div([page_header(_("Wie is er?"), when, back=back), *_body(sheet, services.now())])


def register(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside("attendance.start", Output("attendance", "className"), Input("attendance-sheet", "data"))


def _body(sheet: Sheet, now: datetime) -> list[Component]:
    if sheet.state not in NOTED:
        return [notice(html.P(say(Refused("attendance.closed"))))]
    if now < sheet.starts_at - OPENS:
        opens = time_of_day(sheet.starts_at - OPENS)
        return [notice(html.P(_("Vanaf {time} op de dag zelf kunt u hier aantikken wie er is.", time=opens)))]
    data = {"event": sheet.event_id, "sheet": as_data(sheet), "texts": _texts()}
    return [html.Div(id="attendance", className="attendance"), dcc.Store(id="attendance-sheet", data=data)]


def _texts() -> dict[str, str]:
    return {
        "present": _("Aanwezig"),
        "absent": _("Afwezig"),
        "undo": _("Tik nog eens om het terug te nemen."),
        "nameless": _("Naam gewist"),
        "walked_in": _("Zonder aanmelding"),
        "people": _("{n} mensen"),
        "summary": _("{present} aanwezig, {absent} afwezig, {open} nog niet aangetikt"),
        "nobody": _("Niemand heeft zich aangemeld. Voeg toe wie er is, of noteer alleen het aantal."),
        "first_name": _("Voornaam (mag leeg blijven)"),
        "add": _("Iemand zonder aanmelding"),
        "count": _("Of alleen het aantal mensen"),
        "keep": _("Bewaar aantal"),
        "sent": _("Alles is verstuurd."),
        "waits": _("Wordt verstuurd zodra er verbinding is: {n}."),
        "signed_out": _("U bent uitgelogd. Wat u tikte is bewaard: log opnieuw in en kom hier terug."),
        "failed": _("Versturen lukt nu niet. Wat u tikte is bewaard; we proberen het steeds opnieuw."),
    }


PAGE = Page(f"{PATH}/<int:event_id>/aanwezig", lazy("Wie is er?"), MAY_NOTE, layout, register)
