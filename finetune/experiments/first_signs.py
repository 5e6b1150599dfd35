"""First signs of the science: does executing code help a very small model, and which training details matter?

    python -m finetune.experiments.first_signs --out work/first-signs   # everything; stop and give it again to go on
    python -m finetune.experiments.first_signs --out work/try --examples 600 --tests 60 --tokens 40000 --seeds 1

Twelve kinds of arithmetic and word problems of our own families in a few fixed wordings. The same problems are written
in two ways: as LCE (a plan, one code block, its execution, the answer) and in words only (the same plan, every
assignment of that code as a line such as `cost = 12*25 = 300`, the answer). A small Llama is trained from nothing on
the same number of tokens in each arm, with several seeds (weights and order of data), and answers the same test
problems greedily. Arms:

- LCE, masked: execution results are in the input but not in the loss (MathCoder, arXiv 2310.03731, section 2.2).
- LCE, trained: they are in the loss too. Only this model can also be asked to invent the results itself.
- words: no code.
- small plain, small masked-thought: LCE on a small set seen many times; the second one with part of the model's own
  tokens hidden in the input (arXiv 2403.02178).

Answers are judged by number (or as text where they are none). Code that a model writes runs in the kernel's pool. The
code of training data is our own and runs here. Intervals: of a share, Wilson's over test problems x seeds, taken as if
they were independent trials (seeds share the problems, and differ among themselves: look at "each seed" too); of a
difference, of the mean over problems of the difference averaged over seeds (problems drawn, seeds fixed); the
differences of single seeds are printed beside them.
"""

from __future__ import annotations

import argparse
import ast
import json
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from finetune.data.files import write_json
from finetune.data.pack import Rows, write_rows
from finetune.data.tokenizer import PAD, TrainedVocabulary, train_tokenizer
from finetune.evaluate.report import wilson
from finetune.recipe import Recipe, SftSettings, TokenizerSettings, recipe_from_dict
from finetune.train.loop import Trainer, fast_bfloat16_cpu, latest_checkpoint, load_checkpoint_model
from finetune.train.model import Llama, rotary, rotate
from finetune.train.noise import Noise, mask_share
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import Limits
from mathcoder_kernel.lce.answer import boxed_answer
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.transcript import Transcript, execution, read_jsonl, text
from mathcoder_kernel.lce.typed_maths import normalise_question
from mathcoder_kernel.lce.vocabulary import to_ids
from mathcoder_kernel.problems import family
from mathcoder_kernel.problems.expression import Notation
from mathcoder_kernel.problems.phrasing import render
from mathcoder_kernel.problems.problem import Code, Problem, Words

TASKS = (
    "amount_of_discount", "change_after_buying", "gain_and_loss", "percent_that_remains", "price_with_tax", "product",
    "quantity_groups", "simple_interest", "three_people_chain", "total_price", "total_of_two_kinds",
    "wage_for_several_days",
)  # fmt: skip
WORDINGS = 3  # of each task, its first ones
ROW_TOKENS = 256
ROWS_PER_STEP = 8
MODEL = {"hidden": 128, "layers": 3, "heads": 4, "kv_heads": 4, "ffn": 256, "context": 512}
VOCABULARY = 640
NEW_TOKENS = 200
BATCH = 500
CODE_BLOCKS = 3
SMALL_EXAMPLES = 400
"""In the small set."""
SMALL_TOKENS = 0.5
"""Of the tokens of the other arms, that the small arms are trained on."""
MASKED_THOUGHT = 0.3


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to train. `data` names a folder of rows."""

    name: str
    data: str
    execution_loss: float = 0.0
    masked_thought: float = 0.0
    tokens: float = 1.0


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to answer: a trained arm, and who gives the results of its code."""

    name: str
    arm: str
    invented: bool = False


