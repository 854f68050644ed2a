"""Make signals of what surely rises or falls in the numbers that were published."""

from collections.abc import Mapping
from typing import Any

from automations.actions.action import Action, Occasion
from domain.improving import signals
from i18n import lazy
from store.sessions import Session


def act(session: Session, occasion: Occasion, _parameters: Mapping[str, Any]) -> int:
    """A signal for each topic and group; what goes on from before makes no new one."""
    return signals.raise_newest(session, by=occasion.by, now=occasion.now)


ACTION = Action(
    key="raise_signals",
    label=lazy("Maak signalen van de cijfers"),
    help=lazy("Maakt een signaal van elk onderwerp dat volgens de vrijgegeven cijfers duidelijk stijgt of daalt."),
    parameters=(),
    act=act,
)
