"""A plan for everybody in words: why nobody yet, what would help, and what it would cost to insist on a pair."""

from collections.abc import Mapping

from i18n import _, lazy, n_
from matching.forced import Forced
from matching.near_misses import NearMiss, Unmatched
from matching.people import Contact

A_LITTLE, A_LOT = 50, 200  # points of a thousand

WAYS = {
    Contact.PHONE: lazy("bellen"),
    Contact.ONLINE: lazy("online contact"),
    Contact.HOME: lazy("thuis afspreken"),
    Contact.ELSEWHERE: lazy("ergens anders afspreken"),
}
LEFT = {
    "topic": lazy("kennen het onderwerp en het onderwijs"),
    "place": lazy("kunnen daar helpen, op die manier"),
    "ready": lazy("mogen nu beginnen"),
    "asked": lazy("kunnen hiervoor gevraagd worden"),
    "capacity": lazy("hebben nog plek"),
}
MISSING = {
    "topic": lazy("Er is geen buddy die dit onderwerp en dit onderwijs kent."),
    "place": lazy("Wie het onderwerp kent, helpt daar niet of niet op die manier."),
    "ready": lazy("Wie past, heeft pauze of rust, of heeft nog geen training of geldige VOG."),
    "asked": lazy("Wie past, viel voor deze vraag eerder af of kan er niet voor gevraagd worden."),
    "capacity": lazy("Wie past, heeft geen plek meer."),
}


def why_nobody(one: Unmatched) -> str:
    """What is missing, in one sentence."""
    if one.missing:
        return str(MISSING[one.missing])
    return n_(
        "Er past {n} buddy, maar die is nodig voor een ouder die niet later aan de beurt is.",
        "Er passen {n} buddy's, maar die zijn nodig voor ouders die niet later aan de beurt zijn.",
        one.fitting,
    )


def what_helps(near: NearMiss, name: str) -> str:
    """The change that would serve this parent: "Als bellen ook goed is, past Anneke."."""
    if near.ways:
        ways = _(" of ").join(str(WAYS[one]) for one in near.ways)
        return _("Als {ways} voor de ouder ook goed is, past {name}.", ways=ways, name=name)
    return _(HELPS[near.rule].text, name=name)


HELPS = {
    "contact": lazy("Als {name} ook op een andere manier wil helpen, past {name}."),
    "too_far": lazy("Als {name} verder wil reizen, past {name}."),
    "veto": lazy("Als u {name} toch wilt vragen, past {name}."),
    "certificate": lazy("Als {name} een geldige VOG laat zien, past {name}."),
    "full": lazy("Als {name} nog één ouder erbij wil, past {name}."),
    "elsewhere": lazy("Als {name} ook in deze gemeente wil helpen, past {name}."),
    "language": lazy("Als een andere taal ook goed is, past {name}."),
    "sector": lazy("Als ervaring met ander onderwijs ook goed is, past {name}."),
    "resting": lazy("Als {name} genoeg gerust heeft, past {name}."),
    "paused": lazy("Als de pauze van {name} voorbij is, past {name}."),
    "untrained": lazy("Als {name} de training heeft gedaan, past {name}."),
    "topic": lazy("Als ervaring met een ander onderwerp ook goed is, past {name}."),
}


def what_it_costs(loss: Forced | None) -> str:
    """What insisting on one pair does to the others, in one or two sentences."""
    if loss is None:
        return _("Dit kan niet: deze buddy heeft geen plek meer.")
    if loss.served > 0:
        return n_("Dan krijgt {n} ouder geen buddy.", "Dan krijgen {n} ouders geen buddy.", loss.served)
    if loss.priority > 0:
        return _("Dan gaat een ouder die korter wacht voor op een ouder die langer wacht of meer haast heeft.")
    return _moves(loss) + _fit(loss.quality)


def who_moves(loss: Forced, parents: Mapping[int, str], buddies: Mapping[int, str]) -> tuple[str, ...]:
    """Each parent who would get another buddy, one sentence each, by name."""
    return tuple(
        move(parents.get(int(one), ""), _name(before, buddies), _name(after, buddies))
        for one, (before, after) in loss.moved.items()
    )


def move(parent: str, before: str, after: str) -> str:
    """One parent who would get another buddy; an empty name means none."""
    if not after:
        return _("{parent} krijgt dan geen buddy (nu {before}).", parent=parent, before=before)
    if not before:
        return _("{parent} krijgt dan wel een buddy: {after}.", parent=parent, after=after)
    return _("{parent} krijgt dan {after} in plaats van {before}.", parent=parent, after=after, before=before)


def _name(buddy: str | None, buddies: Mapping[int, str]) -> str:
    return buddies.get(int(buddy), buddy) if buddy else ""


def _moves(loss: Forced) -> str:
    if not loss.moved:
        return _("Voor andere ouders verandert er niets. ")
    return n_("Dan krijgt {n} ouder een andere buddy. ", "Dan krijgen {n} ouders een andere buddy. ", len(loss.moved))


def _fit(points: int) -> str:
    if points <= 0:
        return _("Samen past het even goed.")
    if points <= A_LITTLE:
        return _("Samen past het een klein beetje minder goed.")
    return _("Samen past het minder goed.") if points <= A_LOT else _("Samen past het veel minder goed.")
