"""Kernels for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kernel.extension import PlayedExtension
from tests.kernel.starting import RunningKernel, started


@pytest.fixture(scope="module")
def kernel(model_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningKernel]:
    """Our kernel with the real model; one for all tests of a module."""
    with started(environment={"MATHCODER_MODEL": str(model_path)}, cwd=tmp_path_factory.mktemp("notebooks")) as running:
        yield running


@pytest.fixture
def page(scripted: RunningKernel) -> Iterator[PlayedExtension]:
    """A frontend on the kernel with a script of the test's own module (its fixture `scripted`)."""
    extension = PlayedExtension(scripted)
    yield extension
    extension.close()
    scripted.drain()
