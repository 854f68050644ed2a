"""The accelerator made ready: used where it is installed, and nothing to do elsewhere."""

from matching.solver import compiled
from matching.warming import warm_up


def test_it_tells_whether_there_was_anything_to_warm() -> None:
    assert warm_up() is compiled.IS_FAST
