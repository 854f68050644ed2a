"""What moving a gathering means, in sentences: who is told, what moves along, and what to look out for."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import notice
from domain.gatherings.moving import Clash, Preview
from domain.gatherings.who_hears import Group
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
    if people.anybody and not people.is_on:
        lines.append(_("Niemand krijgt bericht: dat staat uit bij de instellingen. Vertel het zelf."))
    else:
        lines += [_coming(people.coming)] if people.coming.sign_ups else []
        lines += [_waiting(people.waiting)] if people.waiting.sign_ups else []
    if people.to_call:
        lines.append(_to_call(people.to_call))
    if people.unanswered:
        lines.append(
            n_("{n} wacht nog op uw antwoord en hoort niets.", "{n} wachten nog op uw antwoord en horen niets.",
               people.unanswered)
        )  # fmt: skip
    if found.hosts:
        names = ", ".join(found.hosts)
        lines.append(
            n_("{names} wordt opnieuw gevraagd.", "{names} worden opnieuw gevraagd.", len(found.hosts), names=names)
        )
    if not people.anybody and not found.hosts:
        lines.append(_("Niemand hoeft bericht te krijgen."))
    return [*lines, _("De herinneringen schuiven mee. Het einde ook: zij duurt even lang.")]


def _coming(group: Group) -> str:
    said = n_("{n} ouder die komt krijgt een mail", "{n} ouders die komen krijgen een mail", group.sign_ups)
    return _together(said, group)


def _waiting(group: Group) -> str:
    said = n_(
        "{n} ouder op de wachtlijst krijgt een mail", "{n} ouders op de wachtlijst krijgen een mail", group.sign_ups
    )
    return _together(said, group)


def _together(said: str, group: Group) -> str:
    if group.people == group.sign_ups:
        return f"{said}."
    return _("{said}, samen {people} mensen.", said=said, people=group.people)


def _to_call(names: Sequence[str]) -> str:
    called = ", ".join([name or _("naam gewist") for name in names])
    return n_(
        "{n} ouder heeft geen e-mailadres, bel zelf: {names}.",
        "{n} ouders hebben geen e-mailadres, bel zelf: {names}.",
        len(names),
        names=called,
    )


def warnings(found: Preview) -> list[str]:
    """What may make the coordinator choose another moment."""
    lines = [_clash(one) for one in found.clashes]
    if found.closed:
        lines.append(_("Deze dag is gesloten: {name}.", name=found.closed))
    if found.hosts_not_free:
        names, count = ", ".join(found.hosts_not_free), len(found.hosts_not_free)
        lines.append(n_("{names} kan dan niet.", "{names} kunnen dan niet.", count, names=names))
    return lines


def _clash(other: Clash) -> str:
    when = time_of_day(other.starts_at)
    if other.same_venue:
        return _("Op dezelfde locatie is dan {title}, om {time}.", title=other.title, time=when)
    return _("In dezelfde gemeente is dan {title}, om {time}.", title=other.title, time=when)
