"""Having texts read by the second reader, in a process of its own: its memory is free again when it ends."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from domain.stories.finding.spans import Kind, Span

ROOT = Path(__file__).parents[3]
LIBRARY = "deduce"
PROGRAM = (sys.executable, "-m", "domain.stories.second_reading.program")
SECONDS = 300.0
Reading = tuple[Span, ...] | None


class ReaderFailed(Exception):
    """The second reader did not come so far as to read anything. Says nothing about a text."""


def is_installed() -> bool:
    """Whether the library is there; finding that out does not load it."""
    return find_spec(LIBRARY) is not None


def read(texts: Sequence[str], *, seconds: float = SECONDS, program: Sequence[str] = PROGRAM) -> tuple[Reading, ...]:
    """What was found in each text, in their order, as far as it came; texts go through pipes only.

    When it overran its time or broke down, None stands for the text that it was busy with, and what comes after is left
    out. Raises `ReaderFailed` when it never began.
    """
    lines = _answer(json.dumps(list(texts)).encode(), seconds, program)
    if next(lines, None) is None:
        raise ReaderFailed
    readings = [_spans(line) for line in lines]
    return tuple(readings) if len(readings) >= len(texts) else (*readings, None)


def _answer(asked: bytes, seconds: float, program: Sequence[str]) -> Iterator[str]:
    """The whole lines that it gave, also when it was stopped."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of theirs on its command line
            program, input=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds, cwd=ROOT
        )
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
    yield from said.decode().split("\n")[:-1]


def _spans(line: str) -> tuple[Span, ...]:
    return tuple(Span(starts, ends, Kind(kind)) for starts, ends, kind in json.loads(line))
