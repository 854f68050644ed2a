"""What is found in a text, by kind; what is an ordinary word stays."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.stories.finding.find import find
from domain.stories.finding.known import known
from domain.stories.finding.spans import Kind

PLACES = known([("Alkmaar", Kind.PLACE), ("Bergen", Kind.PLACE), ("Anneke Visser", Kind.NAME)])


def found(text: str) -> list[tuple[str, str]]:
    return [(span.of(text), span.kind.value) for span in find(text, PLACES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bel 06-12345678 of 072 511 22 33.", [("06-12345678", "phone"), ("072 511 22 33", "phone")]),
        ("Mail naar jan@school.nl of kijk op www.school.nl/klas.",
         [("jan@school.nl", "mail"), ("www.school.nl/klas", "link")]),
        ("Mail jan@school.co.nl. Of (piet@school.nl), toch?",
         [("jan@school.co.nl", "mail"), ("piet@school.nl", "mail")]),
        ("Zijn nummer is 123456782.", [("123456782", "number")]),
        ("Wij wonen op Dorpsstraat 12 a, 1811 AB.", [("Dorpsstraat 12 a", "address"), ("1811 AB", "address")]),
        ("Op 12 maart 2024 en op 3-4-2023.", [("12 maart 2024", "date"), ("3-4-2023", "date")]),
        ("Zij is 9 jaar oud, hij is elf.", [("9 jaar oud", "age"), ("elf", "age")]),
        ("Volg @juf_els maar.", [("@juf_els", "link")]),
    ],
)  # fmt: skip
def test_what_has_a_form_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mijn zoon xavi wil niet.", ["xavi"]),
        ("Toen kwam juf Zwaantje erbij.", ["Zwaantje"]),
        ("Hij heet Nahom.", ["Nahom"]),
        ("Ik sprak met Karim van der Berg.", ["Karim van der Berg"]),
        ("MIJN DOCHTER MILA ZIT THUIS.", ["MILA"]),
        ("Roos wilde niet. Ik kocht een roos.", ["Roos"]),
        ("Wil je dat? Bloem is voor brood.", ["Bloem"]),
        ("Dat zei anneke visser.", ["anneke visser"]),
    ],
)
def test_names_are_found_by_what_stands_around_them(text: str, names: list[str]) -> None:
    assert [words for words, _kind in found(text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij zit op De Regenboog.", [("De Regenboog", "school")]),
        ("zij zit op 't kompas", [("'t kompas", "school")]),
        ("Zij ging naar het Petrus College.", [("Petrus College", "school")]),
        ("Wij wonen in alkmaar.", [("alkmaar", "place")]),
        ("In de bergen is het stil, in Bergen ook.", [("Bergen", "place")]),
    ],
)
def test_schools_and_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik sprak meneer de Vries van de leerplicht.", [("de Vries", "name")]),
        ("Ik sprak meneer de vries van de leerplicht.", [("de vries", "name")]),
        ("Ik belde mevrouw De Boer. Toen belde De Boer weer.", [("De Boer", "name"), ("De Boer", "name")]),
        ("Toen kwam juf de Wit van De Regenboog.", [("de Wit", "name"), ("De Regenboog", "school")]),
        ("Ik sprak de juf van De Regenboog.", [("De Regenboog", "school")]),
        ("Oom De Groot hielp, mevrouw van den Berg ook.", [("De Groot", "name"), ("van den Berg", "name")]),
        ("Zijn opa van vaders kant las Saskia voor.", [("Saskia", "name")]),
        ("Het was De IB-er Marloes.", [("Marloes", "name")]),
        ("Daar was mevrouw de Voogd.", [("de Voogd", "name")]),
    ],
)
def test_who_is_called_by_a_title_is_a_person_and_no_school(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "who",
    ["IB-er", "IB'er", "ib'er", "RT-er", "Intern Begeleider", "Orthopedagoog", "Juf", "Leerplichtambtenaar",
     "Jeugdarts", "Zorgcoördinator", "Logopediste", "Gemeente", "Leerplicht"],
)  # fmt: skip
def test_a_function_is_nobody_s_name(who: str) -> None:
    assert found(f"De {who} kwam. Toen zei De {who} niets. Ik vroeg het aan de {who}.") == []


def test_a_school_may_be_named_with_a_word_like_any_other() -> None:
    assert found("Hij ging naar De Vlieger, en toen naar Het Kompas.") == [
        ("De Vlieger", "school"),
        ("Het Kompas", "school"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hij ging niet naar school\nIk was boos.",
        "Het OPP en de TLV kwamen te laat. De IB'er zei niets.",
        "Op school zei de directeur: Wacht maar. Ik wacht al 3 jaar.",
        "Een kind van gescheiden ouders. Zes weken thuis. Na vijf maanden hulp.",
        "Niemand belde. Pas in maart. Thuiszitten is zwaar.",
        "We zaten in groep 6 en later in de brugklas van de havo.",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert found(text) == []


def test_what_was_found_once_is_found_everywhere() -> None:
    text = "Mijn zoon Sverre lacht. Toen sverre lachte, lachte ik. Sverres lach."

    assert [words for words, _kind in found(text)] == ["Sverre", "sverre", "Sverres"]


def test_what_was_replaced_is_left_alone() -> None:
    assert found("Mijn zoon [naam 1] zat op [school] in [plaats].") == []


@given(st.text(max_size=300))
def test_spans_are_in_order_and_never_touch(text: str) -> None:
    spans = find(text, PLACES)

    assert all(0 <= one.starts < one.ends <= len(text) for one in spans)
    assert all(one.ends <= after.starts for one, after in pairwise(spans))
