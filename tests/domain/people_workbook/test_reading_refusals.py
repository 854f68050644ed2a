"""What is wrong in a workbook with people is said in one sentence with its place."""

from datetime import date
from typing import Any

import pytest

from domain.people_workbook.columns import BadWorkbook
from domain.people_workbook.reading import Workbook, read
from i18n import speaking
from tests.domain.people_workbook.sample import BUDDIES, PARENTS, Rows, book, known


def refused(content: bytes) -> str:
    with pytest.raises(BadWorkbook) as wrong:
        read(content, known())
    return str(wrong.value)


@pytest.mark.parametrize(
    ("header", "cell", "said"),
    [
        ("Thema", "Autsme", "er is geen onderwerp “Autsme” (bedoelt u “Autisme”?)"),
        ("Plaats", "Zzz", "er is geen gemeente “Zzz”"),
        ("Momenten", "di- en woavond", "schrijf elk moment van “di- en woavond” voluit"),
        ("Onderwijs", "basisonderwijs, mbo", "“basisonderwijs, mbo” is er meer dan één; kies er één"),
        ("Wachtdagen", "lang", "“lang” is geen heel getal"),
        ("Wachtdagen", True, "“True” is geen heel getal"),
        ("Wachtdagen", 1.5, "“1.5” is geen heel getal"),
        ("Wachtdagen", 10**12, "“1000000000000” is geen heel getal"),
        ("Wachtdagen", 30000, "moet een heel getal zijn van 0 tot 20000"),
        ("Wacht sinds", "31-2-2026", "“31-2-2026” is geen dag, zoals 24-11-2026"),
        ("Wacht sinds", date(2027, 1, 1), "deze dag is na 2026-11-24"),
        ("Haast", 5, "moet een heel getal zijn van 0 tot 2"),
        ("Niet met", "b7", "er is geen buddy “b7”"),
        ("Toestemming", "misschien", "“misschien” moet ja of nee zijn"),
    ],
)
def test_a_cell_that_cannot_be_used_is_one_sentence_with_its_place(header: str, cell: Any, said: str) -> None:
    content = book(parents=(("Nr", header), ("p1", cell)))

    assert refused(content) == f"blad “Ouders”, rij 2, kolom “{header}”: {said}"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((("Onderwerp", "Taal"), ("F6", "nl")), ": er is geen kolom “Nummer”"),
        ((("Nr", "Taal", "Talen"), ("p1", "nl", "nl")), ": kolom “Talen” staat er twee keer"),
        ((("Nr", "Taal"),), ": er staat niemand in"),
        ((("Nr", "Taal"), (None, "nl")), ", rij 2, kolom “Nr”: hier staat niets, maar in de rij wel"),
        ((("Nr", "Taal"), (1, "nl"), (1, "nl")), ", rij 3, kolom “Nr”: “1” staat er twee keer"),
    ],
)
def test_a_sheet_that_cannot_be_used_is_one_sentence_with_its_place(rows: Rows, said: str) -> None:
    assert refused(book(parents=rows)) == f"blad “Ouders”{said}"


@pytest.mark.parametrize(
    ("name", "rows", "said"),
    [
        ("Regels", (("Regel", "Gewicht"), ("Geluk", 3)), ", kolom “Regel”: er is geen regel “Geluk”"),
        ("Regels", (("Regel", "Telt"), ("Rust", -3)), ", kolom “Telt”: moet een heel getal zijn van 0 tot 1000"),
        ("Gemeenten", (("Gemeente",), ("Hoorn",)), ": geef de breedtegraad en de lengtegraad van het midden"),
        (
            "Gemeenten",
            (("Gemeente", "Lat", "Lon"), ("Hoorn", 152, 5)),
            ", kolom “Lat”: moet een getal zijn van -90 tot 90",
        ),
        ("Onderwerpen", (("Code", "Hoort bij"), ("X", "Y")), ", kolom “Hoort bij”: er is geen onderwerp “Y”"),
    ],
)
def test_what_is_wrong_on_a_sheet_of_ones_own_has_its_place_too(name: str, rows: Rows, said: str) -> None:
    content = book({"Ouders": (("Nr",), ("p1",)), "Buddy's": (("Nr",), ("b1",)), name: rows})

    assert refused(content) == f"blad “{name}”, rij 2{said}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (book({"Ouders": PARENTS}), "er is geen blad “Buddy's”, of het is leeg (wel: Ouders)"),
        (
            book({"Ouders": PARENTS, "Parents": PARENTS, "Buddy's": BUDDIES}),
            "blad “Parents”: blad “Ouders” gaat over hetzelfde",
        ),
        (b"", "Dit bestand is leeg."),
        (b"PK\x03\x04 half", "Dit bestand kunnen we niet lezen. Bewaar het als Excel-werkmap (.xlsx) of als CSV."),
        (b"a;b\n1;2\n", "er is geen blad “Ouders”, of het is leeg (wel: –)"),
    ],
)
def test_what_is_no_workbook_with_people_is_said(content: bytes, said: str) -> None:
    assert refused(content) == said


def test_problems_are_told_in_english_too() -> None:
    with speaking("en"):
        assert refused(book(parents=(("Nr", "Place"), (1, "Zzz")))) == (
            "sheet “Ouders”, row 2, column “Place”: there is no municipality “Zzz”"
        )


def test_every_cut_of_a_workbook_is_refused_and_never_breaks() -> None:
    whole = book()

    for length in range(0, len(whole) - 1, 97):
        refused(whole[:length])


def test_a_place_outside_every_sheet_is_the_workbook() -> None:
    assert Workbook({}).where(()) == "de werkmap"
