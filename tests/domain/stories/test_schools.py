"""A list of schools, pasted as it comes, kept by one person at a time, and used in stories at once."""

from datetime import datetime

import pytest

from domain.refused import Refused
from domain.stories import detecting, schools
from domain.stories.finding.spans import Kind
from store.database import Database
from store.models import JournalLine
from store.queries.stories import known_names
from tests.make import COORDINATOR
from tests.racing import just_behind
from tests.stories import MODERATOR

NOTHING = schools.fingerprint(())


@pytest.mark.parametrize(
    "words",
    [
        "De Regenboog\n\n- Jan Arentsz \nde regenboog\n",
        "De Regenboog;Alkmaar\nJan Arentsz;Heiloo",
        "BRIN;Naam;Plaats\n12AB00;De Regenboog;Alkmaar\n13CD01;Jan Arentsz;Heiloo",
        'Instellingsnaam,Plaats\n"De Regenboog",Alkmaar\nJan Arentsz,Heiloo',
        "12AB\tDe Regenboog\t1823 AB\r\n13CD\tJan Arentsz\t1851 XY",
    ],
)
def test_a_list_is_read_as_it_comes(words: str) -> None:
    assert schools.read(words) == schools.Listed(("De Regenboog", "Jan Arentsz"))


@pytest.mark.parametrize("mark", ['"De Zon', '"' + "De Zon " * 30000])
def test_a_quotation_mark_that_is_not_closed_swallows_no_school(mark: str) -> None:
    assert schools.read(f"De Boog\n{mark}\nHet Veld").names[-1] == "Het Veld"


def test_a_name_may_hold_a_comma() -> None:
    assert schools.read("Regenboog, De").names == ("Regenboog, De",)


def test_a_line_that_is_no_name_is_skipped_with_its_reason() -> None:
    found = schools.read("De Vlieger\n12\nde school\n" + "x" * 121)

    assert found.names == ("De Vlieger",)
    assert [(one.number, one.why) for one in found.skipped] == [
        (2, "Hier staat geen naam."),
        (3, "Dit is te algemeen: zo heet elke school."),
        (4, "Dit is te lang voor een naam."),
    ]


def test_a_school_is_found_in_stories_at_once(database: Database, now: datetime) -> None:
    text, walk = "hij zat op hofstede zonneweelde, nu op de brug.", "wij liepen over de brug."
    with database.writing() as session:
        schools.change(session, "Obs Hofstede Zonneweelde\nDe Brug", seen=NOTHING, by=COORDINATOR, now=now)

    with database.reading() as session:
        found, not_there = detecting.detect(session, text), detecting.detect(session, walk)

    assert [(one.of(text), one.kind) for one in found] == [
        ("hofstede zonneweelde", Kind.SCHOOL),
        ("de brug", Kind.SCHOOL),
    ]
    assert not_there == ()


def test_a_list_replaces_the_one_before_and_the_journal_tells_once(database: Database, now: datetime) -> None:
    for words in ("De Brug\nDe Vlieger", "De Vlieger\nHet Baken", "De Vlieger\nHet Baken"):
        with database.writing() as session:
            seen = schools.fingerprint(known_names.schools(session))
            schools.change(session, words, seen=seen, by=COORDINATOR, now=now)

    with database.reading() as session:
        kinds = [one.kind for one in session.query(JournalLine)]
        assert (known_names.schools(session), kinds) == (("De Vlieger", "Het Baken"), ["schools.changed"] * 2)


def test_who_saves_second_is_told_and_nothing_is_overwritten(database: Database, now: datetime) -> None:
    with database.writing() as session:
        schools.change(session, "De Brug", seen=NOTHING, by=COORDINATOR, now=now)

    with pytest.raises(Refused, match="changed_meanwhile"), database.writing() as session:
        schools.change(session, "De Vlieger", seen=NOTHING, by=COORDINATOR, now=now)

    with database.reading() as session:
        assert known_names.schools(session) == ("De Brug",)


@pytest.mark.parametrize("second", ["De Brug", "Het Baken"])
def test_two_first_lists_at_once_are_told_apart(database: Database, now: datetime, second: str) -> None:
    lists = ("De Brug\nDe Vlieger", second)
    heard = just_behind(
        database, lambda session, who: schools.change(session, lists[who], seen=NOTHING, by=COORDINATOR, now=now)
    )

    with database.reading() as session:
        kept = known_names.schools(session)
    assert (heard, kept) == ("schools.changed_meanwhile", ("De Brug", "De Vlieger"))


def test_two_lists_go_together() -> None:
    assert schools.merged(["A", "B"], ["A", "B", "mine"], ["B", "theirs"]) == ("B", "mine", "theirs")


def test_too_many_are_refused(sqlite: Database, now: datetime) -> None:
    words = "\n".join(f"School Zee{chr(97 + n % 26)}{n}" for n in range(schools.MOST + 1))

    with pytest.raises(Refused, match="too_many"), sqlite.writing() as session:
        schools.change(session, words, seen=NOTHING, by=COORDINATOR, now=now)


def test_who_reads_stories_only_does_not_change_the_list(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused), sqlite.writing() as session:
        schools.change(session, "De Brug", seen=NOTHING, by=MODERATOR, now=now)


@pytest.mark.parametrize("content", ["Café Zoë".encode(), "Café Zoë".encode("cp1252"), "\ufeffCafé Zoë".encode()])
def test_a_text_file_is_read_however_it_was_saved(content: bytes) -> None:
    assert schools.text_of(content) == "Café Zoë"


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(Refused, match="no_text"):
        schools.text_of(b"PK\x03\x04\x00\x00")
