"""What is wrong with a file of counts, or with what was asked about it."""

from i18n import _


class BadCounts(Exception):
    """The file can't be used; one sentence names the line."""


def at_line(line: int, said: str) -> BadCounts:
    return BadCounts(_("regel {line}: {said}", line=line, said=said))