ARMS = (
    Arm("lce-masked", "lce"),
    Arm("lce-trained", "lce", execution_loss=1.0),
    Arm("words", "words"),
    Arm("small-plain", "small", tokens=SMALL_TOKENS),
    Arm("small-masked-thought", "small", masked_thought=MASKED_THOUGHT, tokens=SMALL_TOKENS),
)
TRIALS = (
    Trial("LCE, executions masked, executed", "lce-masked"),
    Trial("LCE, executions trained, executed", "lce-trained"),
    Trial("LCE, executions trained, invented", "lce-trained", invented=True),
    Trial("words only", "words"),
    Trial("small set, plain", "small-plain"),
    Trial("small set, masked thought", "small-masked-thought"),
)
COMPARED = ((1, 2), (1, 3), (0, 3), (0, 1), (5, 4))  # the first minus the second, of TRIALS


# --- data


class _Substituted(ast.NodeTransformer):
    """Names replaced by the numbers that they stand for."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.parse(_shown(self._values[node.id]), mode="eval").body


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else f"{value:.10g}" if isinstance(value, float) else str(value)


def in_words(code: str) -> tuple[str, str]:
    """The lines that say what a simple program computes, and the result as Python shows it."""
    values: dict[str, Any] = {}
    lines: list[str] = []
    result = ""

    def value_of(node: ast.expr) -> Any:
        return eval(compile(ast.Expression(node), "code", "eval"), {"__builtins__": {}}, dict(values))

    def line(name: str, node: ast.expr, value: str) -> str:
        plain = ast.unparse(ast.fix_missing_locations(_Substituted(values).visit(ast.parse(ast.unparse(node)).body[0])))
        plain = plain.replace(" * ", "*").replace(" / ", "/").replace(" // ", "/").replace(" ** ", "**")
        start = f"{name} = " if name else ""
        return f"{start}{plain}" if plain == value else f"{start}{plain} = {value}"

    for statement in ast.parse(code).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            value = value_of(statement.value)
            lines.append(line(statement.targets[0].id, statement.value, _shown(value)))
            values[statement.targets[0].id] = value
        elif isinstance(statement, ast.Expr):
            value = value_of(statement.value)
            result = repr(value)
            shown = statement.value
            if isinstance(shown, ast.JoinedStr) and isinstance(shown.values[0], ast.FormattedValue):
                shown = shown.values[0].value
            if not isinstance(shown, ast.Name) or _shown(values[shown.id]) != _shown(value):
                lines.append(line("", shown, _shown(value)))
        else:
            raise ValueError(f"no simple program: {ast.unparse(statement)}")
    return "\n".join(lines), result


def problems(seed: int) -> Iterator[Problem]:
    """Problems without end, each with one plan, one code block and one last sentence."""
    rng = Random(seed)
    tasks = [family.find_task(name) for name in TASKS]
    notation = Notation()
    while True:
        task = rng.choice(tasks)
        instance = task.build(rng)
        kinds = [type(step) for step in instance.steps]
        fitting = [template for template in task.phrasings if template.slots <= set(instance.slots)][:WORDINGS]
        if kinds != [Words, Code, Words] or not fitting:
            continue
        template = rng.choice(fitting)
        question = "".join(segment.text for segment in render(template, instance.slots, notation, rng))
        yield Problem(task.topic, task.name, template.id, question, instance.steps)


def both_forms(problem: Problem) -> tuple[Transcript, Transcript]:
    """A problem solved with code, and in words."""
    lines, result = in_words(problem.codes[0])
    lce = problem.transcript([result])
    plan, end = lce.blocks[0].content, lce.blocks[-1].content
    return lce, Transcript(lce.question, (text(f"{plan}\n{lines}\n{end}"),), lce.answer, meta=lce.meta)


def make_data(folder: Path, examples: int, tests: int) -> None:
    """Write the tokenizer, the rows of every form and the test problems; does nothing where they are."""
    if (folder / "tests.jsonl").is_file():
        return
    seen: set[str] = set()

    def drawn(seed: int, count: int) -> list[tuple[Transcript, Transcript]]:
        found: list[tuple[Transcript, Transcript]] = []
        for problem in problems(seed):
            if len(found) == count:
                break
            key = family.question_key(problem.question)
            if key not in seen:
                seen.add(key)
                found.append(both_forms(problem))
        return found

    asked = drawn(1, tests)  # first: no training question is a test question
    train = drawn(2, examples)
    texts = [t.question for t, _ in train] + [block.content for pair in train for t in pair for block in t.blocks]
    settings = TokenizerSettings(vocabulary=VOCABULARY, spaced_words=VOCABULARY // 5)
    folder.mkdir(parents=True, exist_ok=True)
    for name, transcripts in (
        ("lce", [lce for lce, _ in train]),
        ("words", [words for _, words in train]),
        ("small", [lce for lce, _ in train[: min(SMALL_EXAMPLES, examples // 2)]]),
    ):
        home = folder / name
        home.mkdir(exist_ok=True)
        if name == "lce":
            tokenizer = train_tokenizer(texts, settings)
        tokenizer.save(str(home / "tokenizer.json"))
        vocabulary = TrainedVocabulary(tokenizer)
        facts = write_rows(home / "packed" / "train", transcripts, MathCoderDialect(), vocabulary, ROW_TOKENS)
        print(f"{name}: {facts['documents']:,} examples, {facts['tokens']:,} tokens, {facts['too_long']} too long")
    with (folder / ".tests.partial").open("w", encoding="utf-8") as lines:
        for lce, _ in asked:
            lines.write(json.dumps(lce.to_json(), ensure_ascii=False) + "\n")
    (folder / ".tests.partial").replace(folder / "tests.jsonl")


# --- training


class MaskedThoughtTrainer(Trainer):
    """The trainer, with part of the model's own tokens hidden in the input; labels stay as they are."""

    def __init__(self, recipe: Recipe, data: Path, run: Path, share: float, *, resume: bool) -> None:
        super().__init__(recipe, data, run, resume=resume)
        self._noise_settings = SftSettings(base="none", steps=1, mask_probability=share)
        self._noise = Noise(self._noise_settings, self.vocabulary)

    def _loss(self, source: Rows, rows: np.ndarray[Any, Any]) -> tuple[Tensor, float]:
        assert self.settings.steps is not None
        share = mask_share(self._noise_settings, self.step, self.settings.steps)
        tokens, roles = source.tokens[rows].astype(np.int64), source.roles[rows]
        shown = np.stack(
            [self._noise(tokens[i], roles[i], share, (self.recipe.seed, self.step, i)) for i in range(len(rows))]
        )
        documents = torch.from_numpy(source.documents[rows].astype(np.int64))
        same = documents[:, 1:] == documents[:, :-1]
        weights = (self.weights[torch.from_numpy(roles.astype(np.int64))[:, 1:]] * same).reshape(-1)
        at = weights.nonzero().squeeze(1)
        hidden = self.model.hidden(torch.from_numpy(shown), documents, self.compute.dtype, self.compute.flex)
        logits = self.model.logits(hidden[:, :-1].reshape(-1, hidden.shape[-1])[at]).float()
        losses = F.cross_entropy(logits, torch.from_numpy(tokens)[:, 1:].reshape(-1)[at], reduction="none")
        return (losses * weights[at]).sum(), self._trained_tokens(source, rows)


