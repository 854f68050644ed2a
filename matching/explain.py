"""The reasons in words, in the language of whoever reads now: why this buddy, why not that one, why nobody."""

from collections import Counter
from collections.abc import Iterable

from i18n import _, lazy, n_, number
from matching.hard import HARD_RULES
from matching.rank import FULL_SCORE, Part, Ranking, Scored
from matching.rules import RESTED_AFTER_DAYS, Facts

SPEAKS_FOR = FULL_SCORE // 2
SHOWN_MOMENTS = 2

WEEKDAYS = (
    lazy("maandag"),
    lazy("dinsdag"),
    lazy("woensdag"),
    lazy("donderdag"),
    lazy("vrijdag"),
    lazy("zaterdag"),
    lazy("zondag"),
)
DAYPARTS = {"morning": lazy("ochtend"), "afternoon": lazy("middag"), "evening": lazy("avond")}


def reasons(scored: Scored) -> tuple[str, ...]:
    """What speaks for this buddy, the reason that adds most to the score first."""
    return tuple(sentence(part) for part in by_importance(scored) if part.value >= SPEAKS_FOR)


def concerns(scored: Scored) -> tuple[str, ...]:
    """What a coordinator should know before asking this buddy, the one that costs most first."""
    lost = sorted(by_importance(scored), key=lambda part: part.weight * (part.value - FULL_SCORE))
    return tuple(sentence(part) for part in lost if part.value < SPEAKS_FOR)


def by_importance(scored: Scored) -> tuple[Part, ...]:
    """The parts that can be put into words, most points first; a rule that no longer exists is left out."""
    known = (part for part in scored.parts if part.rule in SENTENCES)
    return tuple(sorted(known, key=lambda part: (-part.points, -part.weight)))


def sentence(part: Part) -> str:
    """One part of a score as one sentence about the buddy."""
    return SENTENCES[part.rule](part.facts)


def why_not(keys: Iterable[str]) -> tuple[str, ...]:
    """The hard rules that one buddy breaks, as predicates: "heeft geen plek meer"."""
    broken = frozenset(keys)
    return tuple(str(rule.text) for rule in HARD_RULES if rule.key in broken)


def why_nobody(ranking: Ranking) -> tuple[str, ...]:
    """What stands in the way, the most common obstacle first; nothing when somebody fits.

    A buddy with two obstacles counts for both, so the numbers may add up to more than there are buddies.
    """
    if ranking.shortlist:
        return ()
    if not ranking.refused:
        return (_("Er zijn nog geen buddy's."),)
    count = Counter(key for _buddy_id, keys in ranking.refused for key in keys)
    common_first = sorted(HARD_RULES, key=lambda rule: -count[rule.key])
    return tuple(rule.counted(count[rule.key]) for rule in common_first if count[rule.key])


def moment(weekday: int, daypart: str) -> str:
    """`dinsdagavond`."""
    return _("{weekday}{daypart}", weekday=WEEKDAYS[weekday], daypart=DAYPARTS[daypart])


def _topic(facts: Facts) -> str:
    shared, asked = len(facts["shared"]), facts["asked"]
    if shared and asked == 1:
        return _("Deelt het onderwerp")
    if shared:
        return _("Deelt {shared} van de {asked} onderwerpen", shared=shared, asked=asked)
    if facts["similar"]:
        return _("Heeft ervaring met iets wat erop lijkt")
    return _("Heeft andere ervaringen dan gevraagd")


def _phase(facts: Facts) -> str:
    return _("Heeft het achter de rug") if facts["behind"] else _("Zit er zelf nog middenin")


def _age_band(facts: Facts) -> str:
    return _("Kent deze leeftijd") if facts["same"] else _("Kent vooral een andere leeftijd")


def _sector(facts: Facts) -> str:
    return _("Kent dit soort onderwijs") if facts["known"] else _("Kent dit soort onderwijs niet uit ervaring")


def _nearby(facts: Facts) -> str:
    if facts["same_municipality"] and facts["avoids_own"]:
        return _("Woont in dezelfde gemeente; de ouder wil dat liever niet")
    if facts["same_municipality"]:
        return _("Woont in dezelfde gemeente")
    if facts["visit"]:
        return _("Woont op ongeveer {km} km", km=number(max(1, round(facts["km"]))))
    return _("Woont in een andere gemeente, zoals gevraagd")


def _moments(facts: Facts) -> str:
    named = [moment(weekday, daypart) for weekday, daypart in facts["shared"]]
    shown, more = ", ".join(named[:SHOWN_MOMENTS]), len(named) - SHOWN_MOMENTS
    if not named:
        return _("Er is nog geen moment waarop beiden kunnen")
    if more > 0:
        return n_("Kan op {moments} en nog {n} moment", "Kan op {moments} en nog {n} momenten", more, moments=shown)
    return _("Kan op {moments}", moments=_(" en ").join(named))


def _style(facts: Facts) -> str:
    return _("Helpt op de manier die de ouder zoekt") if facts["same"] else _("Helpt liever op een andere manier")


def _load(facts: Facts) -> str:
    if not facts["load"]:
        return _("Heeft nu geen andere koppeling")
    return n_("Heeft nu {n} koppeling en nog plek", "Heeft nu {n} koppelingen en nog plek", facts["load"])


def _rest(facts: Facts) -> str:
    days = facts["days"]
    if days is None:
        return _("Had nog geen koppeling")
    if days >= RESTED_AFTER_DAYS:
        return _("Kreeg een maand of langer geen koppeling")
    return n_("Kreeg {n} dag geleden een koppeling", "Kreeg {n} dagen geleden een koppeling", days)


SENTENCES = {
    "topic": _topic,
    "phase": _phase,
    "sector": _sector,
    "age_band": _age_band,
    "nearby": _nearby,
    "moments": _moments,
    "style": _style,
    "load": _load,
    "rest": _rest,
}
