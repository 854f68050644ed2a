"""What the controls of a form are given to show values, or to show none."""

from dashboard.parts import filled
from domain.forms import Field, FieldKind, Form

FORM = Form("sample", tuple(Field(kind.value, kind, kind.value) for kind in FieldKind))


def test_an_emptied_form_leaves_nothing_standing() -> None:
    empty = dict(zip((one.kind for one in FORM.fields), filled(FORM, {}), strict=True))

    assert {kind for kind, value in empty.items() if value is None} == {FieldKind.DATE, FieldKind.CHOICE}


def test_a_form_shows_what_it_is_given() -> None:
    assert filled(FORM, {"text": "Belronde", "yes_no": True})[0] == "Belronde"
    assert ["yes"] in filled(FORM, {"text": "Belronde", "yes_no": True})
