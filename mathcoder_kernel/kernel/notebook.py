# mypy: disable-error-code="no-untyped-call"
"""A question through a real notebook: a kernel is started, a `%%mathcoder` cell executed in it, the notebook saved.

This is what JupyterLab does without its user interface: the same kernel, messages and outputs.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mathcoder_kernel.kernel.cells import KEY
from mathcoder_kernel.kernel.kernelspecs import DISPLAY_NAME, kernel_json

KERNEL_NAME = "mathcoder"


def ask_in_notebook(question: str, path: Path, settings: Mapping[str, str]) -> int:
    """Ask in a new notebook, print what its cell shows, save it at `path`; OSError if that cannot be.

    The kernel is this installation's own, whatever other kernels Jupyter knows. The exit code is 0 where there is an
    answer, which the kernel's reply tells, not what stands under the cell.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import DeadKernelError

    options = "".join(f" --{name.replace('_', '-')}={value}" for name, value in settings.items())
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(f"%%mathcoder{options}\n{question}")],
        metadata={"kernelspec": {"name": KERNEL_NAME, "display_name": DISPLAY_NAME, "language": "python"}},
    )
    answers: list[object] = []

    def replied(execute_reply: Mapping[str, Any], **_: object) -> None:
        answers.append(execute_reply.get("metadata", {}).get(KEY, {}).get("answer"))

    client = NotebookClient(
        notebook,
        on_cell_executed=replied,
        km=_manager(),
        timeout=None,
        allow_errors=True,
        extra_arguments=["--log-level=ERROR"],  # ipykernel warns of its transport, which is this machine's loopback
        resources={"metadata": {"path": str(Path.cwd())}},
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)  # what cannot be saved is not asked
    print("Starting the MathCoder kernel and asking in a notebook cell…", file=sys.stderr)
    try:
        client.execute()
    except DeadKernelError:
        print("The kernel ended while it was answering.", file=sys.stderr)
        return 1
    finally:
        notebook.cells[0].outputs = outputs = _joined(notebook.cells[0].outputs)
        nbformat.write(notebook, path)
    print("\n".join(text for output in outputs if (text := _text(output))))
    print(f"\nSaved as {path}", file=sys.stderr)
    return 0 if answers[0] is not None else 1


def _manager() -> Any:
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class OwnKernelManager(AsyncKernelManager):
        """Starts this installation's kernel without looking for it in Jupyter's folders."""

        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(**kernel_json())

    return OwnKernelManager(kernel_name=KERNEL_NAME)


def _joined(outputs: list[Any]) -> list[Any]:
    """Outputs with the pieces of a stream that follow each other as one, as Jupyter's notebooks keep them."""
    joined: list[Any] = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output["output_type"] == "stream" == last.get("output_type") and output["name"] == last["name"]:
            last["text"] += output["text"]
        else:
            joined.append(output)
    return joined


def _text(output: Mapping[str, Any]) -> str:
    """What a reader without HTML sees of an output."""
    if output["output_type"] == "stream":
        return str(output["text"]).rstrip("\n")
    if output["output_type"] == "error":
        return f"{output['ename']}: {output['evalue']}"
    return str(output["data"].get("text/plain", "")).rstrip("\n")
