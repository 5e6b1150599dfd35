"""What the solver's tests run code in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mathcoder_kernel.execution.pool import PoolExecutor


@pytest.fixture(scope="module")
def pool() -> Iterator[PoolExecutor]:
    executor = PoolExecutor(workers=1)
    yield executor
    executor.close()
