"""A dictionary suggests themes by words in any form, and says which."""

import pytest

from trends.themes import Dictionary, base, suggestions

BULLYING = Dictionary("bullying", ("pesten", "geen vrienden", "buitensluit*"))
WAITING = Dictionary("waiting", ("wachten", "wachtlijst*"))


def because(text: str) -> dict[str, tuple[str, ...]]:
    return {one.theme: one.because for one in suggestions(text, [BULLYING, WAITING])}


@pytest.mark.parametrize("text", ["Hij werd gepest.", "Zij PESTTE mij", "het pesten, elke dag"])
def test_a_word_is_found_in_any_form(text: str) -> None:
    assert list(because(text)) == ["bullying"]


@pytest.mark.parametrize(
    "text", ["wij wachtten", "wij hebben gewacht", "zij wacht al", "ik wachtte", "dat wachten", "wachtlijsten"]
)
def test_waiting_is_found_in_any_form_though_a_dictionary_has_it_as_a_noun_too(text: str) -> None:
    assert list(because(text)) == ["waiting"]


@pytest.mark.parametrize(
    "text", ["het wachtwoord", "wij verwachtten meer", "ik wou afwachten", "een nacht zonder slaap"]
)
def test_waiting_is_not_found_in_words_that_only_look_like_it(text: str) -> None:
    assert because(text) == {}


@pytest.mark.parametrize(
    "theirs", ["pak pakken pakte gepakt", "verwijt verwijten verweten", "stap stapte gestapt stappen"]
)
def test_all_forms_of_a_word_have_one_base(theirs: str) -> None:
    assert len({base(one) for one in theirs.split()}) == 1


def test_a_base_is_its_own_base() -> None:
    assert [base(base(one)) for one in ("wacht", "kuise", "slee")] == [base(one) for one in ("wacht", "kuise", "slee")]


def test_a_star_finds_a_form_that_begins_otherwise() -> None:
    assert suggestions("Hij heeft thuisgezeten.", [Dictionary("at_home", ("thuiszit*",))])


def test_the_reason_is_the_words_as_they_stand_there() -> None:
    assert because("Hij had geen Vrienden en werd gepest. Gepest!") == {"bullying": ("gepest", "geen Vrienden")}


def test_words_of_a_phrase_must_follow_each_other() -> None:
    assert because("Hij had geen fijne vrienden") == {}


def test_a_star_is_any_ending_and_without_one_a_longer_word_is_another_word() -> None:
    assert because("wachtlijstbeheer en wachtkamer en pestpaal") == {"waiting": ("wachtlijstbeheer",)}


def test_most_words_come_first_and_equals_stay_in_their_order() -> None:
    one_each = suggestions("gepest op de wachtlijst", [WAITING, BULLYING])
    more = suggestions("gepest, geen vrienden, wachtlijst", [WAITING, BULLYING])

    assert [one.theme for one in one_each] == ["waiting", "bullying"]
    assert [one.theme for one in more] == ["bullying", "waiting"]


def test_nothing_in_it_suggests_nothing() -> None:
    assert suggestions("", [BULLYING]) == ()
    assert suggestions("gepest", [Dictionary("empty", ())]) == ()
