"""What a note is warned about: signs of a person, and not every number or capital."""

import pytest

from domain.register.personal import signs


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Bel terug op 06-12345678", ("phone",)),
        ("072 512 3456 na vieren", ("phone",)),
        ("+31 6 1234 5678", ("phone",)),
        ("Mailen naar farida@voorbeeld.nl.", ("mail",)),
        ("BSN 123456782", ("citizen_number",)),
        ("1821 AB 12 in Alkmaar", ("address",)),
        ("1821ab 12", ("address",)),
        ("Woont Kerkstraat 12", ("address",)),
        ("Geboren op 3 mei", ("birth_date",)),
        ("3-5-2017", ("birth_date",)),
        ("12 november 2015", ("birth_date",)),
        ("Mevrouw Jansen belt terug", ("name",)),
        ("dhr. van der Berg", ("name",)),
        ("Het gaat om zoon Daan", ("name",)),
        ("Zit op basisschool De Regenboog", ("school",)),
        ("Van het Murmellius College", ("school",)),
        ("naar de Regenboogschool", ("school",)),
    ],
)
def test_signs_of_a_person_are_seen(note: str, found: tuple[str, ...]) -> None:
    assert signs(note) == found


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Moeder wil een second opinion over het advies.",
        "Basisschool in Alkmaar; 25 minuten, groep 7.",
        "In 2026 en 2027 al twee keer gebeld.",
        "Mevrouw belt volgende week terug",
        "Gesprek op 12 november om 10.30 uur",
        "School is vol, wachtlijst van 14 kinderen",
        "TLV aangevraagd in week 47",
        "Zoon zit thuis sinds 3 weken",
    ],
)
def test_what_says_nothing_about_a_person_is_left_alone(note: str) -> None:
    assert signs(note) == ()
