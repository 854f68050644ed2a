"""How much a request may bring: what a person can type, and more below the addresses that take files."""

from flask import Flask, current_app, request

MEGABYTE = 1024 * 1024
LARGEST_FORM = MEGABYTE // 4
LARGEST_REQUEST = 14 * MEGABYTE  # an upload arrives as text, a third larger than the file
LONGEST_TEXT = 25_000
"""Letters in one field: a browser takes no more, so that a form in any alphabet can still be sent and kept."""
FILES = "takes_files"


def add_sizes(server: Flask) -> None:
    """To be added before whatever reads a form."""
    server.config.update(MAX_CONTENT_LENGTH=LARGEST_FORM)
    server.extensions[FILES] = set[str]()
    server.before_request(_allow)


def take_files(server: Flask, prefix: str) -> None:
    """Allow uploads below `prefix`."""
    server.extensions[FILES].add(prefix)


def _allow() -> None:
    if request.path.startswith(tuple(current_app.extensions[FILES])):
        request.max_content_length = LARGEST_REQUEST
