"""The reasons in words, as a coordinator reads them."""

from dataclasses import replace

import pytest

from i18n import speaking
from matching.explain import SENTENCES, concerns, moment, reasons, why_nobody, why_not
from matching.hard import HARD_RULES
from matching.people import Contact, Daypart, Need, Offer
from matching.rank import Part, Ranking, Scored, rank
from matching.rules import RULES
from matching.topics import around
from tests.matching.people import DEFAULTS, GRAPH, HEILOO, NEED, OFFER, TUESDAY_EVENING

PHONE = frozenset({Contact.PHONE})


def words(rule: str, need: Need, offer: Offer) -> str:
    only = {each.key: 0 for each in RULES} | {rule: 1}
    (scored,) = rank(need, [offer], only).shortlist
    (said,) = reasons(scored) + concerns(scored)
    return said


def test_the_best_reason_comes_first() -> None:
    (scored,) = rank(NEED, [replace(OFFER, place=HEILOO, load=1)], DEFAULTS).shortlist

    assert reasons(scored) == (
        "Deelt het onderwerp",
        "Kent dit soort onderwijs",
        "Kan op dinsdagavond en donderdagochtend",
        "Woont op ongeveer 4 km",
        "Heeft het achter de rug",
        "Kent deze leeftijd",
        "Helpt op de manier die de ouder zoekt",
        "Had nog geen koppeling",
        "Heeft nu 1 koppeling en nog plek",
    )


def test_the_concern_that_costs_most_comes_first() -> None:
    offer = replace(OFFER, sectors=frozenset(), style="coach", days_since_last_match=3)

    (scored,) = rank(NEED, [offer], DEFAULTS).shortlist

    assert concerns(scored) == (
        "Kent dit soort onderwijs niet uit ervaring",
        "Helpt liever op een andere manier",
        "Kreeg 3 dagen geleden een koppeling",
    )


TWO_TOPICS = replace(NEED, topics=around(GRAPH, {"F1", "E1"}))
AVOIDS = replace(NEED, avoid_own_municipality=True)
WEEK = frozenset((weekday, Daypart.EVENING) for weekday in range(7))


@pytest.mark.parametrize(
    ("rule", "need", "offer", "said"),
    [
        ("topic", TWO_TOPICS, replace(OFFER, topics=frozenset({"F1", "E1"})), "Deelt 2 van de 2 onderwerpen"),
        ("topic", TWO_TOPICS, OFFER, "Deelt 1 van de 2 onderwerpen"),
        ("topic", NEED, replace(OFFER, topics=frozenset({"F2"})), "Heeft ervaring met iets wat erop lijkt"),
        ("nearby", NEED, OFFER, "Woont in dezelfde gemeente"),
        ("nearby", AVOIDS, OFFER, "Woont in dezelfde gemeente; de ouder wil dat liever niet"),
        (
            "nearby",
            AVOIDS,
            replace(OFFER, place=HEILOO, contact_modes=PHONE),
            "Woont in een andere gemeente, zoals gevraagd",
        ),
        ("moments", NEED, replace(OFFER, moments=frozenset({TUESDAY_EVENING})), "Kan op dinsdagavond"),
        ("moments", NEED, replace(OFFER, moments=frozenset()), "Er is nog geen moment waarop beiden kunnen"),
        (
            "moments",
            replace(NEED, moments=WEEK),
            replace(OFFER, moments=WEEK),
            "Kan op maandagavond, dinsdagavond en nog 5 momenten",
        ),
        ("load", NEED, OFFER, "Heeft nu geen andere koppeling"),
        ("load", NEED, replace(OFFER, load=2, max_load=3), "Heeft nu 2 koppelingen en nog plek"),
        ("rest", NEED, replace(OFFER, days_since_last_match=1), "Kreeg 1 dag geleden een koppeling"),
        ("rest", NEED, replace(OFFER, days_since_last_match=90), "Kreeg een maand of langer geen koppeling"),
    ],
)
def test_a_part_says_what_it_found(rule: str, need: Need, offer: Offer, said: str) -> None:
    assert words(rule, need, offer) == said


def test_every_rule_can_be_put_into_words() -> None:
    assert list(SENTENCES) == [rule.key for rule in RULES]


def test_a_stored_part_of_a_rule_that_no_longer_exists_is_left_out() -> None:
    scored = Scored(1, 500, (Part("star_sign", 1000, 10, 500, {}),))

    assert reasons(scored) == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_speaks_in_every_language(language: str) -> None:
    with speaking(language):
        said = [str(text) for rule in RULES for text in (rule.label, rule.help)]
        said += [text for rule in HARD_RULES for text in (str(rule.text), rule.counted(1), rule.counted(3))]

    assert [text for text in said if not text or "{" in text] == []


def test_why_not_this_buddy_names_each_obstacle() -> None:
    assert why_not(["language", "full"]) == ("heeft geen plek meer", "spreekt geen gedeelde taal")


def test_why_nobody_counts_the_most_common_obstacle_first() -> None:
    some = [replace(OFFER, buddy_id=buddy_id, languages=frozenset({"ar"})) for buddy_id in (1, 2, 3)]
    some[0] = replace(some[0], paused=True)

    assert why_nobody(rank(NEED, some, DEFAULTS)) == (
        "3 buddy's spreken geen gedeelde taal",
        "1 buddy is even met pauze",
    )


def test_why_nobody_says_so_when_there_are_no_buddies_at_all() -> None:
    assert why_nobody(Ranking((), ())) == ("Er zijn nog geen buddy's.",)


def test_why_nobody_is_silent_when_somebody_fits() -> None:
    assert why_nobody(rank(NEED, [OFFER, replace(OFFER, buddy_id=2, paused=True)], DEFAULTS)) == ()


def test_a_moment_reads_as_one_word_in_dutch() -> None:
    assert moment(6, "afternoon") == "zondagmiddag"
