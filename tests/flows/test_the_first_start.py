"""The first start on an empty computer: the command line makes a database with all that a support point starts with."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(command: str, folder: Path) -> str:
    known = {name: value for name, value in os.environ.items() if not name.startswith("RODEDRAAD_")}
    done = subprocess.run(
        [sys.executable, "-m", "cli", command],
        cwd=ROOT,
        env={**known, "RODEDRAAD_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def test_an_empty_folder_becomes_a_database_and_stays_one(tmp_path: Path) -> None:
    said = [start("upgrade", tmp_path) for _twice in range(2)]

    assert said == ["The database was upgraded.\n", "The database is up to date.\n"]
    assert (tmp_path / "rodedraad.db").stat().st_size > 100_000