def train(arm: Arm, seed: int, folder: Path, run: Path, tokens: int) -> Path:
    """The last checkpoint of an arm; trains it where that is still to be done."""
    data = folder / arm.data
    share = Rows.load(data / "packed" / "train").facts["real_token_share"]
    steps = max(1, round(tokens * arm.tokens / (ROWS_PER_STEP * ROW_TOKENS * share)))
    recipe = recipe_from_dict(
        {
            "name": arm.name,
            "seed": seed,
            "model": MODEL,
            "train": {
                "steps": steps,
                "rows_per_step": ROWS_PER_STEP,
                "micro_rows": ROWS_PER_STEP,
                "warmup_steps": min(50, steps // 5),
                "decay_share": 0.5,
                "execution_loss_weight": arm.execution_loss,
                "threads": 1,
                "device": "cpu",
                "checkpoint_minutes": 1.0,
                "keep_checkpoints": 1,
            },
        }
    )
    done = latest_checkpoint(run)
    if done is not None and done.name == f"step-{steps}":
        return done
    if arm.masked_thought:
        trainer: Trainer = MaskedThoughtTrainer(recipe, data, run, arm.masked_thought, resume=done is not None)
    else:
        trainer = Trainer(recipe, data, run, resume=done is not None)
    parameters = sum(p.numel() for p in trainer.model.parameters())
    began = time.monotonic()
    last: dict[str, Any] = {}
    checkpoint = trainer.train(last.update)
    print(
        f"{run.name}: {parameters / 1e6:.2f}M parameters, {steps} steps, {last.get('tokens', 0):,} tokens, "
        f"epoch {last.get('epoch')}, loss {last.get('loss', math.nan):.4f}, {time.monotonic() - began:.0f} s",
        flush=True,
    )
    return checkpoint


# --- answering


@dataclass
class Answering:
    """One test problem while it is answered."""

    ids: list[int]
    forced: list[int] = field(default_factory=list)  # to be fed before the model goes on
    border: bool = True  # a marker comes next
    kind: str = ""
    block: list[int] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    waiting: bool = False
    done: bool = False
    written: int = 0


class Answerer:
    """Greedy answers of a batch of problems side by side, with a key-value cache of a row each."""

    def __init__(
        self,
        model: Llama,
        vocabulary: TrainedVocabulary,
        pool: PoolExecutor,
        results: dict[str, str],
        dtype: torch.dtype = torch.float32,
    ) -> None:
        self._model, self._vocabulary, self._pool, self._results = model.to(dtype), vocabulary, pool, results
        self._dtype = dtype
        self._dialect = MathCoderDialect()
        marker = {m.name: vocabulary.marker_id(m.name) for m in map(_Named, (PAD, *MathCoderDialect.markers))}
        self._end_block = marker[MathCoderDialect.END_BLOCK.name]
        self._end_message = marker[MathCoderDialect.END_MESSAGE.name]
        self._execution = marker[MathCoderDialect.EXECUTION.name]
        self._opens = {marker[MathCoderDialect.TEXT.name]: "text", marker[MathCoderDialect.CODE.name]: "code"}
        size = model.vocabulary
        self._inside = torch.zeros(size)
        self._inside[[token for token in marker.values() if token != self._end_block]] = -torch.inf
        self._inside[vocabulary.size :] = -torch.inf
        self._border = torch.full((size,), -torch.inf)
        self._border[[*self._opens, self._end_message]] = 0.0

    def answer(self, questions: Sequence[str], invented: bool) -> list[list[tuple[str, str]]]:
        """The blocks (kind, content) that the model writes for each question, executions included."""
        rows = [
            Answering(to_ids(self._dialect.prompt(normalise_question(question)), self._vocabulary))
            for question in questions
        ]
        order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
        for at in range(0, len(order), BATCH):
            self._play([rows[i] for i in order[at : at + BATCH]], invented)
        return [row.blocks for row in rows]

    @torch.inference_mode()
    def _play(self, rows: list[Answering], invented: bool) -> None:
        s = self._model.settings
        room = max(len(row.ids) for row in rows) + NEW_TOKENS
        size = s.hidden // s.heads
        cache = torch.zeros(s.layers, 2, len(rows), s.heads, room, size, dtype=self._dtype)
        longest = max(len(row.ids) for row in rows)
        ids = torch.tensor([row.ids + [0] * (longest - len(row.ids)) for row in rows])
        hidden = self._forward(ids, torch.zeros(len(rows), dtype=torch.int64), cache)
        last = torch.tensor([len(row.ids) - 1 for row in rows])
        logits = self._model.logits(hidden[torch.arange(len(rows)), last]).float()
        at = last + 1
        while True:
            at_border = torch.tensor([row.border for row in rows])[:, None]
            choices = (logits + torch.where(at_border, self._border, self._inside)).argmax(-1).tolist()
            fed = torch.zeros(len(rows), 1, dtype=torch.int64)
            moved = torch.zeros(len(rows), dtype=torch.int64)
            for i, row in enumerate(rows):
                if row.done or row.waiting:
                    continue
                if int(at[i]) >= room - 1:
                    row.done = True
                    continue
                token = row.forced.pop(0) if row.forced else choices[i]
                self._take(row, token, invented)
                fed[i, 0], moved[i] = token, 1
            waiting = [row for row in rows if row.waiting]
            if not moved.any() and not waiting:
                return
            if len(waiting) >= max(1, int(moved.sum()) // 3):
                self._execute(waiting)
            if not moved.any():
                continue
            new = self._model.logits(self._forward(fed, at, cache)[:, 0]).float()
            logits = torch.where(moved[:, None].bool(), new, logits)
            at = at + moved
            going = [i for i, row in enumerate(rows) if not row.done]
            if len(going) <= 0.9 * len(rows):
                rows = [rows[i] for i in going]
                if not rows:
                    return
                cache, at, logits = cache[:, :, going].contiguous(), at[going], logits[going]

    def _take(self, row: Answering, token: int, invented: bool) -> None:
        """One token of a row, written or fed."""
        row.written += 1
        if row.border:
            row.border = False
            if token == self._end_message:
                row.done = True
                return
            row.kind, row.block = self._opens.get(token, "execution"), []
        elif token == self._end_block:
            content = b"".join(
                piece for piece in map(self._vocabulary.piece, row.block) if isinstance(piece, bytes)
            ).decode("utf-8", "replace")
            row.blocks.append((row.kind, content))
            row.border = True
            if row.kind == "code":
                if sum(kind == "code" for kind, _ in row.blocks) > CODE_BLOCKS:
                    row.done = True
                elif invented:
                    row.forced = [self._execution]
                else:
                    row.waiting = True
        else:
            row.block.append(token)

    def _execute(self, rows: list[Answering]) -> None:
        """Run the code of rows that wait for it, and have the results fed."""
        for row, result in zip(rows, self.run([_codes(row.blocks) for row in rows]), strict=True):
            row.forced = to_ids(self._dialect.result(execution(result)), self._vocabulary)
            row.waiting = False

    def run(self, solutions: Sequence[tuple[str, ...]]) -> list[str]:
        """What the last block of each solution gives; equal solutions run once."""
        keys = ["\n\0".join(codes) for codes in solutions]
        new = list({key: codes for key, codes in zip(keys, solutions, strict=True) if key not in self._results}.items())
        for (key, _), results in zip(
            new, self._pool.run_many((codes for _, codes in new), Limits(seconds=5.0)), strict=True
        ):
            self._results[key] = results[-1].text[:120]
        return [self._results[key] for key in keys]

    def _forward(self, ids: Tensor, start: Tensor, cache: Tensor) -> Tensor:
        """Hidden states of `ids` (B, n) that follow `start` tokens of each row; `cache` gets their keys and values."""
        s, n = self._model.settings, ids.shape[1]
        position = start[:, None] + torch.arange(n)
        cos, sin = rotary(position, s, self._dtype)
        seen = int(position.max()) + 1
        mask = torch.where(torch.arange(seen)[None, None] <= position[:, :, None], 0.0, -1e9)[:, None]
        mask = mask.to(self._dtype)
        rows = torch.arange(len(ids))
        x = F.embedding(ids, self._model.model.embed_tokens.weight)
        for number, layer in enumerate(self._model.model.layers):
            attention: Any = layer.self_attn
            y = layer.input_layernorm(x)  # type: ignore[operator]
            q, k, v = (
                F.linear(y, part.weight).view(len(ids), n, s.heads, -1).transpose(1, 2)
                for part in (attention.q_proj, attention.k_proj, attention.v_proj)
            )
            q, k = rotate(q, cos, sin), rotate(k, cos, sin)
            for which, new in enumerate((k, v)):
                if n > 1:
                    cache[number, which, :, :, :n] = new
                else:
                    cache[number, which, rows, :, start] = new[:, :, 0]
            keys, values = cache[number, 0, :, :, :seen], cache[number, 1, :, :, :seen]
            found = F.scaled_dot_product_attention(q, keys, values, attn_mask=mask)
            x = x + F.linear(found.transpose(1, 2).reshape(len(ids), n, -1), attention.o_proj.weight)
            x = x + layer.mlp(layer.post_attention_layernorm(x))  # type: ignore[operator]
        states: Tensor = self._model.model.norm(x)
        return states


@dataclass(frozen=True, slots=True)
class _Named:
    name: str


def _codes(blocks: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(content for kind, content in blocks if kind == "code")


def same(answer: str | None, gold: str) -> bool:
    """Whether an answer is the right one: the same text, or the same number."""
    if answer is None:
        return False
    answer, gold = answer.strip(), gold.strip()
    if answer == gold:
        return True
    try:
        return Fraction(answer) == Fraction(gold)
    except (ValueError, ZeroDivisionError):
        return False


def judge(
    answerer: Answerer, checkpoint_facts: dict[str, Any], tests: Sequence[Transcript], invented: bool
) -> dict[str, Any]:
    """Answer all test problems; what came of each, and the shares."""
    began = time.monotonic()
    played = answerer.answer([test.question for test in tests], invented)
    right = [
        same(boxed_answer(blocks[-1][1]) if blocks and blocks[-1][0] == "text" else None, test.answer or "")
        for blocks, test in zip(played, tests, strict=True)
    ]
    record: dict[str, Any] = dict(checkpoint_facts)
    record["right"] = "".join("1" if good else "0" for good in right)
    record["by_task"] = {
        task: [
            sum(good for good, test in zip(right, tests, strict=True) if test.meta["task"] == task),
            sum(test.meta["task"] == task for test in tests),
        ]
        for task in TASKS
    }
    coded = [blocks for blocks in played if _codes(blocks)]
    if coded:
        real = answerer.run([_codes(blocks) for blocks in coded])
        record["code_errors"] = sum("Error" in result for result in real) / len(coded)
        if invented:
            said = [next((c for kind, c in reversed(blocks) if kind == "execution"), "") for blocks in coded]
            record["invented_as_executed"] = sum(a == b for a, b in zip(said, real, strict=True)) / len(coded)
        with_code = {id(blocks): result.strip("'\"") for blocks, result in zip(coded, real, strict=True)}
        record["code_right"] = sum(
            same(with_code.get(id(blocks)), test.answer or "") for blocks, test in zip(played, tests, strict=True)
        ) / len(tests)
    record["seconds"] = round(time.monotonic() - began, 1)
    record["samples"] = [
        {"question": test.question, "gold": test.answer, "blocks": blocks}
        for blocks, test in list(zip(played, tests, strict=True))[:20]
    ]
    return record


# --- the table


def table(out: Path, seeds: int) -> str:
    """All that is done so far, as Markdown."""
    found: dict[str, list[dict[str, Any]]] = {}
    for trial in TRIALS:
        paths = [out / "trials" / f"{_file(trial)}-{seed}.json" for seed in range(seeds)]
        found[trial.name] = [json.loads(path.read_text(encoding="utf-8")) for path in paths if path.is_file()]
    lines = [
        "| arm | solved; 95 % interval, problems x seeds taken as independent | each seed | code gives the answer "
        "| code errors |",
        "|---|---|---|---|---|",
    ]
    for name, records in found.items():
        if not records:
            lines.append(f"| {name} | not done | | | |")
            continue
        right = [record["right"].count("1") for record in records]
        count = len(records[0]["right"])
        low, high = wilson(sum(right), count * len(right))
        each = ", ".join(f"{100 * r / count:.1f}" for r in right)
        code, errors = (
            "-" if key not in records[0] else f"{100 * sum(r[key] for r in records) / len(records):.1f} %"
            for key in ("code_right", "code_errors")
        )
        lines.append(
            f"| {name} | {100 * sum(right) / count / len(right):.1f} % ({100 * low:.1f} to {100 * high:.1f}; "
            f"{count:,} problems x {len(right)}) | {each} | {code} | {errors} |"
        )
    lines += ["", "| difference | points; 95 % interval, problems drawn, seeds fixed | each seed |", "|---|---|---|"]
    for first, second in COMPARED:
        a, b = found[TRIALS[first].name], found[TRIALS[second].name]
        pairs = list(zip(a, b, strict=False))
        if not pairs:
            continue
        differences = np.array(
            [[int(x) - int(y) for x, y in zip(p["right"], q["right"], strict=True)] for p, q in pairs]
        )
        each_problem = differences.mean(0)
        half = 1.959964 * each_problem.std(ddof=1) / math.sqrt(len(each_problem))
        mean = each_problem.mean()
        each = ", ".join(f"{100 * d:+.1f}" for d in differences.mean(1))
        lines.append(
            f"| {TRIALS[first].name} - {TRIALS[second].name} | {100 * mean:+.1f} ({100 * (mean - half):+.1f} to "
            f"{100 * (mean + half):+.1f}) | {each} |"
        )
    invented = [record for record in found[TRIALS[2].name] if "invented_as_executed" in record]
    if invented:
        share = sum(record["invented_as_executed"] for record in invented) / len(invented)
        lines += ["", f"Of the results that the model invents, {100 * share:.1f} % are what its code gives."]
    return "\n".join(lines)


def _file(trial: Trial) -> str:
    return f"{trial.arm}-invented" if trial.invented else trial.arm


def main() -> None:
    """Make data, train, answer, print the table; everything that is there already is kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--examples", type=int, default=12_000, help="training examples (default 12,000)")
    parser.add_argument("--tests", type=int, default=1_500, help="test problems (default 1,500)")
    parser.add_argument("--tokens", type=int, default=1_200_000, help="of each arm's training (default 1.2 million)")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    settings = {name: getattr(options, name) for name in ("examples", "tests", "tokens")} | {"model": MODEL}
    written = options.out / "settings.json"
    if written.is_file() and json.loads(written.read_text(encoding="utf-8")) != settings:
        raise SystemExit(f"{options.out} was begun with other settings: use another folder")
    options.out.mkdir(parents=True, exist_ok=True)
    write_json(written, settings)
    torch.set_num_threads(1)
    make_data(options.out, options.examples, options.tests)
    tests = list(read_jsonl(options.out / "tests.jsonl"))
    results: dict[str, str] = {}
    dtype = torch.bfloat16 if fast_bfloat16_cpu() else torch.float32
    with PoolExecutor(2) as pool:
        for seed in range(options.seeds):
            for arm in ARMS:
                trials = [trial for trial in TRIALS if trial.arm == arm.name]
                paths = {trial: options.out / "trials" / f"{_file(trial)}-{seed}.json" for trial in trials}
                if all(path.is_file() for path in paths.values()):
                    continue
                run = options.out / "runs" / f"{arm.name}-{seed}"
                checkpoint = train(arm, seed, options.out, run, options.tokens)
                torch._dynamo.reset()
                model, vocabulary, _ = load_checkpoint_model(checkpoint)
                for trial, path in paths.items():
                    answerer = Answerer(model, vocabulary, pool, results, dtype)
                    record = judge(answerer, {"trial": trial.name, "seed": seed}, tests, trial.invented)
                    write_json(path, record)
                    share = record["right"].count("1") / len(tests)
                    print(f"{trial.name}, seed {seed}: {100 * share:.1f} % in {record['seconds']} s", flush=True)
    print(table(options.out, options.seeds))
    (options.out / "table.md").write_text(table(options.out, options.seeds) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
