"""What a command says in passing or when it can't go on: one sentence, never too long, on the error stream."""

import sys

LONGEST_SENTENCE = 500


def said(status: int, sentence: str) -> int:
    """Say it and give the status back."""
    short = sentence if len(sentence) <= LONGEST_SENTENCE else sentence[:LONGEST_SENTENCE] + "…"
    print(f"rodedraad: {' '.join(short.split())}", file=sys.stderr)
    return status
