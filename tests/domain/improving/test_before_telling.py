"""What to look at once more before parents read it."""

import pytest

from domain.improving.before_telling import signs


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Scholen bellen sinds 2025 eerder.", ()),
        ("Mail naar jan@school.nl", ("mail",)),
        ("Bel 06 12345678 of 072-1234567", ("phone",)),
        ("Het ging om 7 kinderen.", ("number",)),
        ("In 2026 kwamen 120 ouders.", ("number",)),
    ],
)
def test_mail_phone_and_numbers_are_noticed_and_years_are_not(words: str, found: tuple[str, ...]) -> None:
    assert signs("Titel", words) == found
