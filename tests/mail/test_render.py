"""The text of letters: placeholders are declared, values are filled in once, empty lines fall out."""

import pytest

from mail.render import Problem, Wording, check, fill
from mail.templates import Template, standard


def test_a_value_is_filled_in_and_never_read_again() -> None:
    wording = Wording("Dag {naam}", "Beste {naam},\n\nTot {wanneer}.\n")

    filled = fill(wording, {"naam": "{wanneer} {0.__class__}", "wanneer": "dinsdag"})

    assert filled == Wording("Dag {wanneer} {0.__class__}", "Beste {wanneer} {0.__class__},\n\nTot dinsdag.\n")


def test_a_line_whose_placeholders_are_all_empty_is_left_out() -> None:
    wording = Wording("Titel", "Waar: {waar}\nTelefoon: {telefoon}\n\nLift: {toegang}\n\nTot dan")

    filled = fill(wording, {"waar": "De Wilg", "telefoon": "", "toegang": " "})

    assert filled.body == "Waar: De Wilg\n\nTot dan\n"


def test_a_title_stays_on_one_line() -> None:
    filled = fill(Wording("Over {wat}", "x"), {"wat": "thee\r\nBcc: iemand@example.nl"})

    assert filled.title == "Over thee Bcc: iemand@example.nl"


def test_a_placeholder_without_a_value_is_a_bug() -> None:
    with pytest.raises(KeyError):
        fill(Wording("Titel", "{onbekend}"), {})


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Beste {naam}, klik op {link}", []),
        ("  \n ", [Problem("letter.empty")]),
        ("x" * 5001, [Problem("letter.too_long")]),
        ("{link} {naem} {naem} {}", [Problem("letter.unknown_field", ("naem", ""))]),
        ("Beste {naam}", [Problem("letter.missing_field", ("link",))]),
        ("{link} {naam", [Problem("letter.loose_brace")]),
        ("{naam.__class__} {link}", [Problem("letter.unknown_field", ("naam.__class__",))]),
    ],
)
def test_a_text_of_staff_is_checked_before_it_is_kept(text: str, problems: list[Problem]) -> None:
    found = check(text, ("naam", "link"), needed=("link",))

    assert found == problems


@pytest.mark.parametrize("template", standard(), ids=lambda template: template.key)
def test_every_letter_that_comes_with_us_is_right_in_every_language(template: Template) -> None:
    problems = {
        language: check(wording.title, template.fields) + check(wording.body, template.fields, needed=template.needed)
        for language, wording in template.wordings.items()
    }

    assert problems == {"nl": [], "en": []}
