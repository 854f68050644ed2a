"""The house stays small: no module past 200 lines, no function past 30, and most far below."""

from statistics import median

from tests.house.code import modules, modules_of_tests

LONGEST_MODULE = 200
LONGEST_FUNCTION = 30


def test_no_module_is_longer_than_a_screenful_of_thought() -> None:
    too_long = {one.name: one.lines for one in (*modules(), *modules_of_tests()) if one.lines > LONGEST_MODULE}

    assert too_long == {}


def test_no_function_is_longer_than_thirty_lines() -> None:
    too_long = {
        f"{one.name}:{function.name}": length
        for one in (*modules(), *modules_of_tests())
        for function in one.functions()
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }

    assert too_long == {}


def test_most_modules_and_functions_are_short() -> None:
    lengths = [one.lines for one in modules() if one.lines > 3]
    functions = [(f.end_lineno or 0) - f.lineno + 1 for one in modules() for f in one.functions()]

    assert (median(lengths) <= 90, median(functions) <= 9) == (True, True)


def test_every_module_says_what_lives_there() -> None:
    silent = [one.name for one in modules() if not (one.tree.body and isinstance(_docstring(one.tree.body[0]), str))]

    assert silent == []


def _docstring(node: object) -> object:
    return getattr(getattr(node, "value", None), "value", None)
