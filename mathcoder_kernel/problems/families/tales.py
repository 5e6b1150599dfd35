"""Word problems told in the files of `tales`."""

from __future__ import annotations

from mathcoder_kernel.problems.tales import register

register()
