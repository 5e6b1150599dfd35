"""What of the shell executor can be seen without a kernel; the rest is in tests/kernel/test_shell_executor.py."""

from __future__ import annotations

import signal
import threading
from types import SimpleNamespace

from mathcoder_kernel.execution.outputs import OutputCollector
from mathcoder_kernel.execution.protocol import ExecutionRequest, Limits
from mathcoder_kernel.execution.shell import _Run


def test_an_interrupt_at_the_end_of_a_block_does_not_wait_for_the_thread_it_interrupts() -> None:
    run = _Run(SimpleNamespace(), ExecutionRequest("1"), OutputCollector(Limits()))
    run._done.set()
    interrupting = threading.Thread(target=run._on_signal, args=(signal.SIGINT, None), daemon=True)
    with run._wake._cond:  # as the main thread holds it inside of `_wake.set()`
        interrupting.start()
        interrupting.join(30)
    assert not interrupting.is_alive()
