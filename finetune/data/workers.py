"""Where code of transcripts runs: in the pool of this machine, or on the machines of a Ray cluster.

Both are `Workers`: solutions go in, the results of their blocks come out in the same order. Ray is the optional extra
`ray` and imported only when asked for; on each of its machines code runs in the same pool as here.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from types import TracebackType
from typing import Any, Literal, Protocol

from finetune.data.files import DataError
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import ExecutionResult, Limits

WorkersKind = Literal["local", "ray"]


class Workers(Protocol):
    """Runs solutions; a context manager."""

    count: int
    """Solutions that run at a time."""

    def run_many(
        self, solutions: Iterable[Sequence[str]], limits: Limits | None = None, *, give_up: bool = False
    ) -> Iterator[list[ExecutionResult]]:
        """The results of each solution's blocks, run in order in one namespace, in the order of the solutions.

        With `give_up` a block that ran out of time or ended its process is its solution's last.
        """
        ...


class LocalWorkers:
    """The pool executor of this machine; `count` children at a time (default: one for each CPU)."""

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1

    def __enter__(self) -> LocalWorkers:
        self._pool = PoolExecutor(self.count)
        return self

    def run_many(
        self, solutions: Iterable[Sequence[str]], limits: Limits | None = None, *, give_up: bool = False
    ) -> Iterator[list[ExecutionResult]]:
        """See `Workers`."""
        return self._pool.run_many(solutions, limits, give_up=give_up)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()


class RayWorkers:
    """The pool on every machine of a Ray cluster, an actor for each `cpus_per_actor` CPUs.

    `address` is Ray's ("auto": the cluster that this machine belongs to; None: one of this machine alone).
    """

    _BATCH = 16  # solutions in one call: a call costs about a millisecond, a solution 35

    def __init__(self, count: int | None = None, address: str | None = "auto", cpus_per_actor: int = 4) -> None:
        try:
            import ray
        except ImportError:
            raise DataError(
                "Ray is not installed: `pip install 'mathcoder-kernel[ray]'`, or leave --workers at local"
            ) from None
        self._ray: Any = ray
        self._address = address
        self._cpus = cpus_per_actor
        self.count = count or 0

    def __enter__(self) -> RayWorkers:
        try:
            self._ray.init(address=self._address, ignore_reinit_error=True, log_to_driver=False)
        except ConnectionError as error:
            raise DataError(
                f"no Ray cluster answers at {self._address!r}: start one with `ray start --head`"
            ) from error
        available = int(self._ray.cluster_resources().get("CPU", 1))
        self.count = min(self.count or available, available)
        self._cpus = min(self._cpus, self.count)
        actor = self._ray.remote(num_cpus=self._cpus)(_PoolActor)
        self._actors = [actor.remote(self._cpus) for _ in range(max(1, self.count // self._cpus))]
        return self

    def run_many(
        self, solutions: Iterable[Sequence[str]], limits: Limits | None = None, *, give_up: bool = False
    ) -> Iterator[list[ExecutionResult]]:
        """See `Workers`."""
        limits = limits or Limits()
        waiting = iter(solutions)
        running: deque[Any] = deque()
        turn = 0
        while True:
            while len(running) < 4 * len(self._actors) and (batch := list(islice(waiting, self._BATCH))):
                running.append(self._actors[turn % len(self._actors)].run.remote(batch, limits, give_up))
                turn += 1
            if not running:
                return
            yield from self._ray.get(running.popleft())

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for actor in self._actors:
            self._ray.kill(actor)
        self._ray.shutdown()


class _PoolActor:
    """Lives on a machine of the cluster and holds its pool."""

    def __init__(self, count: int) -> None:
        self._pool = PoolExecutor(count)

    def run(self, solutions: Sequence[Sequence[str]], limits: Limits, give_up: bool) -> list[list[ExecutionResult]]:
        return list(self._pool.run_many(solutions, limits, give_up=give_up))


def workers_of(
    kind: WorkersKind, count: int | None = None, address: str | None = "auto"
) -> AbstractContextManager[Workers]:
    """The workers of that kind; DataError where Ray is asked for and missing."""
    return RayWorkers(count, address) if kind == "ray" else LocalWorkers(count)
