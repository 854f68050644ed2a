"""A command given as somebody types it."""

import argparse
from collections.abc import Callable
from types import ModuleType

import pytest

Run = Callable[..., tuple[int, str]]


def giver(command: ModuleType, capsys: pytest.CaptureFixture[str]) -> Run:
    """Gives the command with these words: the exit status and what was said about it."""

    def given(*arguments: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        command.add_to(parser)
        try:
            chosen = parser.parse_args(arguments)
            status = int(chosen.act(chosen))
        except SystemExit as stopped:
            status = int(str(stopped.code))
        return status, capsys.readouterr().err

    return given
