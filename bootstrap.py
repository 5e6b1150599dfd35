"""MathCoder for Jupyter from a checkout, with nothing but Python 3.11 or newer.

    python3 bootstrap.py ask "Solve 2x + 3 = 11"    a question, answered in a notebook's live kernel, offline
    python3 bootstrap.py lab                        JupyterLab on the quickstart notebook
    python3 bootstrap.py test                       what the tests need, and the tests (pytest arguments may follow)
    python3 bootstrap.py install [--extras a,b]     only make the environment
    python3 bootstrap.py doctor                     what is here and what is missing
    python3 bootstrap.py wheelhouse DIR             everything for machines without network or compiler
    python3 bootstrap.py clean [--all]              remove the environment (--all: the kept wheels too)

Everything goes into `.venv` beside this file (`--venv DIR` for another place). A stamp in it says what was installed,
so the next run goes straight to its job. llama-cpp-python has no wheel on the package index: it is compiled once for
this kind of processor and kept in a folder of yours (`MATHCODER_CACHE`), or taken from a folder of prebuilt wheels
(`--wheelhouse DIR` or `MATHCODER_WHEELHOUSE`; with `--offline`, everything comes from there).
"""

# Read by older Pythons up to the version check: hence no __future__ import and no syntax newer than 3.6 in this file.
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is where older ones are told
    sys.exit(
        "MathCoder needs Python 3.11 or newer; this is Python {}.{}.\n"
        "Get a newer one (from python.org, your system's packages, or conda) and start this file with it, as in\n"
        "    python3.13 bootstrap.py --help".format(*sys.version_info[:2])
    )

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = sys.platform == "win32"
LLAMA = "0.3.36"  # the llama-cpp-python that is compiled here; pyproject.toml admits a range
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "--no-color")
EXTRAS = ("lab", "test", "finetune", "checking", "dev")
TAKES = {"finetune": "3 to 8 minutes", "test": "2 to 6 minutes", "lab": "2 to 8 minutes"}  # installing; longest first
LOG_HINTS = (  # what a person can do about the usual ends of an install, by what the log says
    (r"No space left on device|not enough space", "The disk is full: free some space and run this again."),
    (
        r"name resolution|NewConnectionError|getaddrinfo|Network is unreachable|ConnectTimeout|Connection refused",
        "The package index could not be reached: check the network, or install from a folder made elsewhere with\n"
        "`bootstrap.py wheelhouse DIR`:  --wheelhouse DIR --offline",
    ),
    (
        r"ensurepip is not available|No module named ensurepip|No module named venv",
        "This Python lacks the venv module. On Debian and Ubuntu:  sudo apt install python3-venv",
    ),
    (
        r"No matching distribution found|Could not find a version",
        "The log names a package that was not found: with --offline it must be in the wheelhouse folder; otherwise\n"
        "see whether this Python is too new for it (Python 3.11 to 3.13 are known to work).",
    ),
    (
        r"Killed|out of memory|Cannot allocate memory",
        "The machine ran out of memory: close other programs and run this again.",
    ),
)


class Failed(Exception):
    """The run cannot go on; the message says what was wrong and what to do."""


# ------------------------------------------------------------------ places


