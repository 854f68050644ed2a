"""Nothing that others than coordinators can reach knows the way to exact numbers, directly or through other modules."""

from functools import cache

import grimp
import pytest
from grimp import ImportGraph

from dashboard.page import Page
from dashboard.pages import PAGES
from domain.actors import Role

ROOMS = ("commands", "dashboard", "domain", "mail", "matching", "public", "reports", "store", "trends", "web")
QUERIES = (
    *("numbers.exact_trends", "numbers.exact_work", "numbers.breakdowns", "numbers.questions", "numbers.exact_joined"),
    *("numbers.topic_tests", "matchmaking.demand", "buddying.measures", "stories.story_counts", "stories.story_queue"),
)
EXACT = tuple(f"store.queries.{one}" for one in QUERIES)
PUBLISHED = (
    *("domain.register.cells", "domain.register.published_numbers", "domain.register.published_parts"),
    *("domain.register.published_work", "domain.register.finest", "domain.improving", "public", "reports", "mail"),
    "domain.stories.common_thread",
)


@cache
def imports() -> ImportGraph:
    return grimp.build_graph(*ROOMS)


def ways_to_exact_numbers(module: str) -> list[tuple[str, ...]]:
    """The shortest chain of imports to each exact module, from a module or from a whole room."""
    graph = imports()
    start = {module, *graph.find_descendants(module)}
    chains = (graph.find_shortest_chain(one, exact) for one in start for exact in EXACT)
    return [chain for chain in chains if chain]


@pytest.mark.parametrize("page", [one for one in PAGES if Role.POLICY in one.roles], ids=lambda page: page.path)
def test_a_page_for_policy_staff_can_not_reach_exact_numbers(page: Page) -> None:
    assert ways_to_exact_numbers(page.layout.__module__) == []


@pytest.mark.parametrize("module", PUBLISHED)
def test_what_is_published_can_not_reach_exact_numbers(module: str) -> None:
    assert ways_to_exact_numbers(module) == []


def test_a_page_with_exact_numbers_is_found() -> None:
    assert ways_to_exact_numbers("dashboard.pages.numbers.trends")
