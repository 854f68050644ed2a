"""Parents, buddies and rules from a file: read, checked against each other, and ready for the matcher."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from i18n import _
from matching.everybody import LOAD_WEIGHT, Asker, Crowd
from matching.json_text import NotJson, parsed
from matching.people import Contact, Need, Offer
from matching.people_file.fields import BadPeople
from matching.people_file.form import PEOPLE
from matching.people_file.named import Known, Named, Row
from matching.rules import RULES

MOST_CHARACTERS = 50_000_000
MOST_PAIRS = 4_000_000
TRAVEL_KM, CONTACT, LANGUAGES = 15, frozenset({Contact.PHONE}), frozenset({"nl"})

Told = Mapping[int, frozenset[int]]
"""By parent the buddies who were named with them."""


@dataclass(frozen=True)
class People:
    """Everybody in the file as the matcher wants them; `parents` and `buddies` give the file's id by number."""

    crowd: Crowd
    parents: Mapping[int, str]
    buddies: Mapping[int, str]


def read(text: str, known: Known) -> People:
    """The people in this JSON text; raises `BadPeople`."""
    if len(text) > MOST_CHARACTERS:
        millions = MOST_CHARACTERS // 1_000_000
        raise BadPeople((), _("is te groot: hoogstens {n} miljoen tekens", n=millions))
    try:
        return understood(parsed(text), known)
    except NotJson as error:
        raise BadPeople((), _("is geen JSON: {error}", error=error)) from None


def understood(document: object, known: Known) -> People:
    """The people in what a file says, the same for any order of its rows; raises `BadPeople`."""
    top = PEOPLE.read(document, ())
    if len(top["parents"]) * len(top["buddies"]) > MOST_PAIRS:
        millions = MOST_PAIRS // 1_000_000
        raise BadPeople((), _("is te groot: hoogstens {n} miljoen paren van een ouder en een buddy", n=millions))
    weights = top.get("weights", {})
    if not any(weights.get(rule.key, rule.weight) for rule in RULES):
        raise BadPeople(("weights",), _("minstens één regel moet meetellen"))
    named = Named(top, known)
    vetoes, acquainted = _told(named, "not_with"), _told(named, "acquainted")
    crowd = Crowd(
        tuple(_asker(row, vetoes, acquainted) for row in named.parents.values()),
        tuple(_offer(row) for row in named.buddies.values()),
        weights,
        load_weight=top.get("load_weight", LOAD_WEIGHT),
    )
    parents, buddies = ({number: key for key, number in found.items()} for found in named.number.values())
    return People(crowd, parents, buddies)


def _asker(row: Row, vetoes: Told, acquainted: Told) -> Asker:
    number = row.named.number["parents"][row.said["id"]]
    need = Need(
        request_id=number,
        topics=row.near_topics(),
        place=row.place(),
        sector=row.choice("sector"),
        contact_modes=row.contact_modes(),
        moments=row.moments(),
        languages=row.choices("languages"),
        style=row.choice("style"),
        age_band=row.choice("age_band"),
        avoid_own_municipality=row.said.get("avoid_own_municipality", False),
        consented=row.said.get("consent", True),
        refused_buddies=row.people("refused", "buddies"),
        earlier_buddies=row.people("earlier", "buddies"),
        acquainted_buddies=row.people("acquainted", "buddies") | acquainted.get(number, frozenset()),
        vetoed_buddies=row.people("not_with", "buddies") | vetoes.get(number, frozenset()),
    )
    return Asker(need, _waiting_days(row) // 7, row.said.get("urgency", 0))


def _offer(row: Row) -> Offer:
    said, in_the_middle = row.said, row.topics("in_the_middle")
    return Offer(
        buddy_id=row.named.number["buddies"][said["id"]],
        topics=row.topics("topics") | in_the_middle,
        place=row.place(),
        travel_km=said.get("travel_km", TRAVEL_KM),
        municipalities=row.municipalities(),
        in_the_middle=in_the_middle,
        sectors=row.choices("sectors"),
        age_bands=row.choices("age_bands"),
        contact_modes=row.contact_modes() if "contact_modes" in said else CONTACT,
        moments=row.moments(),
        languages=row.choices("languages") if "languages" in said else LANGUAGES,
        style=row.choice("style"),
        max_load=said.get("max_load", Offer.max_load),
        load=said.get("load", 0),
        paused=said.get("paused", False),
        resting=said.get("resting", False),
        trained=said.get("trained", True),
        certificate_valid=_certificate(row),
        days_since_last_match=row.days_since("last_match_on"),
    )


def _certificate(row: Row) -> bool:
    row.days_since("certificate_seen_on")  # refuses a day to come
    seen_on = row.said.get("certificate_seen_on")
    counts = seen_on is None or row.named.certificate_counts(seen_on, row.named.today)
    return counts and bool(row.said.get("certificate_valid", True))


def _waiting_days(row: Row) -> int:
    since = row.days_since("waiting_since")
    if since is not None and "waiting_days" in row.said:
        raise BadPeople((*row.at, "waiting_days"), _("er staat ook sinds wanneer de ouder wacht; geef één van de twee"))
    return int(row.said.get("waiting_days", 0)) if since is None else since


def _told(named: Named, field: str) -> Told:
    """What buddies said about parents, by parent."""
    told: defaultdict[int, set[int]] = defaultdict(set)
    for key, row in named.buddies.items():
        for parent in row.people(field, "parents"):
            told[parent].add(named.number["buddies"][key])
    return {parent: frozenset(buddies) for parent, buddies in told.items()}