def cache_dir(env: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where compiled wheels are kept between checkouts; MATHCODER_CACHE overrides it."""
    if env.get("MATHCODER_CACHE"):
        return Path(env["MATHCODER_CACHE"])
    if platform == "win32":
        return Path(env.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "mathcoder" / "Cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "mathcoder"
    return Path(env.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mathcoder"


def cpu_features() -> str:
    """The instruction sets of this processor, or its model's name: a wheel compiled here may need all of them."""
    if sys.platform == "linux":
        info = Path("/proc/cpuinfo").read_text(errors="replace") if Path("/proc/cpuinfo").exists() else ""
        line = re.search(r"^(?:flags|Features|isa)\s*:(.*)$", info, re.M)
        # Only instruction sets that compilers use: the line also has what changes with a kernel update.
        found = re.findall(
            r"\b(?:s?sse\w*|avx\w*|amx\w*|fma|f16c|bmi\d|asimd\w*|sve\w*|sme\w*|i8mm|bf16|rv\w+)\b",
            line[1] if line else "",
        )
        if found:
            return " ".join(sorted(set(found)))
    if sys.platform == "darwin":
        names = ("machdep.cpu.brand_string", "machdep.cpu.features", "machdep.cpu.leaf7_features")
        asked = [subprocess.run(["sysctl", "-n", name], capture_output=True, text=True) for name in names]
        return " ".join(answer.stdout.strip() for answer in asked)
    import platform

    return os.environ.get("PROCESSOR_IDENTIFIER") or platform.processor() or platform.machine()


def wheel_key(features: str, version: str = LLAMA, cmake_args: str = "") -> str:
    """The folder of a compiled wheel: same version, system, C library, processor features and CMake settings."""
    import platform

    told = json.dumps([version, sysconfig.get_platform(), platform.libc_ver(), features, cmake_args.split()])
    return f"llama-cpp-python-{version}-{sysconfig.get_platform()}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def find_wheel(folder: Path) -> Path | None:
    """A llama-cpp-python wheel for this Python in `folder` (wheels say for which Pythons they are in their name)."""
    here = {"py3", f"py{sys.version_info[0]}{sys.version_info[1]}", f"cp{sys.version_info[0]}{sys.version_info[1]}"}
    for wheel in sorted(folder.glob("llama_cpp_python-*.whl"), reverse=True):
        if here & set(wheel.stem.split("-")[-3].split(".")):
            return wheel
    return None


# ------------------------------------------------------------------ running a step


def tail(log: Path, lines: int = 15) -> str:
    """The last lines of a log."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").rstrip().splitlines()[-lines:])


def progress(log: Path) -> str:
    """How far a build is, as its own log has it: ninja writes `[done/all]` before each step."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 65536))  # a warning of the compiler can be long
        found = re.findall(rb"\[\s*(\d+)/(\d+)\]", file.read())
    return f"{int(found[-1][0])} of {int(found[-1][1])} parts" if found else ""


def run_step(
    title: str, estimate: str, command: Sequence[str], log: Path, env: Mapping[str, str] | None = None
) -> None:
    """Run a command with its output in `log`, showing the time that went by; raises Failed with the last lines."""
    log.parent.mkdir(parents=True, exist_ok=True)
    tty, start, last_line = sys.stdout.isatty(), time.monotonic(), 0.0
    print(f"{title} ({estimate}) ...", flush=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=env, cwd=ROOT
        )
        try:
            for tick in range(sys.maxsize):
                try:
                    code = process.wait(timeout=0.2)
                    break
                except subprocess.TimeoutExpired:
                    elapsed = time.monotonic() - start
                    line = f"{int(elapsed) // 60}:{int(elapsed) % 60:02d}  {progress(log)}".rstrip()
                    if tty:
                        print(f"\r  {'|/-*'[tick % 4]} {line}  ", end="", flush=True)
                    elif elapsed - last_line >= 30:
                        last_line = elapsed
                        print(f"  still at it, {line}", flush=True)
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            raise
    elapsed = time.monotonic() - start
    if tty:
        print("\r" + " " * 40 + "\r", end="")
    if code:
        text = log.read_text(encoding="utf-8", errors="replace")
        hint = next((advice for pattern, advice in LOG_HINTS if re.search(pattern, text)), "")
        raise Failed(f"{title} failed. The last lines of {log}:\n\n{tail(log)}\n\n{hint}".rstrip())
    print(f"  done in {elapsed:.0f} s", flush=True)


# ------------------------------------------------------------------ the compiler


def find_compiler() -> str | None:
    """A C++ compiler, or None. On macOS `c++` exists without one, so the developer tools are asked instead."""
    if os.environ.get("CXX"):
        return shutil.which(os.environ["CXX"].split()[0])
    if sys.platform == "darwin":
        tools = (
            subprocess.run(["xcode-select", "-p"], capture_output=True, text=True)
            if shutil.which("xcode-select")
            else None
        )
        return tools.stdout.strip() if tools and tools.returncode == 0 else None
    if WINDOWS:
        vswhere = (
            Path(os.environ.get("PROGRAMFILES(X86)", "")) / "Microsoft Visual Studio" / "Installer" / "vswhere.exe"
        )
        if vswhere.exists():
            asked = [
                str(vswhere),
                "-latest",
                "-products",
                "*",
                "-requires",
                "Microsoft.VisualStudio.Component.VC.Tools.x86.x64",
            ]
            found = subprocess.run(
                [*asked, "-property", "installationPath"], capture_output=True, text=True
            ).stdout.strip()
            if found:
                return found
        return shutil.which("cl")
    return next(filter(None, map(shutil.which, ("c++", "g++", "clang++"))), None)


def compiler_advice(platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> str:
    """How to get a C++ compiler on this system, and how to do without one."""
    if platform == "darwin":
        how = "    xcode-select --install"
    elif platform == "win32":
        how = (
            "    winget install Microsoft.VisualStudio.2022.BuildTools --override "
            '"--wait --passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"'
        )
    else:
        known = {
            "apt-get": "sudo apt-get install g++",
            "dnf": "sudo dnf install gcc-c++",
            "pacman": "sudo pacman -S gcc",
            "zypper": "sudo zypper install gcc-c++",
            "apk": "sudo apk add g++",
            "conda": "conda install -c conda-forge cxx-compiler",
        }
        here = [command for tool, command in known.items() if which(tool)] or list(known.values())
        how = "\n".join(f"    {command}" for command in here)
    return (
        "llama-cpp-python (the part that runs the model) must be compiled once, and no C++ compiler was found.\n"
        f"Get one:\n{how}\nand run this again. Or use a prebuilt wheel: put llama_cpp_python-{LLAMA}-*.whl into a\n"
        "folder (`bootstrap.py wheelhouse DIR` makes one on another machine of this kind) and add:  --wheelhouse FOLDER"
    )


# ------------------------------------------------------------------ the environment


class Environment:
    """A virtual environment made by this file, and the stamp in it that says what it holds."""

    def __init__(self, folder: Path, wheelhouse: Path | None = None, offline: bool = False) -> None:
        self.folder = folder.absolute()
        self.wheelhouse = wheelhouse.absolute() if wheelhouse else None
        self.offline = offline
        self.bin = self.folder / ("Scripts" if WINDOWS else "bin")
        self.python = self.bin / ("python.exe" if WINDOWS else "python")
        self.stamp = self.folder / "mathcoder-bootstrap.json"
        self.logs = self.folder / "logs"

    def key(self) -> str:
        """What the installed things depend on, beside the extras: change it and they are installed again."""
        told = [self.version(), LLAMA, str(self.folder), str(ROOT)]
        specs = sorted((ROOT / "mathcoder_kernel" / "kernelspec").glob("*.*"))
        files = [(ROOT / "pyproject.toml").read_bytes()] + [spec.read_bytes() for spec in specs if spec.is_file()]
        return hashlib.sha256("\0".join(told).encode() + b"\0".join(files)).hexdigest()

    def read_stamp(self) -> dict[str, object]:
        """The stamp; {} where there is none or it cannot be read."""
        try:
            found = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def installed(self) -> set[str]:
        """The extras that were installed with the present key."""
        stamp = self.read_stamp()
        extras = stamp.get("extras")
        return set(extras) if isinstance(extras, list) and stamp.get("key") == self.key() else set()

    def ready(self, extras: set[str]) -> bool:
        """True if everything asked for is installed and up to date."""
        return self.read_stamp().get("key") == self.key() and extras <= self.installed() and self.python.exists()

    def write_stamp(self, extras: set[str] | None) -> None:
        """Say what is here; None while it is being installed."""
        held = {
            "key": self.key() if extras is not None else "",
            "extras": sorted(extras or ()),
            "python": self.version(),
        }
        self.stamp.write_text(json.dumps(held), encoding="utf-8")

    @staticmethod
    def version() -> str:
        """The Python this environment is for, without the patch level (those replace each other)."""
        return f"{sys.version_info[0]}.{sys.version_info[1]}"

    def pip_env(self, **more: str) -> dict[str, str]:
        """The environment of pip: a PYTHONPATH or PIP_USER of the user's would install to, or find, other places."""
        kept = {
            name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "PIP_USER")
        }
        return {**kept, "PYTHONUTF8": "1", **more}

    def sources(self) -> list[str]:
        """pip's options for where packages come from."""
        return (["--no-index"] if self.offline else []) + (
            ["--find-links", str(self.wheelhouse)] if self.wheelhouse else []
        )

    def create(self) -> None:
        """Make the virtual environment, or make it anew if it is for another Python."""
        ours = self.stamp.exists()
        fresh = not self.folder.exists() or not any(self.folder.iterdir())
        if not (ours or fresh or (self.folder / "pyvenv.cfg").exists()):
            raise Failed(f"{self.folder} is not empty and no virtual environment: name another folder with --venv.")
        works = self.python.exists() and subprocess.run([self.python, "-c", ""], capture_output=True).returncode == 0
        if works and (not ours or self.read_stamp().get("python") == self.version()):
            return
        if Path(sys.prefix).resolve() == self.folder.resolve():
            raise Failed(f"{self.folder} must be made anew, and this is its own Python: run this with another Python.")
        if ours:
            shutil.rmtree(self.folder)
        log = self.folder.parent / f"{self.folder.name}-making.log"  # the folder itself must be empty for venv
        run_step(
            f"Making an environment in {self.folder}",
            "about 10 seconds",
            [sys.executable, "-m", "venv", str(self.folder)],
            log,
        )
        log.unlink()
        self.write_stamp(None)

    def llama_wheel(self) -> Path:
        """The folder with a llama-cpp-python wheel: the wheelhouse, the kept ones, or compiled now."""
        if self.wheelhouse and find_wheel(self.wheelhouse):
            return self.wheelhouse
        cmake_args = os.environ.get("CMAKE_ARGS", "")
        kept = cache_dir() / "wheels" / wheel_key(cpu_features(), cmake_args=cmake_args)
        if find_wheel(kept):
            return kept
        if self.offline:
            raise Failed(
                f"--offline, and no llama-cpp-python wheel for this machine in {self.wheelhouse or 'a wheelhouse'}.\n"
                "Make the folder on a machine with network:  python3 bootstrap.py wheelhouse DIR"
            )
        self.compile_llama(kept, cmake_args)
        return kept

    def compile_llama(self, into: Path, cmake_args: str) -> None:
        """Compile llama-cpp-python and keep the wheel in `into`."""
        if not find_compiler():
            raise Failed(compiler_advice())
        building = into.with_name(f"{into.name}.building-{os.getpid()}")
        cores = os.cpu_count() or 1
        env = self.pip_env(
            CMAKE_ARGS=f"-DLLAVA_BUILD=OFF {cmake_args}".strip(),
            CMAKE_BUILD_PARALLEL_LEVEL=os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL", str(cores)),
        )
        # --no-cache-dir: pip's own cache of built wheels does not know the processor they were compiled for.
        command = [
            str(self.python),
            *PIP,
            "wheel",
            "-v",
            "--no-deps",
            "--no-cache-dir",
            "--wheel-dir",
            str(building),
            *self.sources(),
        ]
        try:
            run_step(
                f"Compiling llama-cpp-python {LLAMA} on {cores} cores, to be kept for next time in {into.parent}",
                "3 to 9 minutes, once",
                [*command, f"llama-cpp-python=={LLAMA}"],
                self.logs / "compile.log",
                env,
            )
            into.mkdir(parents=True, exist_ok=True)
            for wheel in building.glob("*.whl"):
                wheel.replace(into / wheel.name)  # whole or not at all, also with two runs at once
        finally:
            shutil.rmtree(building, ignore_errors=True)

    def install(self, extras: set[str]) -> None:
        """Make everything ready; does nothing where it is."""
        if self.ready(extras):
            return
        if self.wheelhouse and not self.wheelhouse.is_dir():
            raise Failed(f"The wheelhouse {self.wheelhouse} is not a folder.")
        self.create()
        extras = extras | self.installed()
        wheels = self.llama_wheel()
        self.write_stamp(None)
        wheel = find_wheel(wheels)
        assert wheel is not None
        what = f"[{','.join(sorted(extras))}]" if extras else ""
        command = [
            str(self.python),
            *PIP,
            "install",
            *self.sources(),
            "--find-links",
            str(wheels),
            str(wheel),
            "-e",
            f"{ROOT}{what}",
        ]
        takes = next((TAKES[extra] for extra in TAKES if extra in extras), "about 1 minute")
        # The JupyterLab extension is built where JupyterLab is wanted (it needs npm packages from the network).
        skip = {} if "lab" in extras and not self.offline else {"HATCH_JUPYTER_BUILDER_SKIP_NPM": "1"}
        run_step(
            f"Installing MathCoder{what} and what it needs",
            takes,
            command,
            self.logs / "install.log",
            self.pip_env(**skip),
        )
        self.write_stamp(extras)

    def call(self, command: Sequence[str], cwd: Path | None = None) -> int:
        """Run a program of the environment in the foreground and return its exit status."""
        program = self.bin / (f"{command[0]}.exe" if WINDOWS else command[0])
        env = {
            **os.environ,
            "PATH": f"{self.bin}{os.pathsep}{os.environ.get('PATH', '')}",
            "VIRTUAL_ENV": str(self.folder),
        }
        process = subprocess.Popen([str(program), *command[1:]], env=env, cwd=cwd)
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the program got the same Ctrl+C and decides what it means


def quieten_lab(folder: Path) -> None:
    """In this environment JupyterLab neither asks about news nor looks for updates, unless a person sets it so."""
    overrides = folder / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    if not overrides.exists():
        overrides.parent.mkdir(parents=True, exist_ok=True)
        quiet = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
        overrides.write_text(json.dumps(quiet, indent=1), encoding="utf-8")


# ------------------------------------------------------------------ commands


def ask(env: Environment, options: argparse.Namespace, rest: list[str]) -> int:
    env.install(set())
    return env.call(["mathcoder", "ask", "--notebook", options.notebook, "--", " ".join(options.question)])


def lab(env: Environment, options: argparse.Namespace, rest: list[str]) -> int:
    env.install({"lab"})
    quieten_lab(env.folder)
    if not [word for word in rest if word.endswith(".ipynb")]:
        rest = [*rest, str(ROOT / "notebooks" / "quickstart.ipynb")]
    return env.call(["python", "-m", "jupyter", "lab", *rest])


def test(env: Environment, options: argparse.Namespace, rest: list[str]) -> int:
    env.install({"test"})
    return env.call(["python", "-m", "pytest", "-m", "not gpu and not soak", *rest], cwd=ROOT)


def install(env: Environment, options: argparse.Namespace, rest: list[str]) -> int:
    extras = {extra for extra in options.extras.replace(",", " ").split() if extra}
    unknown = sorted(extras - set(EXTRAS))
    if unknown:
        raise Failed(f"There is no extra {unknown[0]!r}; there are: {', '.join(EXTRAS)}.")
    env.install(extras)
    print(f"Ready: {env.folder}  (extras: {', '.join(sorted(env.installed())) or 'none'})")
    print(f"For the Jupyter that you already have:  {env.bin / 'mathcoder'} install --user")
    return 0


def doctor(env: Environment, options: argparse.Namespace, rest: list[str]) -> int:
    kept = cache_dir() / "wheels" / wheel_key(cpu_features(), cmake_args=os.environ.get("CMAKE_ARGS", ""))
    wheel = (env.wheelhouse and find_wheel(env.wheelhouse)) or find_wheel(kept)
    print(f"Python           {sys.version.split()[0]}  {sys.executable}")
    print(f"environment      {env.folder}: {'ready' if env.ready(set()) else 'not ready (run `bootstrap.py install`)'}")
    print(f"extras           {', '.join(sorted(env.installed())) or 'none'}")
    print(f"C++ compiler     {find_compiler() or 'none found'}")
    print(f"llama-cpp-python {wheel or 'no kept wheel: it will be compiled once'}")
    print(f"kept wheels      {cache_dir() / 'wheels'}  (`bootstrap.py clean --all` removes them)")
    if not wheel and not find_compiler():
        print("\n" + compiler_advice())
    print(flush=True)
    return env.call(["mathcoder", "doctor"]) if env.ready(set()) else 1


def wheelhouse(env: Environment, options: argparse.Namespace, rest: list[str]) -> int:
    """Wheels for every processor of this kind of machine: no instruction sets that only this one has."""
    env.create()
    into = Path(options.folder).absolute()
    if not find_wheel(into):
        env.compile_llama(into, f"-DGGML_NATIVE=OFF {os.environ.get('CMAKE_ARGS', '')}")
    wanted = [f"{ROOT}[{options.extras}]" if options.extras else str(ROOT), "hatchling>=1.27", "editables"]
    command = [
        str(env.python),
        *PIP,
        "wheel",
        *env.sources(),
        "--find-links",
        str(into),
        "--only-binary",
        "llama-cpp-python",
    ]
    run_step(
        "Collecting the other wheels",
        "1 to 5 minutes",
        [*command, "--wheel-dir", str(into), *wanted],
        env.logs / "wheelhouse.log",
        env.pip_env(),
    )
    print(f"Ready. On the other machines:  python3 bootstrap.py lab --wheelhouse {into.name} --offline")
    return 0


def clean(env: Environment, options: argparse.Namespace, rest: list[str]) -> int:
    if Path(sys.prefix).resolve() == env.folder.resolve():
        raise Failed(f"This Python lives in {env.folder}: run `clean` with another Python.")
    if env.stamp.exists():
        shutil.rmtree(env.folder)
        print(f"removed {env.folder}")
    elif env.folder.exists():
        raise Failed(f"{env.folder} was not made by this program; remove it yourself if you want it gone.")
    if options.all and cache_dir().joinpath("wheels").exists():
        shutil.rmtree(cache_dir() / "wheels")
        print(f"removed {cache_dir() / 'wheels'}")
    return 0


COMMANDS = {
    "ask": (ask, "answer a question in a notebook's live kernel"),
    "lab": (lab, "open JupyterLab on the quickstart notebook; options of `jupyter lab` may follow"),
    "test": (test, "install what tests need and run them; options of pytest may follow"),
    "install": (install, "make the environment and stop"),
    "doctor": (doctor, "say what is here and what is missing"),
    "wheelhouse": (wheelhouse, "collect every wheel for machines without network or compiler"),
    "clean": (clean, "remove the environment"),
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    common = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    common.add_argument(
        "--venv", default=argparse.SUPPRESS, metavar="DIR", help="the environment's folder (default: .venv)"
    )
    common.add_argument("--wheelhouse", default=argparse.SUPPRESS, metavar="DIR", help="a folder of prebuilt wheels")
    common.add_argument(
        "--offline", action="store_true", default=argparse.SUPPRESS, help="install from the wheelhouse only"
    )
    top = argparse.ArgumentParser(
        prog="bootstrap.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
        allow_abbrev=False,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    subs = {
        name: commands.add_parser(name, help=about, parents=[common], allow_abbrev=False)
        for name, (_, about) in COMMANDS.items()
    }
    subs["ask"].add_argument("question", nargs="+", help='for example "Solve 2x + 3 = 11"')
    subs["ask"].add_argument(
        "--notebook", default="answer.ipynb", metavar="FILE", help="where the notebook goes (default: answer.ipynb)"
    )
    for name in ("install", "wheelhouse"):
        subs[name].add_argument(
            "--extras", default="lab" if name == "wheelhouse" else "", help=f"of {', '.join(EXTRAS)}; comma between"
        )
    subs["wheelhouse"].add_argument("folder", metavar="DIR")
    subs["clean"].add_argument("--all", action="store_true", help="also the compiled wheels that are kept")
    return top


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    reader = parser()
    options, rest = reader.parse_known_args(arguments)
    if rest and options.command not in ("lab", "test"):
        reader.error(f"{options.command} does not know {rest[0]}")
    folder = getattr(options, "wheelhouse", None) or os.environ.get("MATHCODER_WHEELHOUSE")
    env = Environment(
        Path(getattr(options, "venv", ROOT / ".venv")),
        Path(folder) if folder else None,
        getattr(options, "offline", False),
    )
    try:
        return COMMANDS[options.command][0](env, options, rest)
    except Failed as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
