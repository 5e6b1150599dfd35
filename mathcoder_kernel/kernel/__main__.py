"""Starts the kernel: `python -m mathcoder_kernel.kernel -f CONNECTION_FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    # A student's folder may hold a random.py; the shell puts the folder back when it starts.
    if sys.path[0] == "" or Path(sys.path[0]) == Path.cwd():
        del sys.path[0]

    from mathcoder_kernel.kernel.application import MathCoderKernelApp
    from mathcoder_kernel.kernel.kernel import MathCoderKernel

    MathCoderKernelApp.launch_instance(kernel_class=MathCoderKernel)
