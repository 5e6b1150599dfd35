"""What the benchmarks share: kernels started as a user's Jupyter starts them, medians with intervals, one small table.

Times are seconds of wall clock unless a name says CPU. An interval is the 95 % bootstrap interval of the median, with a
fixed seed. Ratios are of pairs measured one after the other in the same run, so that a machine's mood falls on both.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import ipykernel.kernelspec
import psutil
from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.kernelspec import KernelSpecManager

import mathcoder_kernel
from mathcoder_kernel.engine import library, model_files
from mathcoder_kernel.engine.protocol import ModelFileError

KERNELSPEC = Path(mathcoder_kernel.__file__).parent / "kernelspec"
PLAIN, OURS = "python3", "mathcoder"
RANDOM_MODELS: dict[int, dict[str, int]] = {  # million parameters: the shape
    33: {"width": 512, "layers": 8, "heads": 8, "hidden": 1536, "vocabulary": 8192},
    110: {"width": 768, "layers": 12, "heads": 12, "hidden": 2304, "vocabulary": 16384},
}


@dataclass(frozen=True, slots=True)
class Median:
    """A median with its 95 % interval, over `n` measurements."""

    value: float
    low: float
    high: float
    n: int

    def show(self, unit: str = "s") -> str:
        """As one cell of a table; `unit` is `s`, `ms`, or `x` (a ratio)."""
        factor = 1000.0 if unit == "ms" else 1.0
        digits = 3 if unit in ("s", "x") else 2
        value, low, high = (f"{figure * factor:.{digits}f}" for figure in (self.value, self.low, self.high))
        return f"{value} {unit}  ({low} to {high})"


@contextmanager
def own_cache() -> Iterator[Path]:
    """Nothing that was kept before helps, and nothing is kept: engines started here use a folder that is then gone."""
    with tempfile.TemporaryDirectory() as folder, patch.object(model_files, "cache_folder", lambda: Path(folder)):
        yield Path(folder)


def median(values: Sequence[float], resamples: int = 2000) -> Median:
    """The median of `values` and its bootstrap interval."""
    rng = random.Random(0)
    found = sorted(statistics.median(rng.choices(values, k=len(values))) for _ in range(resamples))
    return Median(statistics.median(values), found[int(0.025 * resamples)], found[int(0.975 * resamples)], len(values))


def ratio(ours: Sequence[float], plain: Sequence[float]) -> Median:
    """The median of the pairs' ratios."""
    return median([one / other for one, other in zip(ours, plain, strict=True)])


def add_model_options(parser: argparse.ArgumentParser) -> None:
    """The options that `chosen_model` reads."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--model", help="a name or path (default: the bundled model)")
    which.add_argument("--random", type=int, choices=sorted(RANDOM_MODELS), help="random weights, million parameters")


@contextmanager
def chosen_model(options: argparse.Namespace) -> Iterator[Path]:
    """The file of the model that the options name; a random one lasts as long as the context."""
    if not options.random:
        try:
            path = library.find(options.model)
        except ModelFileError as error:
            raise SystemExit(str(error)) from None
        yield path
        return
    from random_model import write_random_model  # needs gguf, which users do not have

    with tempfile.TemporaryDirectory(prefix="mathcoder-bench-") as folder:
        yield write_random_model(Path(folder) / "random.gguf", **RANDOM_MODELS[options.random])


@contextmanager
def kernelspecs() -> Iterator[KernelSpecManager]:
    """Both kernels, with this Python, whatever else is installed."""
    with tempfile.TemporaryDirectory(prefix="mathcoder-bench-") as folder:
        shutil.copytree(KERNELSPEC, Path(folder) / OURS, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        ipykernel.kernelspec.write_kernel_spec(str(Path(folder) / PLAIN))
        yield KernelSpecManager(kernel_dirs=[folder], ensure_native_kernel=False)


@dataclass(frozen=True, slots=True)
class Started:
    """A running kernel, how long it took to answer its first request, and the CPU seconds it had used by then."""

    manager: KernelManager
    client: BlockingKernelClient
    process: psutil.Process
    seconds: float
    cpu_seconds: float


@contextmanager
def kernel(name: str, specs: KernelSpecManager) -> Iterator[Started]:
    """Start a kernel, wait until it answers, and end it afterwards."""
    with ExitStack() as stack:
        manager = KernelManager(kernel_name=name, kernel_spec_manager=specs)
        start = time.perf_counter()
        manager.start_kernel()
        stack.callback(manager.shutdown_kernel, now=True)
        client = manager.blocking_client()
        client.start_channels()
        stack.callback(client.stop_channels)
        client.wait_for_ready(timeout=120)
        seconds = time.perf_counter() - start
        assert manager.provisioner is not None
        process = psutil.Process(manager.provisioner.pid)
        yield Started(manager, client, process, seconds, cpu_seconds(process))


def cpu_seconds(process: psutil.Process) -> float:
    """User and system time of a process."""
    used = process.cpu_times()
    return float(used.user + used.system)


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """One cell: seconds from sending it until the kernel was idle again, and until its first output (None: none)."""

    seconds: float
    first_output_seconds: float | None
    outputs: tuple[dict[str, Any], ...]
    status: str


def execute(client: BlockingKernelClient, code: str, timeout: float = 300.0) -> RoundTrip:
    """Run a cell and wait until the kernel is idle again."""
    outputs: list[dict[str, Any]] = []
    first: float | None = None
    start = time.perf_counter()
    sent = client.execute(code, allow_stdin=False)
    while True:
        message = client.get_iopub_msg(timeout=timeout)
        if message["parent_header"].get("msg_id") != sent:
            continue
        kind = message["msg_type"]
        if kind == "status" and message["content"]["execution_state"] == "idle":
            break
        if kind in ("stream", "display_data", "update_display_data", "execute_result", "error"):
            first = first if first is not None else time.perf_counter() - start
            outputs.append({"type": kind, **message["content"]})
    reply = client.get_shell_msg(timeout=timeout)
    while reply["parent_header"].get("msg_id") != sent:
        reply = client.get_shell_msg(timeout=timeout)
    return RoundTrip(time.perf_counter() - start, first, tuple(outputs), reply["content"]["status"])


def report(title: str, rows: Sequence[tuple[str, Median, str]], as_json: bool, notes: Sequence[str] = ()) -> None:
    """Print what was measured: a small table, or with `--json` one object."""
    if as_json:
        measured = {name: {**asdict(found), "unit": unit} for name, found, unit in rows}
        json.dump({"benchmark": title, "measured": measured, "notes": list(notes)}, sys.stdout, indent=1)
        print()
        return
    width = max(len(name) for name, _, _ in rows)
    print(f"{title}  (median, 95 % interval, repeats)")
    for name, found, unit in rows:
        print(f"  {name:<{width}}  {found.show(unit)}  n={found.n}")
    for note in notes:
        print(f"  {note}")


def progress(what: Callable[[], Any], count: int, label: str) -> Iterator[Any]:
    """Call `what` `count` times with a progress bar on standard error."""
    from tqdm import tqdm

    for _ in tqdm(range(count), desc=label, file=sys.stderr, disable=not sys.stderr.isatty()):
        yield what()
