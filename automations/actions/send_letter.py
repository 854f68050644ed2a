"""Write a letter into the out-tray."""

from collections.abc import Mapping
from typing import Any

from automations.actions.action import Action, Occasion, Parameter
from domain.clockwork.consequences import Line
from domain.local_time import wall
from domain.post import correspondence
from domain.post.correspondence import Cause
from i18n import lazy
from store.sessions import Session

READERS = {
    "parent": lazy("de ouder"),
    "buddy": lazy("de buddy"),
    "host": lazy("de gastheer of gastvrouw om wie het gaat"),
    "hosts": lazy("alle gastheren en gastvrouwen van de bijeenkomst"),
    "owner": lazy("wie ermee inlogt"),
    "everybody": lazy("iedereen die is aangemeld"),
    "coordinators": lazy("de coördinatoren"),
    "administrators": lazy("de beheerders"),
    "moderators": lazy("wie verhalen leest"),
    "readers_and_coordinators": lazy("wie verhalen leest, en de coördinatoren"),
    "readers": lazy("de gekozen lezers van het rapport"),
    "policy": lazy("de beleidsmedewerkers"),
}
MOST = {"": lazy("zo vaak als het gebeurt"), "week": lazy("één keer per week")}


def act(session: Session, occasion: Occasion, parameters: Mapping[str, Any]) -> int:
    """Write the letter once to each reader; gives how many were written.

    With a `most` everything that happens in one calendar week is one reason to write.
    """
    line = occasion.line
    key = f"{line.id}/{occasion.automation}"
    if parameters.get("most") == "week":
        key = f"{wall(occasion.now)[0]:%G-week-%V}/{occasion.automation}"
    cause = Cause(key, line.at, _subject(line), line.facts)
    kind, to = parameters["letter"], parameters["to"]
    return correspondence.write(session, kind, to, cause, occasion.letterhead, now=occasion.now)


def _subject(line: Line) -> tuple[str, int]:
    """What happens with a host is told about that line: a gathering may have several hosts."""
    return ("host", line.id) if line.kind.startswith("host.") else line.subject


ACTION = Action(
    key="send_letter",
    label=lazy("Stuur een bericht"),
    help=lazy("Zet een bericht in de postbak. Het gaat weg zodra de post wordt verstuurd."),
    parameters=(
        Parameter("letter", lazy("Welk bericht"), "letter"),
        Parameter("to", lazy("Aan wie"), READERS),
        Parameter("most", lazy("Hoe vaak hoogstens"), MOST),
    ),
    act=act,
)
