"""What moving a gathering means, in sentences: who is told, what moves along, and what to look out for."""

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import notice
from domain.moving import Clash, Preview
from domain.refused import Refused
from domain.texts import say
from i18n import _, n_, period, time_of_day


def meaning(found: Preview) -> list[Component]:
    """From when to when, the warnings, and then who is told and what moves along."""
    lines = told(found)
    moments = html.Dl(
        [
            html.Div([html.Dt(_("Nu")), html.Dd(period(*found.old), className="old")]),
            html.Div([html.Dt(_("Straks")), html.Dd(period(*found.new))]),
        ],
        className="moments",
    )
    who = notice(html.Strong(_("Als u verplaatst:")), html.Ul([html.Li(line) for line in lines]), symbol="mail")
    careful = warnings(found)
    look_out = notice(html.Ul([html.Li(line) for line in careful]), tone="warn", symbol="triangle-alert")
    return [html.Strong(found.title), moments, *([look_out] if careful else []), who]


def refusal(refused: Refused) -> Component:
    """Why this moment can't be."""
    return notice(say(refused), tone="bad", symbol="triangle-alert")


def told(found: Preview) -> list[str]:
    """Who is told and what moves along, a sentence each."""
    people, lines = found.told, []
    anybody = people.coming or people.waiting or people.to_call
    if anybody and not found.is_on:
        lines.append(_("Niemand krijgt bericht: dat staat uit bij de instellingen. Vertel het zelf."))
    else:
        if people.coming:
            lines.append(n_("{n} aanmelding krijgt bericht.", "{n} aanmeldingen krijgen bericht.", people.coming))
        if people.waiting:
            lines.append(
                n_("{n} op de wachtlijst krijgt bericht.", "{n} op de wachtlijst krijgen bericht.", people.waiting)
            )
    if people.to_call:
        lines.append(
            n_("{n} heeft geen e-mailadres: bel zelf.", "{n} hebben geen e-mailadres: bel zelf.", people.to_call)
        )
    if found.hosts:
        lines.append(n_("{n} buddy wordt opnieuw gevraagd.", "{n} buddy's worden opnieuw gevraagd.", found.hosts))
    if not anybody and not found.hosts:
        lines.append(_("Niemand hoeft bericht te krijgen."))
    return [*lines, _("De herinneringen schuiven mee. Het einde ook: zij duurt even lang.")]


def warnings(found: Preview) -> list[str]:
    """What may make the coordinator choose another moment."""
    lines = [_clash(one) for one in found.clashes]
    if found.closed:
        lines.append(_("Deze dag is gesloten: {name}.", name=found.closed))
    if found.hosts_not_free:
        lines.append(n_("{n} buddy kan dan niet.", "{n} buddy's kunnen dan niet.", found.hosts_not_free))
    return lines


def _clash(other: Clash) -> str:
    when = time_of_day(other.starts_at)
    if other.same_venue:
        return _("Op dezelfde locatie is dan {title}, om {time}.", title=other.title, time=when)
    return _("In dezelfde gemeente is dan {title}, om {time}.", title=other.title, time=when)
