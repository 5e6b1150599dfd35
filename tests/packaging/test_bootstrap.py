"""bootstrap.py decides rightly, says what to do, and cleans up only what it made. Nothing here needs the network."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "bootstrap.py"


@pytest.fixture(scope="module")
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, and none of the caller's settings."""
    for name in ("MATHCODER_WHEELHOUSE", "CMAKE_ARGS", "CXX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MATHCODER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(FILE), *arguments], capture_output=True, text=True, env={**os.environ, **env}, timeout=300
    )


# ---------------------------------------------------------------- the Python it is started with


@pytest.mark.parametrize("version", [(3, 6), (3, 8), (3, 10)])
def test_an_older_python_is_told_in_a_sentence_what_to_do(version: tuple[int, int]) -> None:
    pretend = f"import sys; sys.version_info = {(*version, 0)}; exec(compile(open({str(FILE)!r}).read(), 'b', 'exec'))"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert f"needs Python 3.11 or newer; this is Python {version[0]}.{version[1]}" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_older_python_can_read_the_file_up_to_that_sentence() -> None:
    ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_it_needs_the_standard_library_only() -> None:
    tree = ast.parse(FILE.read_text(encoding="utf-8"))
    modules = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    modules |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names


# ---------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, "~/.cache/mathcoder"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/mathcoder"),
        ("darwin", {}, "~/Library/Caches/mathcoder"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/mathcoder/Cache"),
        ("win32", {"MATHCODER_CACHE": "/mine"}, "/mine"),
    ],
)
def test_kept_wheels_lie_where_the_system_keeps_caches(
    bootstrap: ModuleType, platform: str, env: dict[str, str], expected: str
) -> None:
    assert bootstrap.cache_dir(env, platform) == Path(expected).expanduser()


def test_the_environment_has_the_layout_of_its_system(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "WINDOWS", True)
    assert bootstrap.Environment(Path("e")).python.parts[-2:] == ("Scripts", "python.exe")
    monkeypatch.setattr(bootstrap, "WINDOWS", False)
    assert bootstrap.Environment(Path("e")).python.parts[-2:] == ("bin", "python")


# ---------------------------------------------------------------- the kept wheel


def test_a_wheel_compiled_for_other_processor_features_is_another_wheel(bootstrap: ModuleType) -> None:
    assert bootstrap.wheel_key("avx avx2") == bootstrap.wheel_key("avx avx2")
    assert bootstrap.wheel_key("avx avx2") != bootstrap.wheel_key("avx avx2 avx512f")
    assert bootstrap.wheel_key("avx") != bootstrap.wheel_key("avx", cmake_args="-DGGML_CUDA=on")
    assert bootstrap.wheel_key("avx") != bootstrap.wheel_key("avx", version="0.3.37")


def test_this_processors_features_are_found(bootstrap: ModuleType) -> None:
    assert bootstrap.cpu_features().strip()


def test_only_a_wheel_for_this_python_is_used(bootstrap: ModuleType, tmp_path: Path) -> None:
    assert bootstrap.find_wheel(tmp_path) is None
    (tmp_path / "llama_cpp_python-0.3.36-cp27-cp27m-linux_x86_64.whl").touch()
    assert bootstrap.find_wheel(tmp_path) is None
    tag = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    own = tmp_path / f"llama_cpp_python-0.3.36-{tag}-{tag}-linux_x86_64.whl"
    own.touch()
    assert bootstrap.find_wheel(tmp_path) == own


