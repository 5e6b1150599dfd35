"""`%mathcoder config engine http://…/v1`: the same questions, answered by a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kernel.starting import RunningKernel
from tests.unit.engine.test_server import llama_server

pytestmark = pytest.mark.kernel


def test_a_server_answers_instead_of_the_local_model(kernel: RunningKernel, model_path: Path) -> None:
    with llama_server(model_path) as address:
        kernel.run(f"%mathcoder config engine {address}/v1")
        assert "Answer: 6" in kernel.run("%mathcoder What is 12% of 50?").shown
        assert f"on the server {address}/v1" in kernel.run("%mathcoder status").shown
    gone = kernel.run("%mathcoder What is 12% of 50?", timeout=90)
    assert "No server answers" in gone.shown
    kernel.run("%mathcoder config engine ''")
    assert "Answer: 6" in kernel.run("%mathcoder What is 12% of 50?").shown
