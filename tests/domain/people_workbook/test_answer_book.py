"""The answer as a workbook: what a coordinator reads, in which order, and safe to open."""

import io

from openpyxl import Workbook, load_workbook

from domain.people_workbook import answer_book, looks
from domain.people_workbook.reading import read
from i18n import speaking
from matching.people_file.answer import answer
from tests.domain.people_workbook.sample import TODAY, Rows, book, known, values

PARENTS: Rows = (
    ("Nr", "Onderwerp", "Wachtdagen", "Naam"),
    ("p10", "Autisme", 3, "x"),
    ("p9", "Autisme", 30, "y"),
    ("p2", "Schorsing", 0, "z"),
)
BUDDIES: Rows = (("Nr", "Ervaring met", "Max"), ("+b1", "Autisme", 1), ("b2", "Hoorrecht van de leerling", 2))


def solved(*, why: tuple[str, ...] = ()) -> bytes:
    people, workbook = read(book(parents=PARENTS, buddies=BUDDIES), known())
    return answer_book.workbook(answer(people, why=why), workbook, TODAY)


def test_each_match_has_its_fit_of_a_hundred_and_its_reasons() -> None:
    header, *rows = values(solved(), "Koppelingen")

    assert header == ("Ouder", "Buddy", "Past (van 100)", "Wacht (weken)", "Waarom deze buddy", "Let op")
    assert [row[:4] for row in rows] == [("p9", "+b1", 100, 4)]
    assert rows[0][4].startswith("Deelt het onderwerp. Heeft het achter de rug.")


def test_who_has_nobody_yet_reads_why_and_what_would_help() -> None:
    rows = {row[0]: row for row in values(solved(), "Zonder buddy")[1:]}

    assert list(rows) == ["p10", "p2"]
    assert rows["p10"][2] == "Er past 1 buddy, maar die is nodig voor een ouder die niet later aan de beurt is."
    assert rows["p10"][4].startswith("Als +b1 nog één ouder erbij wil, past +b1.")
    assert rows["p2"][3] == "2 buddy's hebben geen ervaring met zo'n onderwerp."


def test_buddies_have_their_load_before_and_after_in_the_order_of_the_workbook() -> None:
    assert values(solved(), "Buddy's") == [
        ("Buddy", "Heeft nu", "Krijgt erbij", "Heeft dan", "Wil hoogstens"),
        ("+b1", 0, 1, 1, 1),
        ("b2", 0, 0, 0, 2),
    ]


def test_how_it_was_done_has_the_proof_the_weights_and_what_was_not_used() -> None:
    story = dict(values(solved(), "Hoe het ging")[1:])

    assert story["Ouders"] == "1 krijgen een buddy, 2 nog niet"
    assert story["Is dit de beste verdeling?"].startswith("Ja, dat is nagerekend.")
    assert story["Onderwerp"].startswith("Telt voor 35.")
    assert story["Niet gebruikt"] == "Blad “Ouders”, kolom “Naam”"


def test_a_pair_that_was_asked_about_has_its_cost() -> None:
    rows = values(solved(why=("p10:+b1", "p2:b2")), "Wat als")[1:]

    assert rows[0] == (
        "p10", "+b1", "Dan gaat een ouder die korter wacht voor op een ouder die langer wacht of meer haast heeft.",
        "p9 krijgt dan geen buddy (nu +b1).",
    )  # fmt: skip
    assert rows[1][2] == "Dit kan niet: b2 heeft geen ervaring met zo'n onderwerp."


def test_no_text_becomes_a_formula() -> None:
    sheet = load_workbook(io.BytesIO(solved()))["Koppelingen"]

    assert (sheet["B2"].data_type, sheet["B2"].quotePrefix) == ("s", True)


def test_the_header_stays_in_view_and_text_wraps() -> None:
    sheet = load_workbook(io.BytesIO(solved()))["Zonder buddy"]

    assert (sheet.freeze_panes, sheet["C2"].alignment.wrap_text, sheet.auto_filter.ref) == ("B2", True, "A1:E3")


def test_the_workbook_speaks_english_too() -> None:
    with speaking("en"):
        content = solved()

    assert load_workbook(io.BytesIO(content)).sheetnames == ["Matches", "Without a buddy", "Buddies", "How it went"]


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    sheet = looks.add(Workbook(), "x", (looks.Head("=SUM(A1)", 10),), [("=1+1",), ("#N/A",), ("-",)])

    assert [cell.data_type for (cell,) in sheet.iter_rows()] == ["s", "s", "s", "s"]