def test_a_kept_wheel_is_used_again_and_nothing_is_compiled(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = bootstrap.cache_dir() / "wheels" / bootstrap.wheel_key(bootstrap.cpu_features())
    kept.mkdir(parents=True)
    (kept / f"llama_cpp_python-{bootstrap.LLAMA}-py3-none-any.whl").touch()
    monkeypatch.setattr(bootstrap, "find_compiler", lambda: pytest.fail("a compiler was looked for"))
    assert bootstrap.Environment(tmp_path / "env").llama_wheel() == kept


def test_a_wheelhouse_comes_before_the_kept_wheel(bootstrap: ModuleType, tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / f"llama_cpp_python-{bootstrap.LLAMA}-py3-none-any.whl").touch()
    env = bootstrap.Environment(tmp_path / "env", house, offline=True)
    assert env.llama_wheel() == house
    assert env.sources() == ["--no-index", "--find-links", str(house)]


def test_offline_without_a_wheel_says_how_to_get_one(bootstrap: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(bootstrap.Failed, match=r"no llama-cpp-python wheel.*\n.*bootstrap.py wheelhouse DIR"):
        bootstrap.Environment(tmp_path / "env", tmp_path, offline=True).llama_wheel()


# ---------------------------------------------------------------- no compiler


@pytest.mark.parametrize(
    ("platform", "tool", "advice"),
    [
        ("linux", "apt-get", "apt-get install g++"),
        ("linux", "dnf", "dnf install gcc-c++"),
        ("linux", "nothing known", "sudo pacman -S gcc"),
        ("darwin", "", "xcode-select --install"),
        ("win32", "", "Microsoft.VisualStudio.2022.BuildTools"),
    ],
)
def test_without_a_compiler_it_says_how_to_get_one_on_this_system(
    bootstrap: ModuleType, platform: str, tool: str, advice: str
) -> None:
    told = bootstrap.compiler_advice(platform, lambda name: name if name == tool else None)
    assert advice in told
    assert "--wheelhouse" in told


@pytest.mark.skipif(sys.platform != "linux", reason="a PATH without a compiler is made for Linux only")
def test_an_install_without_compiler_ends_with_that_advice_and_can_be_repeated(tmp_path: Path) -> None:
    done = run("install", "--venv", str(tmp_path / "env"), PATH=str(tmp_path))
    assert done.returncode == 1
    assert "no C++ compiler was found" in done.stderr
    assert "Traceback" not in done.stderr
    assert not json.loads((tmp_path / "env" / "mathcoder-bootstrap.json").read_text())["key"]


# ---------------------------------------------------------------- the stamp


@pytest.fixture
def ready(bootstrap: ModuleType, tmp_path: Path):
    """An environment that looks installed with the extra `lab`."""
    env = bootstrap.Environment(tmp_path / "env")
    env.bin.mkdir(parents=True)
    env.python.touch()
    env.write_stamp({"lab"})
    return env


def test_a_ready_environment_is_left_alone(bootstrap: ModuleType, ready, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "run_step", lambda *_: pytest.fail("something was run"))
    ready.install(set())
    ready.install({"lab"})


def test_jupyterlab_asks_about_no_news_but_keeps_what_a_person_set(bootstrap: ModuleType, tmp_path: Path) -> None:
    bootstrap.quieten_lab(tmp_path)
    overrides = tmp_path / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    settings = json.loads(overrides.read_text(encoding="utf-8"))["@jupyterlab/apputils-extension:notification"]
    assert settings == {"fetchNews": "false", "checkForUpdates": False}
    overrides.write_text("{}", encoding="utf-8")
    bootstrap.quieten_lab(tmp_path)
    assert overrides.read_text(encoding="utf-8") == "{}"


def test_an_extra_that_is_not_there_yet_is_installed(ready) -> None:
    assert not ready.ready({"lab", "test"})


@pytest.mark.parametrize("change", ["project", "python", "place", "interrupted", "damaged"])
def test_a_change_makes_it_install_again(
    bootstrap: ModuleType, ready, change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if change == "project":
        (tmp_path / "pyproject.toml").write_text("[project]")
        monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    elif change == "python":
        monkeypatch.setattr(bootstrap.Environment, "version", staticmethod(lambda: "3.99"))
    elif change == "place":
        moved = ready.folder.rename(tmp_path / "moved")
        ready = bootstrap.Environment(moved)
    elif change == "interrupted":
        ready.write_stamp(None)
    else:
        ready.stamp.write_text("{half a fi")
    assert not ready.ready(set())


# ---------------------------------------------------------------- steps


def test_a_failed_step_shows_its_log_and_a_hint(
    bootstrap: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "logs" / "step.log"
    script = "print('\\n'.join(map(str, range(100)))); print('OSError: No space left on device'); raise SystemExit(2)"
    with pytest.raises(bootstrap.Failed) as failed:
        bootstrap.run_step("Doing it", "a moment", [sys.executable, "-c", script], log)
    told = str(failed.value)
    assert "Doing it failed" in told
    assert str(log) in told
    assert "\n99\n" in told
    assert "\n10\n" not in told  # the last lines only; the rest is in the log
    assert told.endswith("The disk is full: free some space and run this again.")
    assert "Doing it (a moment) ..." in capsys.readouterr().out


def test_progress_of_a_build_is_read_from_its_log(bootstrap: ModuleType, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("x\n[ 1/203] Building C object\n[57/203] Building CXX object\n")
    assert bootstrap.progress(log) == "57 of 203 parts"
    log.write_text("Collecting llama-cpp-python\n")
    assert bootstrap.progress(log) == ""


# ---------------------------------------------------------------- the command line


def test_options_may_stand_before_or_after_the_command(bootstrap: ModuleType) -> None:
    reader = bootstrap.parser()
    for words in (["--venv", "e", "ask", "1+1"], ["ask", "--venv", "e", "1+1"], ["ask", "1+1", "--venv", "e"]):
        options = reader.parse_args(words)
        assert (options.venv, options.question) == ("e", ["1+1"])


def test_options_of_pytest_are_passed_on_in_order(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(bootstrap.Environment, "install", lambda self, extras: None)
    monkeypatch.setattr(bootstrap.Environment, "call", lambda self, command, cwd=None: called.append(command) or 0)
    assert bootstrap.main(["test", "-x", "tests/unit", "-k", "parser and not slow", "--lf"]) == 0
    assert called[0][-5:] == ["-x", "tests/unit", "-k", "parser and not slow", "--lf"]


def test_an_unknown_extra_or_option_is_named(tmp_path: Path) -> None:
    done = run("install", "--extras", "lap", "--venv", str(tmp_path / "env"))
    assert "no extra 'lap'" in done.stderr
    assert "lab, test" in done.stderr
    assert "does not know --fast" in run("doctor", "--fast").stderr


def test_doctor_tells_without_an_environment(tmp_path: Path) -> None:
    done = run("doctor", "--venv", str(tmp_path / "env"))
    assert "not ready" in done.stdout
    assert "C++ compiler" in done.stdout
    assert not (tmp_path / "env").exists()


# ---------------------------------------------------------------- making and removing


def test_a_folder_with_other_things_is_never_taken(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work")
    done = run("install", "--venv", str(tmp_path))
    assert done.returncode == 1
    assert "is not empty" in done.stderr
    assert (tmp_path / "thesis.tex").exists()


def test_clean_removes_what_it_made_and_nothing_else(bootstrap: ModuleType, ready, own_cache: Path) -> None:
    (own_cache / "wheels" / "x").mkdir(parents=True)
    folder = str(ready.folder)
    assert bootstrap.main(["clean", "--venv", folder]) == 0
    assert not ready.folder.exists()
    assert (own_cache / "wheels").exists()
    assert bootstrap.main(["clean", "--all", "--venv", folder]) == 0
    assert not (own_cache / "wheels").exists()
    ready.folder.mkdir()
    (ready.folder / "mine.txt").touch()
    assert bootstrap.main(["clean", "--venv", folder]) == 1
    assert (ready.folder / "mine.txt").exists()


def test_the_extras_it_offers_are_those_of_the_project(bootstrap: ModuleType) -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(bootstrap.EXTRAS) <= set(project["optional-dependencies"])
    admitted = next(need for need in project["dependencies"] if need.startswith("llama-cpp-python"))
    from packaging.requirements import Requirement

    assert Requirement(admitted).specifier.contains(bootstrap.LLAMA)
