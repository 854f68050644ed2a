"""The hard rules: what must hold before a buddy is even considered, in the order in which staff think of it."""

from collections.abc import Callable
from dataclasses import dataclass

from i18n import lazy, n_
from matching.people import Need, Offer, possible_contact, shared_contact


@dataclass(frozen=True)
class HardRule:
    """`text` says of one buddy why not, `counted` says it of n buddies."""

    key: str
    text: lazy
    counted: Callable[[int], str]
    holds: Callable[[Need, Offer], bool]


def shares_language(need: Need, offer: Offer) -> bool:
    return not need.languages or not need.languages.isdisjoint(offer.languages)


def knows_the_subject(need: Need, offer: Offer) -> bool:
    """One topic, or something near it, is enough; how near is for the score."""
    return not need.topics or any(not offer.topics.isdisjoint(near) for near in need.topics.values())


def knows_the_sector(need: Need, offer: Offer) -> bool:
    """A buddy who named no sector may be asked for any; how well they know it is for the score."""
    return need.sector is None or not offer.sectors or need.sector in offer.sectors


def helps_there(need: Need, offer: Offer) -> bool:
    return need.place is None or not offer.municipalities or need.place.municipality in offer.municipalities


def lives_near_enough(need: Need, offer: Offer) -> bool:
    """False only when they agree on how to meet and distance alone forbids it."""
    return not shared_contact(need, offer) or bool(possible_contact(need, offer))


HARD_RULES = (
    HardRule(
        "paused",
        lazy("is even met pauze"),
        lambda n: n_("{n} buddy is even met pauze", "{n} buddy's zijn even met pauze", n),
        lambda need, offer: not offer.paused,
    ),
    HardRule(
        "resting",
        lazy("rust even uit na een zware koppeling"),
        lambda n: n_("{n} buddy rust even uit", "{n} buddy's rusten even uit", n),
        lambda need, offer: not offer.resting,
    ),
    HardRule(
        "full",
        lazy("heeft geen plek meer"),
        lambda n: n_("{n} buddy heeft geen plek meer", "{n} buddy's hebben geen plek meer", n),
        lambda need, offer: offer.load < offer.max_load,
    ),
    HardRule(
        "untrained",
        lazy("heeft de training nog niet gedaan"),
        lambda n: n_(
            "{n} buddy heeft de training nog niet gedaan", "{n} buddy's hebben de training nog niet gedaan", n
        ),
        lambda need, offer: offer.trained,
    ),
    HardRule(
        "certificate",
        lazy("heeft geen VOG, of de VOG is ouder dan drie jaar"),
        lambda n: n_(
            "{n} buddy heeft geen VOG, of de VOG is ouder dan drie jaar",
            "{n} buddy's hebben geen VOG, of de VOG is ouder dan drie jaar",
            n,
        ),
        lambda need, offer: offer.certificate_valid,
    ),
    HardRule(
        "consent",
        lazy("kan niet gevraagd worden: de ouder gaf geen toestemming"),
        lambda n: n_(
            "{n} buddy kan niet gevraagd worden: de ouder gaf geen toestemming",
            "{n} buddy's kunnen niet gevraagd worden: de ouder gaf geen toestemming",
            n,
        ),
        lambda need, offer: need.consented,
    ),
    HardRule(
        "refused",
        lazy("viel voor deze vraag eerder af"),
        lambda n: n_("{n} buddy viel voor deze vraag eerder af", "{n} buddy's vielen voor deze vraag eerder af", n),
        lambda need, offer: offer.buddy_id not in need.refused_buddies,
    ),
    HardRule(
        "earlier",
        lazy("was eerder al de buddy van deze ouder"),
        lambda n: n_(
            "{n} buddy was eerder al de buddy van deze ouder", "{n} buddy's waren eerder al de buddy van deze ouder", n
        ),
        lambda need, offer: offer.buddy_id not in need.earlier_buddies,
    ),
    HardRule(
        "acquainted",
        lazy("kent deze ouder al"),
        lambda n: n_("{n} buddy kent deze ouder al", "{n} buddy's kennen deze ouder al", n),
        lambda need, offer: offer.buddy_id not in need.acquainted_buddies,
    ),
    HardRule(
        "veto",
        lazy("mag van u niet gevraagd worden"),
        lambda n: n_("{n} buddy mag van u niet gevraagd worden", "{n} buddy's mogen van u niet gevraagd worden", n),
        lambda need, offer: offer.buddy_id not in need.vetoed_buddies,
    ),
    HardRule(
        "topic",
        lazy("heeft geen ervaring met zo'n onderwerp"),
        lambda n: n_(
            "{n} buddy heeft geen ervaring met zo'n onderwerp", "{n} buddy's hebben geen ervaring met zo'n onderwerp", n
        ),
        knows_the_subject,
    ),
    HardRule(
        "sector",
        lazy("kent dit soort onderwijs niet"),
        lambda n: n_("{n} buddy kent dit soort onderwijs niet", "{n} buddy's kennen dit soort onderwijs niet", n),
        knows_the_sector,
    ),
    HardRule(
        "language",
        lazy("spreekt geen gedeelde taal"),
        lambda n: n_("{n} buddy spreekt geen gedeelde taal", "{n} buddy's spreken geen gedeelde taal", n),
        shares_language,
    ),
    HardRule(
        "elsewhere",
        lazy("helpt niet in deze gemeente"),
        lambda n: n_("{n} buddy helpt niet in deze gemeente", "{n} buddy's helpen niet in deze gemeente", n),
        helps_there,
    ),
    HardRule(
        "contact",
        lazy("heeft geen gedeelde manier van contact"),
        lambda n: n_(
            "{n} buddy heeft geen gedeelde manier van contact", "{n} buddy's hebben geen gedeelde manier van contact", n
        ),
        lambda need, offer: bool(shared_contact(need, offer)),
    ),
    HardRule(
        "too_far",
        lazy("woont te ver weg om af te spreken"),
        lambda n: n_("{n} buddy woont te ver weg om af te spreken", "{n} buddy's wonen te ver weg om af te spreken", n),
        lives_near_enough,
    ),
)


def broken(need: Need, offer: Offer) -> tuple[str, ...]:
    """The keys of all hard rules that this pair breaks, in the order of `HARD_RULES`."""
    return tuple(rule.key for rule in HARD_RULES if not rule.holds(need, offer))
