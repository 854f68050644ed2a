"""Which outline is which municipality: the code decides, then the name, and where two fit a person."""

import pytest

from domain.region_names import Which, loose, matched

OURS = {"GM0373": "Bergen", "GM0361": "Alkmaar"}
ALKMAAR = {"naam": "Alkmaar"}
LIMBURG, HOLLAND = {"naam": "Bergen (L.)"}, {"naam": "Bergen (NH.)"}


def test_the_code_decides_before_any_name() -> None:
    outlines = [{"statcode": "GM0893", "naam": "Bergen"}, {"statcode": "GM0373", "naam": "Bergen (NH.)"}, ALKMAAR]

    assert matched(outlines, OURS, {}).places == {"GM0373": (1,), "GM0361": (2,)}


@pytest.mark.parametrize("value", ["gm0373", "0373", "373", 373])
def test_a_code_may_be_written_in_several_ways(value: object) -> None:
    assert matched([{"gemeentecode": value}, ALKMAAR], OURS, {}).places["GM0373"] == (0,)


def test_a_number_that_is_no_code_is_not_taken_for_one() -> None:
    assert "GM0373" not in matched([{"inwoners": 373, "naam": "Heiloo"}, ALKMAAR], OURS, {}).places


def test_a_name_with_its_province_fits_one_without() -> None:
    assert matched([HOLLAND, ALKMAAR], OURS, {}).places["GM0373"] == (0,)


def test_just_the_same_name_goes_before_one_that_looks_like_it() -> None:
    assert matched([LIMBURG, {"naam": "bergen"}, ALKMAAR], OURS, {}).places["GM0373"] == (1,)


def test_where_two_fit_it_is_asked_and_the_answer_counts() -> None:
    outlines = [LIMBURG, HOLLAND, ALKMAAR]

    asked, answered = matched(outlines, OURS, {}), matched(outlines, OURS, {"GM0373": "Bergen (NH.)"})

    assert (asked.open, asked.places) == (
        (Which("GM0373", "Bergen", ("Bergen (L.)", "Bergen (NH.)")),),
        {"GM0361": (2,)},
    )
    assert (answered.open, answered.places["GM0373"]) == ((), (1,))


def test_an_answer_that_is_not_on_the_map_is_asked_again() -> None:
    assert matched([LIMBURG, HOLLAND, ALKMAAR], OURS, {"GM0373": "Elders"}).open


def test_parts_with_one_name_are_one_municipality() -> None:
    assert matched([HOLLAND, HOLLAND, ALKMAAR], OURS, {}).places["GM0373"] == (0, 1)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("'s-Gravenhage", "sgravenhage"), ("Gemeente Bergen (NH.)", "bergen"), ("Súdwest-Fryslân", "sudwestfryslan")],
)
def test_signs_accents_and_brackets_do_not_matter(name: str, plain: str) -> None:
    assert loose(name) == plain
