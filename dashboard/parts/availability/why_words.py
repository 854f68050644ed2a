"""Why there is no time, in a sentence: what is offered, what is free of it, and what took the rest."""

from collections.abc import Mapping, Sequence

from domain.availability.taken import Reason
from domain.availability.why_not import Balance, Taken
from i18n import _, lazy, n_, number

WORDS: Mapping[Reason, lazy] = {
    Reason.STOPPED: lazy("{time} want deze buddy is gestopt"),
    Reason.PUBLIC_HOLIDAY: lazy("{time} door een feestdag"),
    Reason.SCHOOL_HOLIDAY: lazy("{time} door de schoolvakantie"),
    Reason.AWAY: lazy("{time} door dagen weg"),
    Reason.PAUSE: lazy("{time} door de pauze"),
    Reason.REST: lazy("{time} door even adem na een zware koppeling"),
    Reason.BUSY: lazy("{time} door de eigen agenda"),
    Reason.APPOINTMENT: lazy("{time} door afspraken"),
    Reason.NOTICE: lazy("{time} omdat het te kort van tevoren is"),
    Reason.ENOUGH: lazy("{time} omdat die week vol is"),
}


def why(balance: Balance, name: str = "") -> str:
    """The whole answer; without a `name` it is said to the buddy."""
    if not balance.offered:
        return _("{name} biedt dan geen uren aan.", name=name) if name else _("U biedt dan geen uren aan.")
    offered, free = lasts(balance.offered), lasts(balance.free)
    if name:
        said = _("Van de {offered} die {name} aanbiedt is {free} vrij.", offered=offered, name=name, free=free)
        none = _("Van de {offered} die {name} aanbiedt is niets vrij.", offered=offered, name=name)
    else:
        said = _("Van de {offered} die u aanbiedt is {free} vrij.", offered=offered, free=free)
        none = _("Van de {offered} die u aanbiedt is niets vrij.", offered=offered)
    return " ".join([said if balance.free else none, *_rest(balance)])


def reasons(taken: Sequence[Taken]) -> str:
    """`12 uur door de schoolvakantie, 5 uur door de eigen agenda`."""
    return ", ".join(_(WORDS[one.reason].text, time=lasts(one.minutes)) for one in taken)


def lasts(minutes: int) -> str:
    """`45 minuten`, `3 uur`, `1,5 uur`, or `1 uur en 10 minuten`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return n_("{n} minuut", "{n} minuten", rest)
    if rest == 30:
        return _("{hours} uur", hours=number(minutes / 60))
    whole = n_("{n} uur", "{n} uur", hours)
    return _("{hours} en {minutes}", hours=whole, minutes=lasts(rest)) if rest else whole


def _rest(balance: Balance) -> list[str]:
    return [_("Dit valt af: {reasons}.", reasons=reasons(balance.taken))] if balance.taken else []
