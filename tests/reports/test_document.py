"""What a report says, kept and read back."""

import json

from reports.document import as_plain, from_plain
from tests.reports.sample import DOCUMENT


def test_a_document_that_was_kept_comes_back_the_same() -> None:
    kept = json.loads(json.dumps(as_plain(DOCUMENT)))

    assert from_plain(kept) == DOCUMENT
