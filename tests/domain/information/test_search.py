"""Finding that forgives typing mistakes, other words and words written apart."""

import pytest

from domain.information.contents import documents
from domain.information.places import place_in
from domain.information.search import Because, Document, Index, Where
from i18n import use_language
from store.database import Database
from store.queries import choices

TEXTS = [
    Document("/a", "Pesten", "topic", {Where.TITLE: "Pesten", Where.TEXT: "Elke school heeft regels."}),
    Document("/b", "De school", "topic", {Where.TITLE: "De school", Where.TOPIC: "schoolkeuze, niet naar school"}),
    Document("/c", "Thuis", "topic", {Where.TITLE: "Uw kind is thuis", Where.TOPIC: "thuiszitten"}),
]


@pytest.fixture
def starting(sqlite: Database) -> Index:
    """What a new support point has to search in."""
    with sqlite.reading() as session:
        return Index(documents(session), "nl")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("toelaatbaarhijdsverklaring", "/woordenlijst#tlv"),
        ("toelaatbaarheids verklaring", "/woordenlijst#tlv"),
        ("tuiszitten", "/informatie/thuis-zonder-school"),
        ("gepest", "/informatie/pesten"),
        ("hoogbegaaft", "/informatie/hoogbegaafd"),
        ("shorsing", "/informatie/schorsing-en-verwijdering"),
        ("mijn kind wil niet naar school", "/informatie/thuis-zonder-school"),
        ("school zegt nee", "/informatie/zorgplicht"),
        ("advies groep 8", "/informatie/naar-de-middelbare-school"),
        ("ik ben zo moe", "/informatie/zorg-voor-uzelf"),
        ("taxi", "/vraag-en-antwoord#hoe-krijg-ik-leerlingenvervoer"),
        ("schoolvervoer", "/vraag-en-antwoord#hoe-krijg-ik-leerlingenvervoer"),
        ("autisme", "/vraag-en-antwoord#mijn-kind-heeft-een-diagnose"),
        ("dyslexi", "/vraag-en-antwoord#mijn-kind-heeft-een-diagnose"),
        ("vrijstelling 5 onder a", "/vraag-en-antwoord#vrijstelling-van-de-leerplicht"),
        ("HOOGBEGAAFD", "/informatie/hoogbegaafd"),
    ],
)
def test_what_parents_type_finds_what_they_mean(starting: Index, asked: str, first: str) -> None:
    assert starting.find(asked)[0].document.address == first


def test_english_is_searched_in_english(sqlite: Database) -> None:
    use_language("en")
    with sqlite.reading() as session:
        index = Index(documents(session), "en")

    assert index.find("my son is bulied")[0].document.address == "/informatie/pesten"


@pytest.mark.parametrize("asked", ["", "   ", "de het een", "xyzzyq", "😀", "%_'\";--", "q" * 5000])
def test_what_means_nothing_finds_nothing(starting: Index, asked: str) -> None:
    assert starting.find(asked) == ()


def test_it_says_why_something_was_found() -> None:
    (hit,) = Index(TEXTS, "nl").find("gepest")

    assert hit.because == (Because("pesten", Where.TITLE),)


def test_a_word_that_only_holds_another_does_not_win_from_the_word_itself() -> None:
    assert [hit.document.address for hit in Index(TEXTS, "nl").find("school")][:1] == ["/b"]


def test_a_whole_saying_outranks_its_words() -> None:
    assert Index(TEXTS, "nl").find("mijn kind wil niet naar school")[0].document.address == "/b"


def test_a_short_word_has_no_typing_mistakes() -> None:
    assert Index([Document("/o", "OPP", "word", {Where.TITLE: "opp"})], "nl").find("oop") == ()


@pytest.mark.parametrize(
    ("asked", "municipality", "rest"),
    [
        ("oudercafé in Schoorl", "Bergen (NH.)", "oudercafe in"),
        ("egmond aan zee", "Bergen (NH.)", ""),
        ("egmond aan de hoef", "Bergen (NH.)", ""),
        ("st pancras", "Dijk en Waard", ""),
        ("sint pancars", "Dijk en Waard", ""),
        ("scharwoude", "Dijk en Waard", ""),
        ("egmond", "Bergen (NH.)", ""),
        ("alkmar", "Alkmaar", ""),
        ("school", "", "school"),
        ("pesten", "", "pesten"),
    ],
)
def test_villages_and_old_names_are_places_and_words_are_not(
    sqlite: Database, starting: Index, asked: str, municipality: str, rest: str
) -> None:
    with sqlite.reading() as session:
        placed = place_in(asked, choices.place_names(session), starting.knows)
        names = {one.code: one.name for one in choices.municipalities(session)}

    assert (names.get(placed.code, ""), placed.rest) == (municipality, rest)
