"""What demand and supply say, in sentences: where buddies are needed most, and how long who asks can expect to wait."""

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import card
from domain.matchmaking.coverage import Coverage, Line
from i18n import _, n_, one_after_another
from matching.coverage import ENOUGH, Wait

MOST = 3


def answer(found: Coverage) -> Component:
    """Where somebody is missing now; when nobody is, where parents asked last year and nobody is free."""
    lines = [html.P(_most_needed(found), className="answer"), html.P(_numbers(found)), html.P(_wait(found.wait))]
    return card(*lines, className="says")


def in_days(wait: Wait) -> str:
    return _("te weinig gegevens") if wait.days is None else n_("{n} dag", "{n} dagen", wait.days)


def _most_needed(found: Coverage) -> str:
    short = [one for one in found.topics if one.covered.gap][:MOST]
    if short:
        return _("Meest nodig: {topics}.", topics=one_after_another([_with_numbers(one) for one in short]))
    if found.waiting:
        return _("Voor elk onderwerp waar ouders nu op wachten, is er een vrije plek.")
    scarce = [one.name for one in found.topics if sum(one.covered.asked) and not one.covered.free][:MOST]
    if scarce:
        return _(
            "Nu wacht er niemand. Naar {topics} vroegen ouders dit jaar, maar daar is geen vrije plek.",
            topics=one_after_another(scarce),
        )
    return _("Nu wacht er niemand.")


def _with_numbers(one: Line) -> str:
    waiting = n_("{n} ouder wacht", "{n} ouders wachten", one.covered.open)
    free = n_("{n} vrije plek", "{n} vrije plekken", one.covered.free) if one.covered.free else _("geen vrije plek")
    return _("{topic} ({waiting}, {free})", topic=one.name, waiting=waiting, free=free)


def _numbers(found: Coverage) -> str:
    waiting = n_("Er wacht nu {n} ouder.", "Er wachten nu {n} ouders.", found.waiting) if found.waiting else ""
    thinks = _("Voor {n} van hen is al een buddy gevraagd.", n=found.proposed) if found.proposed else ""
    free = _(
        "{buddies} samen {places}.",
        buddies=n_("{n} buddy heeft", "{n} buddy's hebben", found.buddies),
        places=n_("{n} vrije plek", "{n} vrije plekken", found.free),
    )
    free = free if found.free else _("Er is nu geen vrije plek.")
    return " ".join(one for one in (waiting, thinks, free) if one)


def _wait(wait: Wait) -> str:
    if wait.days is None:
        return _("Hoelang een ouder wacht, zeggen wij pas vanaf {n} vragen in een jaar.", n=ENOUGH)
    return n_(
        "Een ouder die nu vraagt, wacht naar verwachting {n} dag.",
        "Een ouder die nu vraagt, wacht naar verwachting {n} dagen.",
        wait.days,
    )
