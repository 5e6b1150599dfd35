"""What is in the sdist and the wheel, and that installing and uninstalling them does the whole job and no more."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, Built, Fresh, make_fresh

KERNELSPEC = ("kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg")
MAX_SDIST_MB = 60  # the bundled model is up to 40 MB; test data and weights of other models must not creep in


def tracked(*folders: str) -> set[str]:
    """The files that git knows in these folders."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout: what belongs into the distributions is not known")
    done = subprocess.run(["git", "ls-files", "--", *folders], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout, f"git knows no file in {folders}: {done.stderr}"
    return {name for name in done.stdout.splitlines() if (ROOT / name).exists()}


def in_sdist(built: Built) -> set[str]:
    with tarfile.open(built.sdist) as archive:
        return {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}


def in_wheel(built: Built) -> set[str]:
    return set(zipfile.ZipFile(built.wheel).namelist())


def metadata(built: Built) -> dict[str, list[str]]:
    wheel = zipfile.ZipFile(built.wheel)
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    parsed = Parser().parsestr(wheel.read(name).decode())
    return {key: parsed.get_all(key, []) for key in set(parsed.keys())}


def test_the_wheel_has_every_file_of_the_packages(built: Built) -> None:
    missing = tracked("mathcoder_kernel", "finetune") - in_wheel(built)
    assert not missing


def test_the_wheel_has_nothing_but_the_packages_and_their_data(built: Built) -> None:
    tops = {name.split("/")[0].split("-0")[0] for name in in_wheel(built)}
    assert {top.removesuffix(".data").removesuffix(".dist-info") for top in tops} <= {
        "mathcoder_kernel",
        "finetune",
    }


def test_the_sdist_has_what_building_and_testing_need_and_no_big_test_data(built: Built) -> None:
    held = in_sdist(built)
    assert tracked("mathcoder_kernel", "finetune") <= held
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "THIRD_PARTY_NOTICES.md", "bootstrap.py"} <= held
    assert not [name for name in held if name.endswith((".gz", ".safetensors", ".pt"))]
    assert built.sdist.stat().st_size < MAX_SDIST_MB << 20


def test_models_travel_with_the_wheel(built: Built) -> None:
    models = {name for name in tracked("mathcoder_kernel/models") if name.endswith(".gguf")}
    assert models, "the bundled model is missing"
    assert models <= in_wheel(built)
    assert models <= in_sdist(built)


def test_the_servers_extension_is_switched_on_by_installing(built: Built) -> None:
    (name,) = [name for name in in_wheel(built) if name.endswith("jupyter_server_config.d/mathcoder_kernel.json")]
    assert "/data/etc/jupyter/" in name
    assert "labextension/server_config.json" in in_sdist(built)


def test_the_licence_and_notices_travel_with_the_wheel(built: Built) -> None:
    licences = {name.rsplit("/", 1)[1] for name in in_wheel(built) if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE", "THIRD_PARTY_NOTICES.md"}
    assert metadata(built)["License-Expression"] == ["Apache-2.0"]


def test_using_it_needs_no_training_libraries(built: Built) -> None:
    always = {need.split(";")[0] for need in metadata(built)["Requires-Dist"] if "extra ==" not in need}
    names = {need.split(">")[0].split("<")[0].split("[")[0].strip() for need in always}
    assert not names & {"torch", "transformers", "datasets", "tokenizers", "jupyterlab", "pytest"}


@pytest.mark.slow
@pytest.mark.kernel
@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_an_install_brings_a_kernel_that_starts_and_an_uninstall_leaves_nothing(
    built: Built, fresh: Fresh, kind: str
) -> None:
    before = fresh.files()
    fresh.install(getattr(built, kind))

    listed = json.loads(fresh.run("python", "-m", "jupyter_client.kernelspecapp", "list", "--json").stdout)
    spec = listed["kernelspecs"]["mathcoder"]
    assert Path(spec["resource_dir"]) == fresh.folder / "share" / "jupyter" / "kernels" / "mathcoder"
    assert spec["spec"]["display_name"] == "MathCoder"
    assert {path.name for path in Path(spec["resource_dir"]).iterdir()} == set(KERNELSPEC)

    script = (
        "import nbformat, nbclient, sys\n"
        "cells = ['import mathcoder_kernel; print(mathcoder_kernel.__file__)', 'get_ipython().kernel.implementation']\n"
        "book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])\n"
        "nbclient.NotebookClient(book, kernel_name='mathcoder', timeout=120).execute()\n"
        "print(book.cells[0].outputs[0].text, book.cells[1].outputs[0].data['text/plain'])\n"
    )
    shown = fresh.run("python", "-c", script).stdout
    assert str(fresh.folder) in shown, "the kernel must import the installed package, not the checkout"
    assert "'mathcoder'" in shown
    assert "usage" in fresh.run("mathcoder", "--help").stdout.lower()

    fresh.pip("uninstall", "--yes", "mathcoder-kernel")
    left = {path for path in fresh.files() - before if "mathcoder" in path.lower() or "finetune" in path.lower()}
    assert not left
    assert "mathcoder" not in fresh.run("python", "-m", "jupyter_client.kernelspecapp", "list", "--json").stdout


@pytest.mark.slow
@pytest.mark.kernel
def test_nbconvert_executes_the_quickstart_of_an_installed_wheel(built: Built, tmp_path: Path) -> None:
    fresh = make_fresh(tmp_path)
    fresh.install(built.wheel)
    notebook = fresh.home / "quickstart.ipynb"
    notebook.write_bytes((ROOT / "notebooks" / "quickstart.ipynb").read_bytes())
    fresh.run("python", "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "done.ipynb", notebook.name)
    cells = json.loads((fresh.home / "done.ipynb").read_text(encoding="utf-8"))["cells"]
    asked = [cell for cell in cells if cell["cell_type"] == "code" and "mathcoder" in "".join(cell["source"])]
    assert len(asked) >= 5
    for cell in asked:
        assert cell["outputs"], f"nothing was shown for {''.join(cell['source'])!r}"
        assert not [output for output in cell["outputs"] if output["output_type"] == "error"]
    (variables,) = [cell for cell in cells if "".join(cell["source"]).startswith("%who ")]
    assert "No variables match" not in json.dumps(variables["outputs"]), "the answers' code left no variables"


def test_the_built_jupyterlab_extension_belongs_to_its_sources() -> None:
    pytest.importorskip("hatchling", reason="the build hook needs hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "labextension" / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    assert hook.is_built(), "run python labextension/hatch_build.py and commit mathcoder_kernel/labextension"


def test_the_jupyterlab_extension_is_small() -> None:
    scripts = (ROOT / "mathcoder_kernel" / "labextension" / "static").glob("*.js")
    assert 10_000 < sum(script.stat().st_size for script in scripts) <= 100_000
