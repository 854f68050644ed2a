"""What is erased for somebody's sake leaves the files of the database too: no table is forgotten."""

import ast
from collections.abc import Iterator

import pytest

from store import models
from store.models import Table
from store.wiping import erasable
from tests.house.code import Module, modules

ERASERS = ("erasing", "forgetting", "tidying", "withdrawing")
ABOUT_NOBODY = {"job_run", "published_stories"}
"""Tidied up because there are many of them, or only read to see what is due."""


def tables() -> dict[str, str]:
    """The tables by the name of their class."""
    return {one.class_.__name__: one.class_.__tablename__ for one in Table.registry.mappers}


def erasers() -> list[Module]:
    return [one for one in modules() if one.name.startswith("domain/") and one.path.stem in ERASERS]


def named(module: Module) -> Iterator[str]:
    """The tables that a module knows."""
    known = tables()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == models.__name__:
            yield from (known[one.name] for one in node.names)


@pytest.mark.parametrize("module", erasers(), ids=lambda module: module.name)
def test_what_somebody_erases_and_what_we_tidy_up_is_written_anew_at_night(module: Module) -> None:
    looked_at_only = {"event"} | ABOUT_NOBODY  # when a gathering was decides what is erased of its sign-ups

    assert set(named(module)) - {*erasable()} - looked_at_only == set()


def test_an_encrypted_column_is_found_in_the_text_of_the_models() -> None:
    """Read as text, so that it does not hang on how the list is made."""
    found = {
        node.name
        for module in modules()
        if module.name.startswith("store/models/")
        for node in module.tree.body
        if isinstance(node, ast.ClassDef) and "Encrypted" in ast.unparse(node)
    }

    assert {tables()[one] for one in found} - {*erasable()} == set()


def test_the_erasers_are_found_indeed() -> None:
    assert len(erasers()) >= 5
