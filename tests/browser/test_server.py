"""The server that these tests and the benchmarks start, with our extension of it and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.server import serving


@pytest.mark.parametrize("extension", [True, False])
def test_a_server_loads_our_extension_unless_it_is_left_off(tmp_path: Path, extension: bool) -> None:
    with serving(tmp_path / "server", {}, extension=extension) as server:
        log = server.log.read_text(encoding="utf-8", errors="replace")
    assert "jupyterlab | extension was successfully loaded" in log
    assert ("mathcoder_kernel.server_extension | extension was successfully loaded" in log) is extension
