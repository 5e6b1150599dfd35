"""A plan agrees with published counts and speeds, and says what does not fit."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from finetune.cli import main
from finetune.plan.estimate import GIB, Job, Method, Shape, as_text, job_of, known_gpus, known_shapes, plan, shape_of
from finetune.recipe import RecipeError, load_recipe

LLAMA = known_shapes()["meta-llama/Llama-2-7b-hf"]


def _job(shape: Shape = LLAMA, method: Method = "lora", **more: float) -> Job:
    settings = {"row_tokens": 2048, "micro_rows": 1, "rows_per_step": 128, "checkpointing": False, "tokens": 1.2e8}
    return Job(shape, method, **{**settings, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", known_shapes())
def test_parameters_are_those_that_were_published(name: str) -> None:
    shape = known_shapes()[name]
    assert shape.total == shape.parameters


@pytest.mark.parametrize(
    ("base", "method", "gpu", "settings", "published"),
    [
        # torchtitan, benchmarks/llama3_h100_202412: full, sequences of 8192, activation checkpointing
        ("meta-llama/Llama-3.1-8B", "full", "H100-80GB", (8192, 1, True, 8192), 5_762),
        # torchtune README: full, packed, compiled, chunked loss; then with checkpointing, LoRA, QLoRA
        ("meta-llama/Llama-3.2-3B", "full", "A100-80GB", (4096, 2, False, 500), 9_174),
        ("meta-llama/Llama-3.2-3B", "full", "A100-80GB", (4096, 2, True, 500), 7_210),
        ("meta-llama/Llama-3.2-3B", "lora", "A100-80GB", (4096, 2, True, 500), 8_210),
        ("meta-llama/Llama-3.2-3B", "qlora", "A100-80GB", (4096, 2, True, 500), 8_035),
    ],
)  # fmt: skip
def test_speed_is_within_thirty_per_cent_of_published_runs(
    base: str, method: Method, gpu: str, settings: tuple[int, int, bool, int], published: int
) -> None:
    row, micro, again, document = settings
    job = Job(known_shapes()[base], method, row, micro, 64, again, document_tokens=document)
    assert job.tokens_per_second(known_gpus()[gpu]) == pytest.approx(published, rel=0.3)


def test_memory_of_a_7b_model_is_in_the_expected_range() -> None:
    assert _job(method="full").state_bytes() / GIB == pytest.approx(16 * 6.738e9 / GIB, rel=0.01)
    assert 12.5 < _job(method="lora").state_bytes() / GIB < 14
    assert 3.5 < _job(method="qlora").state_bytes() / GIB < 5
    # 16k tokens of a 7B model keep 60 to 90 GB of activations
    assert 60e9 < _job(row_tokens=16_384).activation_bytes(checkpointing=False) < 92e9
    assert _job().activation_bytes(checkpointing=True) < 0.15 * _job().activation_bytes(checkpointing=False)


def test_what_does_not_fit_is_checkpointed_or_shared_out() -> None:
    lines = {line.gpu.name: line for line in plan(_job(method="full"))}
    assert lines["H200"].gpus == 1
    assert lines["H100-80GB"].gpus == 2
    assert lines["RTX-4090-24GB"].gpus > 2
    for line in lines.values():
        assert line.memory_gib <= line.gpu.memory
        assert line.hours == pytest.approx(1.2e8 / line.tokens_per_second / 3600)
    qlora = {line.gpu.name: line for line in plan(_job(method="qlora"))}
    assert qlora["RTX-4080-16GB"].checkpointing


def test_gpus_that_cannot_hold_a_run_are_named() -> None:
    job = _job(known_shapes()["meta-llama/Llama-2-70b-hf"], "qlora")
    lines = list(plan(job))
    assert "H200" in {line.gpu.name for line in lines}
    assert "too small, in any number that the batch allows: " in as_text("big", job, lines, [], downloads=True)
    assert "RTX-4080-16GB" in as_text("big", job, lines, [], downloads=True).splitlines()[-2]


def test_checkpointing_and_more_documents_cost_speed() -> None:
    gpu = known_gpus()["H200"]
    assert _job(checkpointing=True).tokens_per_second(gpu) < _job().tokens_per_second(gpu)
    assert _job(document_tokens=2048).tokens_per_second(gpu) < _job(document_tokens=200).tokens_per_second(gpu)


def test_a_tiny_model_is_bound_by_the_start_of_its_kernels() -> None:
    tiny = Shape(64, 2, 2, 1, 192, 1024, tied=True)
    assert _job(tiny, "full").tokens_per_second(known_gpus()["H200"]) < 3e6


def test_thirty_million_parameters_from_nothing_run_at_a_million_tokens_a_second() -> None:
    small = Shape(512, 8, 8, 8, 1536, 4096, tied=True)
    job = _job(small, "full", row_tokens=1024, micro_rows=64, document_tokens=1024)
    assert 0.9e6 < job.tokens_per_second(known_gpus()["H200"]) < 1.4e6


def test_shapes_come_from_names_folders_and_config_files(tmp_path: Path) -> None:
    config = {"hidden_size": 1536, "num_hidden_layers": 28, "num_attention_heads": 12, "num_key_value_heads": 2,
              "intermediate_size": 8960, "vocab_size": 151936, "tie_word_embeddings": True,
              "model_type": "qwen2"}  # fmt: skip
    (tmp_path / "config.json").write_text(json.dumps(config))
    assert shape_of(str(tmp_path)).total == shape_of("qwen2.5-math-1.5b").total == 1_543_714_304
    with pytest.raises(RecipeError, match=r"not known here: give a folder with its config.json"):
        shape_of("nobody/nothing-1b")
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(RecipeError, match=r"no config\.json of a Llama"):
        shape_of(str(tmp_path))


def test_a_recipe_for_an_existing_model_says_what_it_assumes() -> None:
    sft = SimpleNamespace(
        base="codellama/CodeLlama-7b-hf", method="full", epochs=3.0, steps=None, row_tokens=2048, rows_per_step=128,
        micro_rows=1, gradient_checkpointing=False, loss_tokens=1024, lora_rank=16,
        examples=None, tokens_per_example=None,
    )  # fmt: skip
    recipe = SimpleNamespace(sft=sft)
    job, assumed = job_of(recipe)  # type: ignore[arg-type]
    assert job.tokens == 3 * 80_000 * 500
    assert len(assumed) == 2
    job, assumed = job_of(recipe, examples=10, tokens_per_example=100.0)  # type: ignore[arg-type]
    assert (job.tokens, assumed) == (3_000.0, [])


def test_a_recipe_that_knows_its_data_is_planned_with_it() -> None:
    job, assumed = job_of(load_recipe("mft-gsm8k"))
    assert (job.tokens, assumed) == (10 * 7_473 * 190, [])


def test_the_command_prints_a_table_for_a_shipped_recipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "debug"]) == 0
    printed = capsys.readouterr().out
    assert "164.16k parameters" in printed
    assert "H200" in printed
    assert "download" not in printed
    assert main(["plan", "no-such-recipe"]) == 1
