"""`python -m mathcoder_kernel` is the `mathcoder` command."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    # A student's folder may hold a random.py; the command `mathcoder` does not look there either.
    if sys.path[0] == "" or Path(sys.path[0]) == Path.cwd():
        del sys.path[0]

    from mathcoder_kernel.cli import main

    sys.exit(main())
