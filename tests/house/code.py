"""Our own code, read as code, for the rules about ourselves."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    "automations", "commands", "dashboard", "demo", "domain", "i18n", "mail", "matching", "outside", "public",
    "reports", "scheduler", "store", "trends", "web",
)  # fmt: skip
FRONT = ("app.py", "cli.py", "config.py")


@dataclass(frozen=True)
class Module:
    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    def functions(self) -> Iterator[ast.FunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the product, read once; migrations are history and not counted."""
    paths = [ROOT / name for name in FRONT]
    for room in ROOMS:
        paths += sorted(path for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)
    return tuple(_read(path) for path in paths)


@cache
def modules_of_tests() -> tuple[Module, ...]:
    """Every module of the tests but those in a browser, where one test is a whole visit."""
    paths = sorted((ROOT / "tests").rglob("*.py"))
    return tuple(_read(path) for path in paths if "browser" not in path.parts)


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path, text, ast.parse(text))


def calls(module: Module, *names: str) -> Iterator[ast.Call]:
    """The calls of a function by its last name, such as `record` for `journal.record`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = (
                called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            )
            if name in names:
                yield node
