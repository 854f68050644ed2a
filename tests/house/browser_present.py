"""Before the tests: is there a Chromium? Install the distribution's own when that is permitted, else say what to do."""

import os
import shutil
import subprocess
import sys

ADVICE = "The tests need Chromium. Install it (on Debian or Ubuntu: sudo apt-get install chromium) and run this again."


def main() -> int:
    """0 when Chromium is there or could be installed."""
    if shutil.which("chromium"):
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        _quietly("apt-get", "update", "-qq")
        _quietly("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    if shutil.which("chromium"):
        return 0
    sys.stderr.write(f"{ADVICE}\n")
    return 1


def _quietly(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)


if __name__ == "__main__":
    sys.exit(main())
