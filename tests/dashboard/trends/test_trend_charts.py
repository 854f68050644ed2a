"""Figures as plain data: the same input gives the same picture, hidden numbers are never a length or a colour."""

import pytest

from dashboard.charts import bars, flows, tile_map, together
from dashboard.charts.bars import Bar
from dashboard.charts.names import on_lines
from dashboard.charts.tile_map import Place
from dashboard.charts.together import Line
from dashboard.parts.trends.sections.done import merged


def test_a_hidden_number_is_an_empty_bar_up_to_the_most_that_it_can_be() -> None:
    figure = bars.bars([Bar("Mbo", None, 0, 4, "< 5"), Bar("Vo", 20, 18, 22, "20", before=15)], before="2024–2025")

    drawn, marks = figure["data"]
    assert (drawn["x"], drawn["error_x"]["array"], drawn["error_x"]["arrayminus"]) == ([0, 20], [4, 2], [0, 2])
    assert (marks["name"], marks["x"]) == ("2024–2025", [None, 15])


def test_exact_numbers_have_no_whiskers_and_without_earlier_no_marks() -> None:
    figure = bars.bars([Bar("Vo", 20, 20, 20, "20")])

    assert (len(figure["data"]), figure["data"][0]["error_x"]["visible"]) == (1, False)


def test_a_band_is_as_wide_as_its_part_and_the_columns_fill_the_height() -> None:
    widths = {("A", "x"): 30, ("A", "y"): 10, ("B", "x"): 20}
    shapes = flows.flows(widths, ["A", "B"], ["x", "y"])["layout"]["shapes"]

    stops = [one for one in shapes if one["type"] == "rect"]
    heights = [one["y1"] - one["y0"] for one in stops]
    assert len(shapes) == 3 + 4
    assert (heights[0] / heights[1], heights[2] / heights[3]) == pytest.approx((2.0, 5.0), rel=0.01)
    assert [one["y1"] for one in (stops[1], stops[3])] == [1.0, 1.0]


def test_small_kinds_of_flow_are_one_and_so_are_groups_past_the_twelfth() -> None:
    widths = {(f"G{n}", "advies"): 20 - n for n in range(14)} | {("G0", "buddy"): 2, ("G1", "café"): 1}

    found = merged(widths)

    assert (len({one for one, _other in found}), found["G0", "Overig"], found["G1", "Overig"]) == (12, 2, 1)
    assert found["Overig", "advies"] == 9 + 8 + 7


def test_one_small_kind_of_flow_keeps_its_name() -> None:
    widths = {("A", "advies"): 98, ("A", "buddy"): 2}

    assert merged(widths) == widths


def test_the_same_network_is_drawn_the_same_and_no_two_names_stand_on_each_other() -> None:
    sizes = dict.fromkeys("ABCDEFGH", 10)
    lines = [Line("A", "B", 12, surely=True), Line("C", "D", 5, surely=False), Line("A", "E", 6, surely=False)]

    one, again = (together.together(sizes, lines, surely="zeker", perhaps="misschien") for _time in range(2))

    names, bows = one["layout"]["annotations"], [shape for shape in one["layout"]["shapes"] if shape["type"] == "path"]
    pulled = [float(bow["path"].partition("Q")[2].partition(",")[0]) for bow in bows]
    assert (one == again, len({name["y"] for name in names})) == (True, len(sizes))
    assert {(name["x"], name["xanchor"], name["xshift"] > 0) for name in names} == {(0, "left", True)}
    assert (len(bows), max(pulled) < 0) == (len(lines), True)
    assert [trace["name"] for trace in one["data"]] == ["zeker", "misschien"]


def test_names_that_come_together_stand_under_each_other() -> None:
    chain = [Line(one, other, 5, surely=True) for one, other in ("AH", "HC", "CF")]

    drawn = together.together(dict.fromkeys("ABCDEFGH", 10), chain, surely="zeker", perhaps="misschien")

    rows = {name["text"]: name["y"] for name in drawn["layout"]["annotations"]}
    assert [abs(rows[line.one] - rows[line.other]) for line in chain] == [1, 1, 1]


def test_a_place_with_a_hidden_number_has_a_dashed_edge_and_no_colour() -> None:
    places = {"a": Place("Alkmaar", "145", 1.0), "b": Place("Uitgeest", "< 5", None)}

    known, hidden = tile_map.tiles(places, {"a": (0, 0), "b": (1, 0)})["layout"]["shapes"]

    assert ("fillcolor" in known, "fillcolor" in hidden, hidden["line"]["dash"]) == (True, False, "dash")


def test_places_that_look_alike_are_drawn_in_one_stroke() -> None:
    places = {code: Place(code, "0", 0.0) for code in "abc"}

    (drawn,) = tile_map.tiles(places, {"a": (0, 0), "b": (0, 1), "c": (1, 0)})["layout"]["shapes"]

    assert drawn["path"] == "M0.03,0.04H0.97V0.96H0.03Z M1.03,0.04H1.97V0.96H1.03Z M0.03,1.04H0.97V1.96H0.03Z"


def test_an_outline_is_a_path_in_its_own_proportions() -> None:
    square = [[4.6, 52.5], [4.7, 52.5], [4.7, 52.6], [4.6, 52.5]]
    figure = tile_map.shapes({"a": Place("Alkmaar", "5", 0.5)}, {"a": [square]}, stretch=0.6)["layout"]

    assert figure["shapes"][0]["path"].startswith("M4.60000,52.50000 L4.70000")
    assert figure["yaxis"]["scaleratio"] == 1.6667


def test_a_long_name_takes_two_lines_and_no_tags() -> None:
    assert on_lines("Meningsverschil, <veiligheid>, maatregelen", 18) == ("Meningsverschil,<br>&lt;veiligheid&gt;,…")
