"""What people type and paste into a form, as it is kept or as a sentence about what is wrong."""

import pytest

from domain.checking import check
from domain.forms import Field, FieldKind, Form

FORM = Form("reach", (Field("phone", FieldKind.PHONE, "Telefoon"), Field("email", FieldKind.MAIL, "E-mailadres")))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202a06 12345678\u202c", "06 12345678"),  # from a list of contacts
        ("06\u00a012345678", "0612345678"),
        ("06\u201112345678", "06\u201112345678"),
        ("06.12.34.56.78", "06.12.34.56.78"),
        ("+31 (0)6 12345678", "+31 (0)6 12345678"),
        ("0800 1234", "0800 1234"),
    ],
)
def test_a_number_that_looks_right_is_right(typed: str, kept: str) -> None:
    assert check(FORM, {"phone": typed}).text("phone") == kept


@pytest.mark.parametrize("typed", ["--------", "0612 345", "06 12345678 na vier uur"])
def test_what_nobody_can_phone_is_said(typed: str) -> None:
    assert "klopt niet" in check(FORM, {"phone": typed}).errors["phone"]


def test_signs_that_nobody_sees_are_taken_out_of_an_address() -> None:
    assert check(FORM, {"email": "\u200enaam@voorbeeld.nl\u200b"}).text("email") == "naam@voorbeeld.nl"
