"""A real pool, shared by the checking tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mathcoder_kernel.execution.pool import PoolExecutor


@pytest.fixture(scope="session")
def pool() -> Iterator[PoolExecutor]:
    """One worker is enough here."""
    with PoolExecutor(workers=1) as pool:
        yield pool
