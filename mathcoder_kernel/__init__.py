"""MathCoder for Jupyter: maths questions answered by a local model that runs its own code in your kernel.

Rooms, from the pure core outwards: `lce` (transcripts and dialects), `problems` (problem families), `engine`
(what decodes tokens), `execution` (what runs code), `solver` (the turn), `kernel` (what a person sees).
Importing this package imports none of llama_cpp, numpy, sympy or torch.
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"


def load_ipython_extension(shell: Any) -> None:
    """Register the `mathcoder` magics in any IPython shell (`%load_ext mathcoder_kernel`)."""
    from mathcoder_kernel.kernel.extension import load

    load(shell)


def unload_ipython_extension(shell: Any) -> None:
    """Remove the magics and stop the engine (`%unload_ext mathcoder_kernel`)."""
    from mathcoder_kernel.kernel.extension import unload

    unload(shell)
