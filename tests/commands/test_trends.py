"""`rodedraad trends`: signals as a whole or none at all, and one sentence for what can't be used."""

from pathlib import Path

import pytest

from commands import trends
from tests.commands.given import Run, giver
from tests.trends.counts_file.written import months

GOOD = months({"Thuiszitten": [5] * 37 + [14, 15, 13], "Pesten": [4, 6] * 20})


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Give a command in an empty folder with one good file: the exit status and what was said about it."""
    monkeypatch.chdir(tmp_path)
    Path("counts.csv").write_text(GOOD)
    return giver(trends, capsys)


def test_counts_give_signals(run: Run) -> None:
    assert run("counts.csv", "-o", "signals.csv") == (0, "")
    assert Path("signals.csv").read_text().split("\n")[0] == "series,period,observed,expected,lower,upper,p,q,state"
    assert Path("signals.csv").read_text().split("\n")[1].endswith(",stijgend")


def test_the_words_come_in_another_language(run: Run) -> None:
    assert run("counts.csv", "-o", "signals.csv", "--language", "en") == (0, "")
    assert Path("signals.csv").read_text().split("\n")[1].endswith(",rising")


def test_farrington_takes_all_its_options(run: Run) -> None:
    options = "--method farrington --frequency 12 --years-back 2 --half-window 1 --seasonal-parts 4 --skip-recent 3"
    more = "--reweight-above 2.58 --alpha 0.01 --minimum-recent 5/4 --from 2026-10 --to 2026-12"

    assert run("counts.csv", "-o", "signals.csv", *options.split(), *more.split()) == (0, "")
    header, *rows = Path("signals.csv").read_text().strip().split("\n")
    assert (header, len(rows)) == ("series,period,observed,expected,threshold,alarm", 6)


def test_exposure_that_is_not_used_is_told_in_passing(run: Run) -> None:
    lines = GOOD.strip().split("\n")
    Path("counts.csv").write_text("\n".join([lines[0] + ",exposure", *(line + ",20" for line in lines[1:])]))

    said = "rodedraad: counts.csv: deze methode gebruikt de kolom “exposure” niet\n"
    assert run("counts.csv", "-o", "signals.csv", "--method", "farrington") == (0, said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD.replace("count", "number").encode(), "regel 1: de kolom “number” kennen we niet"),
        (GOOD.replace("2024-02,5", "2024-02,-5").encode(), "regel 7: “-5” is geen heel aantal van 0 of meer"),
        (GOOD.replace("2024-02,5", "2024-02,0.5").encode(), "regel 7: “0.5” is geen heel aantal van 0 of meer"),
        (GOOD.replace("2024-02,5", "2024-01,5").encode(), "regel 7: “Thuiszitten” staat er twee keer voor 2024-01"),
        (GOOD.replace("Thuiszitten,2024-02,5\n", "").encode(), "regel 7: voor 2024-03 ontbreekt 2024-02"),
        (b"", "regel 1: de kolom “series” ontbreekt"),
        (b"series,period,count\nx,2026-11,\xff\n", "regel 2: is geen tekst in UTF-8"),
        (b"PK\x03\x04\x00", "kennen we niet"),
        (b"x" * 5000, "regel 1: de kolom “xxx"),
    ],
)
def test_bad_counts_are_one_sentence_and_no_signals(run: Run, content: bytes, said: str) -> None:
    Path("counts.csv").write_bytes(content)

    status, told = run("counts.csv", "-o", "signals.csv")

    assert (status, told.count("\n"), said in told, Path("signals.csv").exists()) == (2, 1, True, False)
    assert len(told) < 600


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.csv", "-o", "s.csv"), "none.csv"),
        ((".", "-o", "s.csv"), "rodedraad: ."),
        (("counts.csv", "-o", "counts.csv"), "zou dit bestand overschrijven"),
        (("counts.csv", "-o", "nowhere/s.csv"), "nowhere/s.csv"),
        (("counts.csv", "-o", "s.csv", "--alpha", "0.01"), "--alpha hoort bij de andere methode"),
        (("counts.csv", "-o", "s.csv", "--method", "farrington", "--window", "3"), "--window hoort bij de andere"),
        (("counts.csv", "-o", "s.csv", "--from", "2030-01"), "--from ligt na --to"),
        (("counts.csv", "-o", "s.csv", "--frequency", "7"), "--frequency"),
        (("counts.csv",), "-o"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, arguments: tuple[str, ...], said: str) -> None:
    status, told = run(*arguments)

    assert (status, said in told, Path("s.csv").exists()) == (2, True, False)
    assert Path("counts.csv").read_text() == GOOD
