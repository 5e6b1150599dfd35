"""Distributions built once, and fresh environments to install them into."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Built:
    """The two distributions of this checkout; the wheel was built from the unpacked sdist, as an index user's is."""

    sdist: Path
    wheel: Path


@dataclass(frozen=True)
class Fresh:
    """A new environment with a home of its own. Dependencies are read from the environment that runs the tests (so that
    llama.cpp is not compiled again); our package is not: an editable install's .pth file there has no effect here."""

    folder: Path
    home: Path

    @property
    def bin(self) -> Path:
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        return self.bin / ("python.exe" if sys.platform == "win32" else "python")

    def run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, outside of the checkout; its output is text."""
        drop = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "MATHCODER_MODEL")
        env = {name: value for name, value in os.environ.items() if name not in drop and not name.startswith("JUPYTER")}
        env |= {"HOME": str(self.home), "USERPROFILE": str(self.home), "PATH": f"{self.bin}{os.pathsep}{env['PATH']}"}
        program = self.python if command[0] == "python" else self.bin / command[0]
        done = subprocess.run(
            [str(program), *command[1:]], capture_output=True, text=True, env=env | more, cwd=self.home, timeout=300
        )
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
        return done

    def pip(self, *arguments: str) -> str:
        """Run the pip of the environment that runs the tests on this one."""
        command = [sys.executable, "-m", "pip", "--python", str(self.python), "--disable-pip-version-check", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.home, timeout=600)
        assert done.returncode == 0, f"pip {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def install(self, distribution: Path) -> None:
        """Install one of our distributions, and nothing else."""
        offline = ("--no-index", "--no-deps", "--no-build-isolation", "--force-reinstall")
        self.pip("install", *offline, str(distribution))

    def files(self) -> set[str]:
        """Everything in the environment."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*")}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("dist")

    def build(source: Path, target: str) -> None:
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
        # Assets that were built before are packed; building them here would need node and the network.
        env = os.environ | {"HATCH_JUPYTER_BUILDER_SKIP_NPM": "1"}
        done = subprocess.run(command, cwd=source, capture_output=True, text=True, timeout=300, env=env)
        assert done.returncode == 0, done.stdout + done.stderr

    build(ROOT, "sdist")
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (source,) = (folder / "unpacked").iterdir()
    build(source, "wheel")
    (wheel,) = folder.glob("*.whl")
    return Built(sdist, wheel)


@pytest.fixture
def fresh(tmp_path: Path) -> Fresh:
    return make_fresh(tmp_path)


def make_fresh(parent: Path) -> Fresh:
    """A new environment under `parent`."""
    env = Fresh(parent / "env", parent / "home")
    env.home.mkdir(parents=True)
    venv.create(env.folder, with_pip=False)
    asked = env.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(asked.stdout.strip()) / "dependencies.pth").write_text("\n".join(sorted(dependencies)))
    return env
