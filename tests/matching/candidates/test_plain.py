"""Without the accelerator the columns say the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from matching.solver.compiled import IS_FAST


@pytest.mark.skipif(not IS_FAST, reason="these tests run without the accelerator already")
def test_the_same_tests_pass() -> None:
    others = sorted(str(path) for path in Path(__file__).parent.glob("test_*.py") if path != Path(__file__))
    program = "import sys; sys.modules['numba'] = None; import pytest; sys.exit(pytest.main(sys.argv[1:]))"

    ran = subprocess.run([sys.executable, "-c", program, *others, "-n", "0"], capture_output=True, text=True)

    assert (ran.returncode, ran.stdout[-600:] if ran.returncode else "") == (0, "")
