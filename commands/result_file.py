"""A result as a file: there as a whole, or not at all."""

import os
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Write beside it and rename, so that nobody ever finds half a result. Raises OSError.

    What is no ordinary file, such as a pipe or /dev/stdout, is written straight.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)
        return
    target = path.resolve()
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from None
