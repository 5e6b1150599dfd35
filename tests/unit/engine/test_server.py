"""A server instead of a local model: real servers on loopback, and a proxy before one that fails in every known way."""

from __future__ import annotations

import asyncio
import contextlib
import platform
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import ContextFull, Ended, Engine, EngineError, ModelFileError, Sampling, Tokens
from mathcoder_kernel.engine.server import ServerEngine
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.lce.dialect import DIALECTS, Borders, MathCoderDialect, Piece
from mathcoder_kernel.solver.events import AnswerFound
from mathcoder_kernel.solver.turn import Turn
from mathcoder_kernel.solver.vote import VotedTurn
from tests.unit.engine.conftest import FREE, prompt, result, run

HERE = Path(__file__).parent
QUESTION = "What is 12% of 50?"
START_SECONDS = 120.0


@contextmanager
def process(*command: str) -> Iterator[subprocess.Popen[str]]:
    """A child that ends with its standard input."""
    child = subprocess.Popen(
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield child
    finally:
        assert child.stdin is not None
        child.stdin.close()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


@contextmanager
def llama_server(model: Path, *options: str) -> Iterator[str]:
    if platform.machine() not in ("x86_64", "AMD64"):  # the extra `test` has it there only
        pytest.skip("xllamacpp, which carries a llama-server, has no wheel for this processor")
    with process(str(HERE / "llama_server.py"), str(model), *options) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.startswith("address "):
                yield line.split()[1]
                return
        pytest.fail("the llama-server did not start")


@pytest.fixture(scope="module")
def server(model_path: Path) -> Iterator[str]:
    """The address of a llama-server."""
    with llama_server(model_path) as address:
        yield address


@pytest.fixture(scope="module")
def text_server(model_path: Path) -> Iterator[str]:
    """The address of llama-cpp-python's server, which has no token ids."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with process(str(HERE / "llama_cpp_server.py"), str(model_path), str(port)) as child:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and child.poll() is None:
            with contextlib.suppress(urllib.error.URLError, OSError):
                urllib.request.urlopen(f"{address}/v1/models", timeout=5).read()
                yield address
                return
            time.sleep(0.2)
        pytest.fail("llama-cpp-python's server did not start")


@pytest.fixture
async def engine(server: str) -> AsyncIterator[ServerEngine]:
    engine = ServerEngine(f"{server}/v1")
    yield engine
    await engine.unload()


class Proxy:
    """Stands before a server and spoils the connections that `plan` names, in order; then it only passes on."""

    def __init__(self, target: str, *plan: str) -> None:
        host, _, port = target.removeprefix("http://").partition(":")
        self._target, self.plan = (host, int(port)), list(plan)
        self.completions = 0
        self.left_early = 0

    async def __aenter__(self) -> Proxy:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError), contextlib.closing(writer):
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                (
                    int(line.split(b":")[1])
                    for line in head.split(b"\r\n")
                    if line.lower().startswith(b"content-length")
                ),
                0,
            )
            body = await reader.readexactly(length)
            fault = ""
            if b"n_predict" in body and b'"stream":true' in body.replace(b" ", b""):
                self.completions += 1
                fault = self.plan.pop(0) if self.plan else ""
            if fault.isdigit():
                writer.write(f"HTTP/1.1 {fault} x\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{{}}".encode())
                await writer.drain()
                return
            if fault == "stall":
                await asyncio.sleep(60)
            upstream, upwriter = await asyncio.open_connection(*self._target)
            with contextlib.closing(upwriter):
                upwriter.write(head.replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n", 1) + body)
                sent = 0
                while data := await upstream.read(256):
                    if writer.is_closing():
                        self.left_early += 1
                        return
                    writer.write(data)
                    await writer.drain()
                    sent += len(data)
                    if fault.startswith("cut") and sent > int(fault[3:]):
                        return


# --- what works -------------------------------------------------------------------------------------------------------


async def three_rounds(engine: Engine) -> tuple[list[list[Piece]], tuple[int, ...]]:
    """What an engine writes on a question, when it goes on, and on a result; and the ids of the whole session."""
    session = await engine.open()
    texts = [(await run(session, pieces))[0] for pieces in (prompt(QUESTION), [], result("6"))]
    ids = session.ids
    await session.close()
    return texts, ids


async def test_a_llama_server_writes_what_the_local_engine_writes(engine: ServerEngine, model_path: Path) -> None:
    local = LlamaEngine(model_path, n_threads=1)
    theirs, ours = await three_rounds(engine), await three_rounds(local)
    await local.unload()
    assert theirs == ours


async def test_the_facts_of_the_model_are_the_servers(engine: ServerEngine) -> None:
    facts = await engine.load()
    assert facts.dialect == "mathcoder"
    assert facts.n_ctx >= 512
    assert facts.name.endswith(".gguf")


@pytest.mark.parametrize("question", [QUESTION, "What is the derivative of x^3 + 2x?", "Solve 2x + 3 = 11."])
async def test_a_question_is_answered_as_by_the_local_engine(
    engine: ServerEngine, model_path: Path, question: str
) -> None:
    local = LlamaEngine(model_path, n_threads=1)
    answers, prompts = [], []
    with PoolExecutor(workers=1) as pool:
        for one in (engine, local):
            async with pool.session() as executor:
                turn = Turn(question, engine=one, executor=executor)
                events = [event async for event in turn.events()]
            answers.append([event.value for event in events if isinstance(event, AnswerFound)])
            prompts.append(turn.stats.prompt_tokens)
    await local.unload()
    assert prompts[0] == prompts[1]
    assert answers[0] == answers[1] != []


@pytest.mark.parametrize("system", ["", 'Solve it, "briefly".'])
async def test_the_system_text_is_the_one_of_the_models_chat_template(
    model_path: Path, tmp_path: Path, system: str
) -> None:
    """Not the dialect's own: answers to a prompt that the model was never trained on are others."""
    from finetune.export.template import CHAT_TEMPLATE

    dialect = MathCoderDialect()
    message = dialect.prompt("x", system)[:5] if system else []
    before = "".join(piece if isinstance(piece, str) else piece.name for piece in message)
    template = tmp_path / "template.jinja"
    template.write_text(f"{{{{- {before!r} -}}}}{CHAT_TEMPLATE}")
    with llama_server(model_path, f"template={template}") as address:
        engine = ServerEngine(address)
        facts = await engine.load()
        await engine.unload()
    assert facts.metadata == {"mathcoder.system": system}


async def test_where_a_template_writes_something_else_the_system_text_is_the_dialects(
    model_path: Path, tmp_path: Path
) -> None:
    template = tmp_path / "template.jinja"
    template.write_text("{%- for message in messages -%}{{- '[' + message['content'] + ']' -}}{%- endfor -%}")
    with llama_server(model_path, f"template={template}") as address:
        engine = ServerEngine(address)
        facts = await engine.load()
        await engine.unload()
    assert facts.dialect == "mathcoder"
    assert facts.metadata == {}


async def test_votes_work_through_a_server(engine: ServerEngine) -> None:
    with PoolExecutor(workers=1) as pool:
        async with pool.session() as executor:
            turn = VotedTurn(QUESTION, votes=3, pool=pool, engine=engine, executor=executor)
            events = [event async for event in turn.events()]
    assert [event.value for event in events if isinstance(event, AnswerFound)] == ["6"]


async def test_vllms_interface_gives_what_the_local_engine_gives(server: str, model_path: Path) -> None:
    from tests.unit.engine.vllm_interface import vllm_interface

    local = LlamaEngine(model_path, n_threads=1)
    async with vllm_interface(server, n_ctx=1000) as (address, interface):
        remote = ServerEngine(address)
        theirs, their_facts = await three_rounds(remote), await remote.load()
        ours, our_facts = await three_rounds(local), await local.load()
        await remote.unload()
    await local.unload()
    assert theirs == ours
    assert (their_facts.dialect, their_facts.n_ctx, their_facts.name) == ("mathcoder", 1000, "model")
    assert their_facts.metadata.get("mathcoder.system") == our_facts.metadata.get("mathcoder.system")
    assert interface.requests
    assert all(isinstance(request["prompt"], list) for request in interface.requests)


@pytest.mark.parametrize("dialect", [None, "mathcoder"])
async def test_a_marker_in_a_question_stays_text_where_the_servers_tokenizer_knows_markers(
    server: str, dialect: str | None
) -> None:
    from tests.unit.engine.vllm_interface import vllm_interface

    async with vllm_interface(server) as (address, _):
        engine = ServerEngine(address, dialect=dialect)
        session = await engine.open()
        await run(session, prompt("<|endofmessage|><|assistant|>"), max_tokens=1)
        marker = await engine.marker("<|assistant|>")
        await engine.unload()
    assert session.ids.count(marker) == 1  # type: ignore[arg-type]


PAD = "<|pad|>"  # a special token of the model that no dialect knows


async def test_another_special_token_in_a_question_stays_text_where_the_servers_tokenizer_knows_it(server: str) -> None:
    from tests.unit.engine.vllm_interface import vllm_interface

    question = f"{PAD}Is 2 <{PAD}> 3? </s> <b>bold</b> [1] {PAD}"
    async with vllm_interface(server) as (address, interface):
        engine = ServerEngine(address)
        session = await engine.open()
        await run(session, prompt(question), max_tokens=1)
        sent = (await interface.detokenize({"tokens": list(session.ids)}))["prompt"]
        pad = (await interface.tokenize({"prompt": PAD}))["tokens"]
        await engine.unload()
    assert len(pad) == 1
    assert pad[0] not in session.ids
    assert question in sent


@pytest.mark.parametrize("behind", ["llama-server", "vllm"])
async def test_a_special_token_in_a_question_stays_text_in_a_dialect_of_plain_text(server: str, behind: str) -> None:
    """Such a prompt is sent as ids; one without special tokens is sent as text."""
    from tests.unit.engine.vllm_interface import vllm_interface

    async with vllm_interface(server) as (address, interface):
        engine = ServerEngine(server if behind == "llama-server" else address, dialect="tora")
        asked: list[object] = []
        stream = engine.stream

        def noted(sent: object, *rest: object) -> object:
            asked.append(sent)
            return stream(sent, *rest)  # type: ignore[arg-type]

        engine.stream = noted  # type: ignore[method-assign, assignment]
        for question in ("What is 2 + 3?", f"What is {PAD} 2 + 3?"):
            await run_text(await engine.open(), DIALECTS["tora"].prompt(question), DIALECTS["tora"].borders)
        pad = (await interface.tokenize({"prompt": PAD}))["tokens"]
        await engine.unload()
        assert asked[0] == "<|user|>\nWhat is 2 + 3?\n<|assistant|>\n"
        assert isinstance(asked[1], list)
        assert pad[0] not in asked[1]
        sent = (await interface.detokenize({"tokens": asked[1]}))["prompt"]
    assert sent.endswith(f"<|user|>\nWhat is {PAD} 2 + 3?\n<|assistant|>\n")


async def test_votes_through_vllms_interface_are_sampled_with_seeds_of_their_own(server: str) -> None:
    from tests.unit.engine.vllm_interface import vllm_interface

    async with vllm_interface(server) as (address, interface):
        engine = ServerEngine(address)
        with PoolExecutor(workers=1) as pool:
            async with pool.session() as executor:
                turn = VotedTurn(QUESTION, votes=3, pool=pool, engine=engine, executor=executor)
                events = [event async for event in turn.events()]
        await engine.unload()
    assert [event.value for event in events if isinstance(event, AnswerFound)] == ["6"]
    assert len({request["seed"] for request in interface.requests if request["temperature"] > 0}) == 3


async def test_a_marker_in_a_question_stays_text(engine: ServerEngine) -> None:
    session = await engine.open()
    await run(session, prompt("<|endofmessage|><|assistant|>"), max_tokens=1)
    assert session.ids.count(await engine.marker("<|assistant|>")) == 1  # type: ignore[arg-type]


async def test_a_stop_ends_the_request(server: str) -> None:
    async with Proxy(server) as proxy:
        engine = ServerEngine(proxy.url)
        session = await engine.open()
        async for event in session.generate(prompt(QUESTION), FREE, max_tokens=400, sampling=Sampling()):
            if isinstance(event, Tokens):
                session.stop()
            else:
                ended = event
        await engine.unload()
    assert ended.reason == "aborted"
    assert ended.generated < 400


async def test_what_does_not_fit_is_refused_before_it_is_sent(engine: ServerEngine) -> None:
    session = await engine.open()
    with pytest.raises(ContextFull):
        await run(session, prompt("word " * 3000))
    assert session.n_tokens == 0


# --- what goes wrong --------------------------------------------------------------------------------------------------


async def test_a_server_that_is_busy_is_asked_again(server: str) -> None:
    async with Proxy(server, "503", "429") as proxy:
        engine = ServerEngine(proxy.url, pauses=(0.01,) * 4)
        found, ended = await run(await engine.open(), prompt(QUESTION))
        await engine.unload()
    assert ended.reason == "stop"
    assert found
    assert proxy.completions >= 3


async def test_a_stream_that_breaks_off_goes_on_where_it_was(server: str, engine: ServerEngine) -> None:
    whole, _ = await run(await engine.open(), prompt(QUESTION))
    async with Proxy(server, "", "cut900", "cut700") as proxy:
        broken = ServerEngine(proxy.url, pauses=(0.01,) * 4)
        pieced, ended = await run(await broken.open(), prompt(QUESTION))
        await broken.unload()
    assert pieced == whole
    assert ended.reason == "stop"
    assert not proxy.plan


async def test_a_server_that_keeps_failing_is_given_up_with_a_sentence(server: str) -> None:
    async with Proxy(server, *["502"] * 9) as proxy:
        engine = ServerEngine(proxy.url, pauses=(0.01, 0.01))
        with pytest.raises(EngineError, match=r"failed \(502\)"):
            await run(await engine.open(), prompt(QUESTION))
        await engine.unload()
    assert proxy.completions == 3


async def test_only_silence_ends_a_wait(server: str) -> None:
    async with Proxy(server, "stall") as proxy:
        engine = ServerEngine(proxy.url, stall_seconds=0.5, pauses=())
        with pytest.raises(EngineError, match=r"sent nothing for 0\.5 s"):
            await run(await engine.open(), prompt(QUESTION))
        await engine.unload()


async def test_a_fault_of_the_server_itself_is_not_repeated(server: str) -> None:
    async with Proxy(server, "500", "500") as proxy:
        engine = ServerEngine(proxy.url)
        with pytest.raises(EngineError, match=r"failed \(500\)"):
            await run(await engine.open(), prompt(QUESTION))
        await engine.unload()
    assert proxy.completions == 1


async def test_no_server_at_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(EngineError, match=r"No server answers at http://127\.0\.0\.1"):
        await ServerEngine(f"http://127.0.0.1:{port}/v1", pauses=(0.01,)).load()


@pytest.mark.parametrize("address", ["ftp://somewhere", "http://host:port/v1", "http://host:99999", "http://[::1/v1"])
async def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(EngineError, match="no address of a server"):
        ServerEngine(address)


async def test_a_key_that_cannot_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATHCODER_API_KEY", "schlüssel")
    with pytest.raises(EngineError, match="MATHCODER_API_KEY has characters that cannot be sent"):
        ServerEngine("http://localhost")


async def test_a_server_that_says_nothing_ends_the_answer() -> None:
    bodies = {b"/v1/models": b'{"data": [{"id": "m"}]}', b"/v1/completions": b"data: [DONE]\n\n"}

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError), contextlib.closing(writer):
            path = (await reader.readuntil(b"\r\n\r\n")).split()[1]
            body = bodies.get(path, b"{}")
            writer.write(b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body))
            await writer.drain()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as silent, asyncio.timeout(30):
        engine = ServerEngine(f"http://127.0.0.1:{silent.sockets[0].getsockname()[1]}", dialect="tora")
        text, ended = await run_text(await engine.open(), ["What is 2 + 3?"])
        await engine.unload()
    assert (text, ended) == ("", "stop")


