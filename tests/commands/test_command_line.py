"""The command line hands over to the commands on files."""

import json

import pytest

import cli
from tests.matching.people_file.sample import GOOD
from tests.matching.people_file.schemas import fits


def test_the_schema_describes_the_form_of_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["rodedraad", "match", "--schema"])

    assert cli.main() == 0
    schema = json.loads(capsys.readouterr().out)
    assert (schema["title"], fits(GOOD, schema)) == ("rodedraad-people/1", True)
