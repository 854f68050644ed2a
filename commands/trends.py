"""`rodedraad trends`: what rises in a file of counts, beside what was to be expected."""

import argparse
from dataclasses import fields
from pathlib import Path

from commands import result_file
from commands.saying import said
from i18n import LANGUAGES, _, speaking
from trends.counts_file.asked import Asked, answer
from trends.counts_file.fault import BadCounts
from trends.counts_file.reading import read

MOST_BYTES = 100_000_000
FARRINGTON = {
    "--years-back": (int, "N", "how many years before to learn from"),
    "--half-window": (int, "N", "periods on either side that count as the same time of year"),
    "--seasonal-parts": (int, "N", "parts of the year; 1 leaves out all but that time"),
    "--skip-recent": (int, "N", "periods just before that are left out"),
    "--reweight-above": (float, "X", "residuals above this are taken for outbreaks"),
    "--alpha": (float, "X", "chance to be above the threshold when nothing is going on"),
    "--minimum-recent": (str, "COUNT/PERIODS", "nothing is reported below this"),
}


def add_to(parser: argparse.ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("counts", type=Path, metavar="COUNTS.csv", help="series,period,count and optionally exposure")
    parser.add_argument("-o", "--output", type=Path, metavar="SIGNALS.csv", required=True)
    parser.add_argument("--method", choices=["rises", "farrington"], default="rises")
    parser.add_argument(
        "--frequency", type=int, choices=[12, 52], help="periods in a year, where they are only numbered"
    )
    parser.add_argument(
        "--from", dest="since", metavar="PERIOD", help="the first period to test; usually the last of all"
    )
    parser.add_argument("--to", dest="until", metavar="PERIOD", help="the last period to test")
    parser.add_argument("--window", type=int, metavar="N", help="rises: periods that are judged together; a quarter")
    for name, (kind, shape, told) in FARRINGTON.items():
        parser.add_argument(name, type=kind, metavar=shape, help=f"farrington: {told}")
    parser.add_argument("--language", choices=list(LANGUAGES), default="nl", help="of the sentences; Dutch by default")
    parser.set_defaults(act=run)


def run(chosen: argparse.Namespace) -> int:
    """0 with signals; 2 and one sentence for what can't be used."""
    with speaking(chosen.language):
        try:
            _act(chosen)
        except OSError as error:
            return said(2, f"{error.filename or 'output'}: {error.strerror}")
        except BadCounts as refusal:
            return said(2, f"{chosen.counts}: {refusal}")
        except MemoryError:
            return said(2, f"{chosen.counts}: is too large for the memory of this computer")
    return 0


def _act(chosen: argparse.Namespace) -> None:
    if chosen.output.exists() and chosen.output.samefile(chosen.counts):
        raise BadCounts(_("het resultaat zou dit bestand overschrijven; kies een andere naam"))
    asked = Asked(**{field.name: getattr(chosen, field.name) for field in fields(Asked)})
    _none_of_the_other(asked)
    table = read(_text(chosen.counts))
    result_file.write(chosen.output, answer(table, asked).encode())
    if asked.method == "farrington" and table.has_exposure:
        unused = _("deze methode gebruikt de kolom “exposure” niet")
        said(0, f"{chosen.counts}: {unused}")


def _none_of_the_other(asked: Asked) -> None:
    """An option that would change nothing is a mistake."""
    other = ("--window",) if asked.method == "farrington" else FARRINGTON
    for option in other:
        if getattr(asked, option.removeprefix("--").replace("-", "_")) is not None:
            raise BadCounts(_("{option} hoort bij de andere methode", option=option))


def _text(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BadCounts(_("is te groot: hoogstens {n} MB", n=MOST_BYTES // 1_000_000))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadCounts(_("regel {line}: {said}", line=line, said=_("is geen tekst in UTF-8"))) from None