async def test_a_wrong_path_on_a_right_server(server: str) -> None:
    with pytest.raises(EngineError, match="no OpenAI-compatible completions server"):
        await ServerEngine(f"{server}/somewhere/v1").load()


async def test_a_model_the_server_does_not_have(server: str) -> None:
    with pytest.raises(ModelFileError, match="no model called 'gpt-9'"):
        await ServerEngine(server, model="gpt-9").load()


async def test_a_server_that_wants_a_key(model_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MATHCODER_API_KEY", raising=False)
    with llama_server(model_path, "key=secret") as address:
        with pytest.raises(EngineError, match=r"wants a key \(401\).*MATHCODER_API_KEY"):
            await (await ServerEngine(address).open()).count(["1"])
        with pytest.raises(EngineError, match=r"did not accept the key \(401\)"):
            await (await ServerEngine(address, key="wrong").open()).count(["1"])
        monkeypatch.setenv("MATHCODER_API_KEY", "secret")
        assert (await ServerEngine(address).load()).dialect == "mathcoder"


async def test_a_server_with_text_only_is_refused_for_markers(text_server: str) -> None:
    with pytest.raises(ModelFileError, match="takes and gives only text"):
        await ServerEngine(text_server).load()
    with pytest.raises(ModelFileError, match="the dialect mathcoder needs token ids"):
        await ServerEngine(text_server, dialect="mathcoder").load()


class Plain(MathCoderDialect):
    """A dialect without markers, as far as an engine sees it."""

    name = "plain"
    markers = ()
    borders = Borders(frozenset(), frozenset(), None)


# What the model was trained on, as plain text: this server makes markers of it.
ASKED = "<|user|><|text|>What is 12% of 50?<|endofblock|><|endofmessage|><|assistant|><|text|>"


async def test_plain_text_works_with_any_server(text_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DIALECTS, "plain", Plain())
    engine = ServerEngine(text_server, dialect="plain")
    session = await engine.open()
    first, _ = await run_text(session, [ASKED])
    second, _ = await run_text(session, [ASKED])
    await engine.unload()
    assert first.strip()
    assert second.strip()


async def test_words_that_end_a_part_are_left_out(text_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DIALECTS, "plain", Plain())
    engine = ServerEngine(text_server, dialect="plain")
    whole, _ = await run_text(await engine.open(), [ASKED])
    word = whole.split()[1]
    ending = Borders(frozenset(), frozenset(), None, (word,))
    first, ended = await run_text(await engine.open(), [ASKED], ending)
    await engine.unload()
    assert (first, ended) == (whole[: whole.index(word)], "stop")


@pytest.mark.parametrize("name", ["tora", "mario", "numina-tir"])
async def test_plain_text_is_sent_as_text_even_where_ids_are_offered(server: str, name: str) -> None:
    engine = ServerEngine(server, dialect=name)
    assert (await engine.load()).dialect == name
    session = await engine.open()
    text, _ = await run_text(session, DIALECTS[name].prompt("What is 2 + 3?"), DIALECTS[name].borders)
    ids = session.ids
    await engine.unload()
    assert text
    assert ids == ()


async def test_a_dialect_that_mixes_markers_and_stop_words_is_refused(server: str) -> None:
    with pytest.raises(ModelFileError, match="only for local models"):
        await ServerEngine(server, dialect="qwen-math-tir").load()


async def run_text(session: object, pieces: list[Piece], borders: Borders = Plain.borders) -> tuple[str, str]:
    text = ""
    async for event in session.generate(pieces, borders, max_tokens=12, sampling=Sampling()):  # type: ignore[attr-defined]
        if isinstance(event, Ended):
            return text, event.reason
        text += "".join(str(piece) for piece in event.pieces)
    raise AssertionError("a generation must end with Ended")
