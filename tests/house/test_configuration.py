"""The environment: every setting documented, every mistake named."""

from dataclasses import fields
from pathlib import Path

import pytest

from config import BadSetting, Settings, new_key, variable
from tests.house.code import ROOT

KEYS = {
    "RODEDRAAD_SECRET_KEY": new_key(),
    "RODEDRAAD_ENCRYPTION_KEYS": new_key(),
    "RODEDRAAD_INDEX_KEY": new_key(),
}


def test_the_page_about_configuration_names_every_setting_with_its_standard_and_help() -> None:
    page = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")

    rows = [_row(variable(one.name), one.metadata["standard"], one.metadata["help"]) for one in fields(Settings)]

    assert [row for row in rows if row not in page] == []
    assert page.count("| `RODEDRAAD_") == len(rows)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RODEDRAAD_PORT", "eighty"),
        ("RODEDRAAD_DATABASE_URL", "mysql://somewhere"),
        ("RODEDRAAD_PUBLIC_URL", "steunpunt"),
        ("RODEDRAAD_SMTP_URL", "mail.example.nl"),
        ("RODEDRAAD_SECRET_KEY", "short"),
        ("RODEDRAAD_ENCRYPTION_KEYS", "short,shorter"),
        ("RODEDRAAD_COLOUR", "red"),
    ],
)
def test_a_broken_or_unknown_variable_is_named_in_one_sentence(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as refusal:
        Settings.from_environment({**KEYS, name: value})

    assert str(refusal.value).startswith(name)
    assert "\n" not in str(refusal.value)


def test_some_keys_without_the_others_are_refused() -> None:
    with pytest.raises(BadSetting, match="RODEDRAAD_INDEX_KEY is missing"):
        Settings.from_environment({name: value for name, value in KEYS.items() if name != "RODEDRAAD_INDEX_KEY"})


def test_a_new_installation_makes_its_keys_once_and_for_its_owner_only(tmp_path: Path) -> None:
    environment = {"RODEDRAAD_DATA_DIR": str(tmp_path / "data")}

    first, second = Settings.from_environment(environment), Settings.from_environment(environment)

    assert first == second
    assert (tmp_path / "data" / "keys.env").stat().st_mode & 0o777 == 0o600


def _row(name: str, standard: str, text: str) -> str:
    return f"| `{name}` | {f'`{standard}`' if standard else '–'} | {text} |"
