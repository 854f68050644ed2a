"""Reading a calendar file in a process of its own: however a stranger wrote it, it takes limited time and memory."""

import json
import resource
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from outside.busy import busy_times
from outside.occurrences import Interval
from outside.unreadable import Unreadable, Why

ROOT = Path(__file__).parent.parent
PROGRAM = [sys.executable, "-m", "outside.apart"]
PROCESSOR_SECONDS, MEMORY = 10, 1 << 30


def busy_times_apart(text: str, first: datetime, last: datetime, *, seconds: float = 20.0) -> tuple[Interval, ...]:
    """As `busy.busy_times`; raises `Unreadable` also when that takes longer than anybody's agenda should."""
    asked = json.dumps({"text": text, "first": first.isoformat(), "last": last.isoformat()})
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of theirs on its command line
            PROGRAM,
            input=asked,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            cwd=ROOT,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise Unreadable(Why.TOO_MUCH) from None
    answer = json.loads(done.stdout)
    if isinstance(answer, str):
        raise Unreadable(Why(answer))
    return tuple(Interval(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in answer)


def main() -> None:
    """Read the question from standard input and write the answer: pairs of moments, or why not."""
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    asked = json.load(sys.stdin)
    try:
        found = busy_times(asked["text"], datetime.fromisoformat(asked["first"]), datetime.fromisoformat(asked["last"]))
    except Unreadable as refusal:
        json.dump(refusal.why, sys.stdout)
    else:
        json.dump([[one.start.isoformat(), one.end.isoformat()] for one in found], sys.stdout)


if __name__ == "__main__":
    main()
