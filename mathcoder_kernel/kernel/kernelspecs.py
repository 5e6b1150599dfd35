"""Making the kernel known to a Jupyter that lives in another environment, and taking it away again."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

DISPLAY_NAME = "MathCoder"


def kernel_json(executable: str = sys.executable) -> dict[str, Any]:
    """The kernel specification with `executable` as the kernel's Python."""
    specification: dict[str, Any] = json.loads(
        files("mathcoder_kernel").joinpath("kernelspec", "kernel.json").read_text(encoding="utf-8")
    )
    specification["argv"][0] = executable
    return specification


def install(name: str = "mathcoder", *, prefix: str | None = None) -> Path:
    """Write the specification for this Python, for this person or under `prefix`; returns its folder.

    Raises ValueError for a name that Jupyter does not take, OSError where the folder cannot be written.
    """
    from jupyter_client.kernelspec import KernelSpecManager

    with tempfile.TemporaryDirectory() as folder, as_file(files("mathcoder_kernel").joinpath("kernelspec")) as source:
        staged = Path(folder) / "mathcoder"
        shutil.copytree(source, staged)
        specification = kernel_json()
        if name != "mathcoder":
            specification["display_name"] = f"{DISPLAY_NAME} ({name})"
        (staged / "kernel.json").write_text(json.dumps(specification, indent=2), encoding="utf-8")
        manager = KernelSpecManager()
        return Path(manager.install_kernel_spec(str(staged), name, user=prefix is None, prefix=prefix))


def uninstall(name: str = "mathcoder") -> Path | None:
    """Remove a specification of ours; its folder, or None where Jupyter knows no such kernel of ours."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    manager = KernelSpecManager()
    try:
        specification = manager.get_kernel_spec(name)
    except NoSuchKernel:
        return None
    if "mathcoder_kernel.kernel" not in specification.argv:
        return None
    return Path(manager.remove_kernel_spec(name))


def installed() -> dict[str, list[str]]:
    """Every kernel of ours that Jupyter finds here: its name and its command."""
    from jupyter_client.kernelspec import KernelSpecManager

    return {
        name: found["spec"]["argv"]
        for name, found in KernelSpecManager().get_all_specs().items()
        if "mathcoder_kernel.kernel" in found["spec"].get("argv", ())
    }
