"""Two people in one form."""

from domain.edits import Edit, meanwhile, same

OPENED: dict[str, object] = {"title": "Slaapcafé", "seats": 12, "topics": ["F1", "A5"], "address": ""}


def test_what_the_other_changed_and_you_did_not_touch_is_no_clash() -> None:
    found = meanwhile(OPENED, OPENED, OPENED, {**OPENED, "seats": 20})

    assert found == (Edit("seats", 20, None),)
    assert not found[0].clashes


def test_what_you_both_changed_clashes() -> None:
    found = meanwhile(OPENED, OPENED, {**OPENED, "title": "Slaap lekker"}, {**OPENED, "title": "Slaap"})

    assert found == (Edit("title", "Slaap", "Slaap lekker"),)


def test_the_same_change_and_your_own_are_no_difference() -> None:
    typed = {**OPENED, "seats": "20", "address": "Kerkstraat 1"}

    assert meanwhile(OPENED, OPENED, typed, {**OPENED, "seats": 20}) == ()


def test_emptying_a_field_that_the_other_filled_differently_clashes() -> None:
    (edit,) = meanwhile(["title"], OPENED, {"title": ""}, {"title": "Slaap"})

    assert edit.clashes


def test_nothing_is_nothing_and_choices_have_no_order() -> None:
    assert same(None, "")
    assert same([], None)
    assert same(["F1", "A5"], ("A5", "F1"))
    assert not same(0, None)
