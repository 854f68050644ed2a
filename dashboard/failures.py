"""What happens when a callback can't do what was asked: a sentence on screen, and a reference for our own mistakes."""

import logging
import secrets

from flask import request
from werkzeug.exceptions import HTTPException

from dashboard.parts.toasts import toast
from domain.refused import Refused
from domain.texts import say
from i18n import _
from store.database import Busy
from web.errors import message_for

log = logging.getLogger(__name__)


def show_failure(error: Exception) -> None:
    """Tell the reader; what stood on screen stays as it was."""
    if isinstance(error, Refused):
        toast(say(error), tone="bad")
    elif isinstance(error, Busy):
        toast(_("Het is druk. Er is niets gewijzigd; probeer het nog eens."), tone="bad")
    elif isinstance(error, HTTPException):
        toast(message_for(error.code or 500).sentence, tone="bad")
    else:
        _report(error)


def _report(error: Exception) -> None:
    reference = secrets.token_hex(4)
    log.error("%s: callback failed at %s", reference, request.path, exc_info=error)
    sentence = _("Het ligt aan ons. Noem dit nummer als u ons belt: {reference}", reference=reference)
    toast(sentence, tone="bad", title=_("Er ging iets mis"))
