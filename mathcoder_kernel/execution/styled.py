"""Code of one answer in throw-away processes, as the reference loop of a model's dialect runs it.

The live kernel does not use this: there the namespace is the student's, and every block runs in it once. Votes and
evaluation do, where a model should meet what it was trained with: a process of its own for each block, perhaps with the
blocks before it run again in front.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import ExecutionRequest, ExecutionResult, Executor, OnOutput
from mathcoder_kernel.lce.execution_style import ExecutionStyle


class StyledExecutor:
    """An executor (see `protocol`) for one answer, with the namespace that `style` asks for.

    `snapshot` holds variables that every namespace begins with. What a block printed, and how that reads, is the
    caller's business (`ExecutionStyle.source` and `.feedback`).
    """

    def __init__(self, pool: PoolExecutor, style: ExecutionStyle, snapshot: Mapping[str, Any] | None = None) -> None:
        self._pool, self._style, self._snapshot = pool, style, snapshot
        self._earlier: list[str] = []
        self._stack = AsyncExitStack()
        self._session: Executor | None = None

    async def run(self, request: ExecutionRequest, on_output: OnOutput | None = None) -> ExecutionResult:
        """See `Executor.run`; what earlier blocks print when they are run again is not shown."""
        *before, code = self._style.sources(self._earlier, request.code)
        shared = self._style.namespace == "shared"
        if self._session is None or not shared:
            await self._stack.aclose()
            self._session = await self._stack.enter_async_context(self._pool.session(self._snapshot))
        elif shared:
            before = []  # the preamble stands already
        for source in before:
            await self._session.run(replace(request, code=source))
        self._earlier.append(request.code)
        return await self._session.run(replace(request, code=code), on_output)

    async def variables(self, names: Collection[str]) -> dict[str, str]:
        """See `Executor.variables`: those of the last block's namespace."""
        return await self._session.variables(names) if self._session is not None else {}

    def interrupt(self) -> None:
        """See `Executor.interrupt`."""
        if self._session is not None:
            self._session.interrupt()

    async def close(self) -> None:
        """See `Executor.close`."""
        self._session = None
        await self._stack.aclose()
