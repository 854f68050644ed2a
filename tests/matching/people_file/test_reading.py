"""Reading a file with people: what is named must exist, and what is left out has its meaning."""

import json
from typing import Any

import pytest

from i18n import speaking
from matching.people import Contact, Daypart
from matching.people_file.fields import BadPeople
from matching.people_file.reading import read, understood
from tests.matching.people import HEILOO
from tests.matching.people_file.sample import GOOD, KNOWN, with_


def refused(document: Any) -> str:
    with pytest.raises(BadPeople) as wrong:
        understood(document, KNOWN)
    return str(wrong.value)


def test_parents_and_buddies_are_numbered_by_their_ids() -> None:
    people = understood(GOOD, KNOWN)

    assert people.parents == {1: "p1", 2: "p2", 3: "p3"}
    assert [(one.need.request_id, one.weeks) for one in people.crowd.askers] == [(1, 5), (2, 0), (3, 0)]
    assert people.crowd.askers[2].need.vetoed_buddies == {1}


def test_a_buddy_of_whom_little_is_said_helps_by_phone_in_dutch() -> None:
    offer = understood(GOOD, KNOWN).crowd.offers[0]

    assert (offer.place, offer.travel_km, offer.max_load, offer.trained) == (HEILOO, 15, 1, True)
    assert (offer.contact_modes, offer.languages) == (frozenset({Contact.PHONE}), frozenset({"nl"}))
    assert offer.moments == {(1, Daypart.EVENING)}


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = {**GOOD, "parents": GOOD["parents"][::-1], "buddies": GOOD["buddies"][::-1]}

    assert understood(turned, KNOWN) == understood(GOOD, KNOWN)


def test_a_buddy_may_say_too_whom_they_know() -> None:
    people = understood(with_("buddies.1.acquainted", ["p2"]), KNOWN)

    assert people.crowd.askers[1].need.acquainted_buddies == {2}


def test_a_certificate_counts_for_three_years() -> None:
    old = understood(with_("buddies.1.certificate_seen_on", "2020-01-05"), KNOWN)

    assert [one.certificate_valid for one in old.crowd.offers] == [True, False]


def test_a_file_may_bring_its_own_topics_and_places() -> None:
    own = {
        **with_("parents", [{"id": "p1", "topics": ["slaap"], "municipality": "x"}]),
        "buddies": [{"id": "b1", "topics": ["rust"]}],
        "topics": [{"code": "thuis"}, {"code": "slaap", "group": "thuis"}, {"code": "rust"}],
        "topic_neighbours": [["slaap", "rust"]],
        "municipalities": [{"code": "x", "latitude": 52, "longitude": 5.1}],
    }

    need = understood(own, KNOWN).crowd.askers[0].need

    assert need.topics == {"slaap": {"slaap": 1.0, "thuis": 0.5, "rust": 0.5}}
    assert need.place and (need.place.latitude, need.place.longitude) == (52.0, 5.1)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (with_("parents.0.topics", ["Z9"]), "parents[0].topics[0]: er is geen onderwerp “Z9”"),
        (with_("parents.0.municipality", "Oz"), "parents[0].municipality: er is geen gemeente “Oz”"),
        (with_("parents.2.languages", ["xx"]), "parents[2].languages[0]: er is geen taal “xx”"),
        (with_("parents.2.not_with", ["b9"]), "parents[2].not_with[0]: er is geen buddy “b9”"),
        (with_("buddies.0.acquainted", ["p9"]), "buddies[0].acquainted[0]: er is geen ouder “p9”"),
        (with_("parents.1.id", "p1"), "parents[1].id: “p1” staat er twee keer"),
        (with_("buddies.1.id", "b1"), "buddies[1].id: “b1” staat er twee keer"),
        (with_("parents.1.waiting_since", "2026-11-25"), "parents[1].waiting_since: deze dag is na 2026-11-24"),
        (with_("parents.1.waiting_days", 4), "parents[1].waiting_days: er staat ook sinds wanneer"),
        (with_("buddies.1.certificate_seen_on", "9999-12-31"), "buddies[1].certificate_seen_on: deze dag is na"),
        (with_("topic_neighbours", [["F1", "Q"]]), "topic_neighbours[0][1]: er is geen onderwerp “Q”"),
        (with_("topics", [{"code": "a"}, {"code": "a"}]), "topics[1].code: “a” staat er twee keer"),
        (with_("topics", [{"code": "a", "group": "b"}]), "topics[0].group: er is geen onderwerp “b”"),
        (
            with_(
                "weights",
                dict.fromkeys(
                    ("topic", "phase", "sector", "age_band", "nearby", "moments", "style", "load", "rest"), 0
                ),
            ),
            "weights: minstens één regel moet meetellen",
        ),
    ],
)
def test_what_does_not_exist_is_refused_with_its_place(document: Any, said: str) -> None:
    assert refused(document).startswith(said)


def test_too_many_pairs_are_refused_before_any_work_is_done() -> None:
    many = {
        **GOOD,
        "parents": [{"id": f"p{one}"} for one in range(2001)],
        "buddies": [{"id": f"b{one}"} for one in range(2000)],
    }

    assert refused(many) == "het bestand: is te groot: hoogstens 4 miljoen paren van een ouder en een buddy"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"format": NaN}', '{"format": "\\ud800"}', "1" * 5000])
def test_what_is_no_json_is_said(text: str) -> None:
    with pytest.raises(BadPeople, match="het bestand: is geen JSON: "):
        read(text, KNOWN)


def test_a_field_that_stands_there_twice_is_refused_with_its_place() -> None:
    text = json.dumps(GOOD).replace('"id": "p2"', '"id": "p2", "id": "p4"')

    with pytest.raises(BadPeople, match=r"parents\[1\]: het veld “id” staat er twee keer"):
        read(text, KNOWN)


def test_refusals_speak_english_too() -> None:
    with speaking("en"):
        assert refused(with_("parents.0.topics", ["Z9"])) == "parents[0].topics[0]: there is no topic “Z9”"
