"""THEN: what an automation can do. One module per action, listed here."""

from collections.abc import Mapping

from automations.actions import propose_next, raise_signals, send_letter
from automations.actions.action import Action

ACTIONS: Mapping[str, Action] = {
    one.key: one for one in (send_letter.ACTION, propose_next.ACTION, raise_signals.ACTION)
}
