"""`python -m mathcoder_kernel` is the `mathcoder` command."""

from __future__ import annotations

import sys

from mathcoder_kernel.cli import main

if __name__ == "__main__":
    sys.exit(main())
