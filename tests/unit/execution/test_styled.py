"""Namespaces as the dialects' own loops have them, in real processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import ExecutionRequest
from mathcoder_kernel.execution.styled import StyledExecutor
from mathcoder_kernel.lce.execution_style import ExecutionStyle, Namespace


@pytest.fixture(scope="module")
def pool() -> Iterator[PoolExecutor]:
    executor = PoolExecutor(workers=1)
    yield executor
    executor.close()


async def texts(pool: PoolExecutor, style: ExecutionStyle, *codes: str) -> list[str]:
    executor = StyledExecutor(pool, style)
    try:
        return [(await executor.run(ExecutionRequest(style.source(code)))).text for code in codes]
    finally:
        await executor.close()


COUNTING = ("n = 1\nprint('one')", "n += 1\nprint('two')", "print(n)")


@pytest.mark.parametrize(
    ("namespace", "last"),
    [
        ("shared", "2"),
        ("fresh", "NameError: name 'n' is not defined"),
        ("replayed", "2"),
        ("replayed silently", "2"),
    ],
)
async def test_a_block_finds_what_its_namespace_holds(pool: PoolExecutor, namespace: Namespace, last: str) -> None:
    style = ExecutionStyle(shows_value=False, namespace=namespace)
    first, *_, third = await texts(pool, style, *COUNTING)
    assert (first, third) == ("one", last)


async def test_blocks_that_run_again_print_nothing_into_the_result(pool: PoolExecutor) -> None:
    style = ExecutionStyle(shows_value=False, namespace="replayed silently")
    assert await texts(pool, style, "x = 3\nx", "x + 1") == ["3", "4"]


async def test_a_preamble_stands_before_the_first_block(pool: PoolExecutor) -> None:
    for namespace in ("fresh", "shared"):
        style = ExecutionStyle(shows_value=False, namespace=namespace, preamble="import math\nk = 5")
        assert await texts(pool, style, "math.comb(k, 2)", "k") == ["10", "5"]
