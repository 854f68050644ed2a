"""Words of stories and questions are read where somebody answers or moderates, and by no export, report or feed."""

import ast

import pytest

from tests.house.code import Module, modules

MAY = {
    "story_queue": (
        "dashboard/pages/one_story",
        "dashboard/pages/stories",
        "dashboard/parts/stories/",
        "domain/stories/",
    ),
    "stories": ("automations/second_reading", "domain/stories/"),
    "story_counts": ("domain/stories/",),
    "inquiries": (
        "dashboard/pages/inquiries",
        "dashboard/pages/one_inquiry",
        "dashboard/pages/today",
        "dashboard/parts/inquiring/",
        "domain/inquiring/",
        "public/my_inquiry",
        "demo/",
    ),
}


def imports(module: Module, query: str) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and (node.module == f"store.queries.{query}" or (node.module == "store.queries" and _names(node, query)))
        for node in ast.walk(module.tree)
    )


def _names(node: ast.ImportFrom, query: str) -> bool:
    return any(one.name == query for one in node.names)


@pytest.mark.parametrize("query", sorted(MAY))
def test_only_these_rooms_read_what_was_written_without_a_name(query: str) -> None:
    readers = [one.name for one in modules() if imports(one, query)]

    assert readers != []
    assert [name for name in readers if not name.startswith(MAY[query])] == []
