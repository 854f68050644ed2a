"""Words written without a name are read where somebody answers, moderates or may, and by no export, report or feed."""

import ast

import pytest

from store.models import Table
from store.types import Encrypted
from tests.house.code import ROOT, Module, modules

WITHOUT_A_NAME = {"Feedback", "Inquiry", "InquiryMessage", "Story", "StoryQuote"}
OF_KNOWN_PEOPLE = {"Account", "Buddy", "CheckIn", "Letter", "MatchPlan", "Question", "Report", "Request", "SignUp"}
QUERIES = "store/queries/"
MAY = {
    "gatherings/feedback": ("dashboard/parts/gatherings/event_feedback",),
    "inquiries": (
        "dashboard/pages/inquiring/inquiries",
        "dashboard/pages/inquiring/one_inquiry",
        "dashboard/pages/today",
        "dashboard/parts/inquiring/",
        "domain/inquiring/",
        "public/my_inquiry",
        "demo/",
    ),
    "stories/published_stories": ("domain/stories/", "public/stories", "public/your_questions"),
    "stories/stories": ("automations/second_reading", "domain/stories/"),
    "stories/story_counts": ("domain/stories/",),
    "stories/story_queue": (
        "dashboard/pages/stories/one_story",
        "dashboard/pages/stories/stories",
        "dashboard/parts/stories/",
        "domain/stories/",
    ),
}
VERBS = (
    "domain/clockwork/tidying",
    "domain/inquiring/",
    "domain/post/facts/inquiries",
    "domain/stories/",
    "domain/taking_part/feedback",
)


def imported(module: Module) -> set[str]:
    """Everything that a module imports, by its whole name: modules, and what it takes from them."""
    found = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{one.name}" for one in node.names)}
    return found


def reads_the_tables(module: Module) -> bool:
    """Whether it imports one of them, or the room that they all are in."""
    names = {f"store.models.{table}" for table in WITHOUT_A_NAME} | {"store.models.*"}
    wholes = {"store.models.stories", "store.models.inquiries", "store.models.events"}
    return bool((names | wholes) & imported(module)) or takes_whole(module, "store.models")


def takes_whole(module: Module, room: str) -> bool:
    """`import store.models` or `from store import models`, and not `from store.models import Topic`."""
    outer, _dot, inner = room.rpartition(".")
    return any(
        (isinstance(node, ast.Import) and any(one.name == room for one in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == outer and any(one.name == inner for one in node.names))
        for node in ast.walk(module.tree)
    )


def test_every_table_with_hidden_words_is_known_to_these_rules() -> None:
    tables = {mapper.class_.__name__: mapper.local_table.columns for mapper in Table.registry.mappers}
    hidden = {name for name, columns in tables.items() if any(isinstance(one.type, Encrypted) for one in columns)}

    assert hidden == WITHOUT_A_NAME | OF_KNOWN_PEOPLE


def test_every_query_that_reads_them_is_known_to_these_rules() -> None:
    queries = {one.name for one in modules() if one.name.startswith(QUERIES) and reads_the_tables(one)}

    assert queries == {f"{QUERIES}{name}.py" for name in MAY}


def test_who_reads_the_tables_without_a_query_changes_them() -> None:
    doors_and_verbs = [one for one in modules() if not one.name.startswith("store/")]
    readers = [one.name for one in doors_and_verbs if reads_the_tables(one)]

    assert readers != []
    assert [name for name in readers if not name.startswith(VERBS)] == []


@pytest.mark.parametrize("query", sorted(MAY))
def test_only_these_rooms_read_what_was_written_without_a_name(query: str) -> None:
    whole = f"store.queries.{query}".replace("/", ".")
    readers = [one.name for one in modules() if whole in imported(one)]

    assert readers != []
    assert [name for name in readers if not name.startswith(MAY[query])] == []


def test_nobody_takes_a_whole_room_of_queries() -> None:
    rooms = {f"{QUERIES}{query}".rpartition("/")[0].replace("/", ".") for query in MAY}

    assert {(room, one.name) for room in rooms for one in modules() if takes_whole(one, room)} == set()


@pytest.mark.parametrize(
    "written",
    [
        "from store.queries import choices, inquiries",
        "from store.queries.inquiries import part as read",
        "import store.queries.inquiries as questions",
    ],
)
def test_no_way_to_write_an_import_is_missed(written: str) -> None:
    module = Module(ROOT / "x.py", written, ast.parse(written))

    assert "store.queries.inquiries" in imported(module)
