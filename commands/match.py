"""`rodedraad match`: the best buddies for everybody in a file, with the proof that it is the best there is."""

import argparse
import json
import warnings
from datetime import UTC, date, datetime
from pathlib import Path

from commands import result_file
from commands.saying import said
from domain.buddying.certificates import counts
from domain.content.standard import standard
from domain.local_time import wall
from domain.people_workbook import answer_book, example, reading
from domain.people_workbook.columns import BadWorkbook
from i18n import LANGUAGES, _, speaking
from matching import problem_file
from matching.assign import NotProven
from matching.people_file import form
from matching.people_file import reading as people_file
from matching.people_file import result as people_result
from matching.people_file.answer import answer
from matching.people_file.fields import BadPeople
from matching.people_file.named import Known

MOST_BYTES = 100_000_000


class BadFile(Exception):
    """What is wrong with a file as a whole."""


def add_to(parser: argparse.ArgumentParser) -> None:
    """The arguments of this command."""
    told = parser.add_mutually_exclusive_group(required=True)
    told.add_argument("problem", type=Path, nargs="?", metavar="PROBLEM.json", help="scored pairs")
    told.add_argument("--people", type=Path, metavar="PEOPLE.xlsx|.json", help="people and rules instead of pairs")
    told.add_argument("--example", type=Path, metavar="PEOPLE.xlsx", help="write a workbook to fill in")
    told.add_argument("--schema", action="store_true", help="print the form of PEOPLE.json as JSON Schema")
    parser.add_argument("-o", "--output", type=Path, metavar="RESULT", help="of the same kind as the file that goes in")
    parser.add_argument("--why", action="append", default=[], metavar="PARENT:BUDDY", help="what this pair would cost")
    parser.add_argument("--language", choices=list(LANGUAGES), default="nl", help="of the sentences; Dutch by default")
    parser.set_defaults(act=lambda chosen: run(chosen, parser))


def run(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """0 with a result; 2 and one sentence for what can't be used; 1 for an answer that could not be proven."""
    source: Path | None = chosen.problem or chosen.people or chosen.example
    if (chosen.problem or chosen.people) and not chosen.output:
        parser.error("give the name of the result with -o")
    with speaking(chosen.language), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a spreadsheet holds besides cells is nobody's concern here
        try:
            if chosen.output and source and chosen.output.exists() and chosen.output.samefile(source):
                raise BadFile(_("het resultaat zou dit bestand overschrijven; kies een andere naam"))
            _act(chosen)
        except OSError as error:
            return said(2, f"{error.filename or 'output'}: {error.strerror}")
        except (problem_file.BadProblem, BadPeople, BadWorkbook, BadFile) as refusal:
            return said(2, f"{source}: {refusal}")
        except MemoryError:
            return said(2, f"{source}: is too large for the memory of this computer")
        except NotProven as doubt:
            return said(1, f"{source}: the answer could not be proven best, so there is none ({doubt})")
    return 0


def _act(chosen: argparse.Namespace) -> None:
    if chosen.example:
        today = wall(datetime.now(UTC))[0]
        result_file.write(_named(chosen.example, ".xlsx"), example.workbook(today))
    elif chosen.schema:
        print(json.dumps(form.schema(), indent=1))
    elif chosen.problem:
        solved = problem_file.solve(_text(chosen.problem.read_bytes()), why=chosen.why)
        result_file.write(chosen.output, solved.encode())
    else:
        _match_people(chosen)


def _match_people(chosen: argparse.Namespace) -> None:
    """What goes in as a workbook comes out as one, whatever it is called."""
    with chosen.people.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BadFile(_("is te groot: hoogstens {n} MB", n=MOST_BYTES // 1_000_000))
    today = wall(datetime.now(UTC))[0]
    if _is_json(chosen.people, content):
        solved = answer(people_file.read(_text(content), _known(today)), why=chosen.why)
        result_file.write(chosen.output, people_result.as_text(solved).encode())
        return
    output = _named(chosen.output, ".xlsx")
    people, workbook = reading.read(content, _known(today))
    result_file.write(output, answer_book.workbook(answer(people, why=chosen.why), workbook, today))
    for sheet, column in workbook.unused:
        unused = _("blad “{sheet}”, kolom “{column}”: niet gebruikt", sheet=sheet, column=column)
        said(0, f"{chosen.people}: {unused}")


def _is_json(path: Path, content: bytes) -> bool:
    begins = content[:100].lstrip(b"\xef\xbb\xbf \t\r\n")
    return begins.startswith((b"{", b"[")) or (path.suffix.lower() == ".json" and not begins.startswith(b"PK"))


def _text(content: bytes) -> str:
    try:
        return content.decode(json.detect_encoding(content))
    except UnicodeDecodeError:
        raise BadFile(_("is geen tekst in UTF-8")) from None


def _known(today: date) -> Known:
    """What a file may name without explaining it: all that comes with the product."""
    found = standard()
    lists = {name: tuple(found.terms[name]) for name in ("sector", "age_band", "language", "style")}
    return Known(found.group_of, found.neighbours, found.places, lists, counts, today)


def _named(path: Path, suffix: str) -> Path:
    if path.suffix.lower() != suffix and not path.is_char_device():
        raise BadFile(_("het resultaat is een werkmap; geef het een naam die eindigt op {suffix}", suffix=suffix))
    return path
