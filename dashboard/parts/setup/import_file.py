"""An uploaded file and the choices about it, as the browser sends them: anything may be forged."""

import base64
from collections.abc import Mapping, Sequence

from domain.importing import files
from domain.importing.columns import Kind, Plan, guess_for
from domain.importing.kinds import REGISTERS
from domain.importing.sheets import Sheet
from domain.refused import Refused

Uploaded = Mapping[str, str]
LONGEST_NUMBER = 9


def content_of(file: Uploaded) -> bytes:
    """The bytes of an upload; raises `Refused` when the browser sent something else."""
    try:
        return base64.b64decode(str(file["contents"]).split(",", 1)[1], validate=True)
    except (IndexError, KeyError, TypeError, ValueError):
        raise Refused("import.no_table", field="file") from None


def sheets_of(file: Uploaded) -> tuple[Sheet, ...]:
    return files.read(content_of(file))


def guessed(sheets: Sequence[Sheet], kind: str | None, sheet: str | None) -> Plan:
    """The plan for what was chosen; the browser may say anything."""
    index = whole(sheet)
    if kind not in list(Kind) or index is None or index >= len(sheets):
        raise Refused("import.plan")
    return guess_for(Kind(kind), index, sheets[index])


def whole(sent: object) -> int | None:
    """A number that the browser sent, or None for anything else."""
    text = str(sent)
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def plan_of(sheets: Sequence[Sheet], kind: str, sheet: str, places: Sequence[object], blanks: Sequence[object]) -> Plan:
    """The plan as it was put right on screen."""
    found = guessed(sheets, kind, sheet)
    keys = [column.key for column in REGISTERS[found.kind].columns]
    numbered = zip(keys, map(whole, places), strict=False)
    chosen = {key: place for key, place in numbered if place is not None}
    blank = {"channel": str(blanks[0])} if blanks and blanks[0] else {}
    return Plan(found.kind, found.sheet, found.header, chosen, blank)
