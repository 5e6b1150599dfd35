"""An OpenAI-compatible completions server as an engine: a classroom's vLLM or llama-server instead of a local model.

    engine = ServerEngine("http://classroom:8000/v1")

A dialect that writes markers needs prompts given as token ids and the ids of what was generated, so that no text of a
question or of a printed result can become a marker. vLLM offers this (`return_token_ids`), and llama-server by its
`/completion` (`return_tokens`); the server is asked once what it can. A server that has only text, such as
llama-cpp-python's, is refused for these dialects in a sentence. Dialects of plain text are sent as text to any server;
those that mix markers with words that end a generation are refused, since such words do not end where a token does.

The session's ids stay here; every generation sends them all and relies on the server's prefix cache. Requests that fail
for a passing reason are repeated with growing pauses, a stream that breaks off is continued from the ids received, and
a wait ends only when nothing at all has come for `stall_seconds`. A key is taken from the environment
(MATHCODER_API_KEY), so that it never stands in a notebook.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import os
import re
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol
from urllib.parse import urlsplit

import httpx

from mathcoder_kernel.engine import metadata
from mathcoder_kernel.engine.protocol import (
    ContextFull,
    Ended,
    EngineError,
    Generated,
    ModelFacts,
    ModelFileError,
    Sampling,
    Tokens,
)
from mathcoder_kernel.lce.dialect import DIALECTS, Borders, Dialect, DialectError, Marker, Piece, dialect
from mathcoder_kernel.lce.pieces import END_OF_SEQUENCE
from mathcoder_kernel.lce.transcript import Block, BlockKind

KEY_VARIABLE = "MATHCODER_API_KEY"
STALL_SECONDS = 120.0
CONNECT_SECONDS = 10.0
PAUSES = (0.5, 1.0, 2.0, 4.0)  # seconds before a request is repeated
PASSING = frozenset({408, 429, 502, 503, 504})  # statuses that may be other a moment later
DEFAULT_CONTEXT = 4096  # tokens, where a server does not tell
PROBE_QUESTION = "What is 1 + 1?"
# What special tokens look like: <|im_end|>, </s>, <｜end▁of▁sentence｜>, [INST]. Where a text holds one, the server is
# asked whether its tokenizer knows it.
FOREIGN = re.compile(r"<\|[^|<>]{1,60}\|>|<[^<>\s]{1,60}>|\[/?[A-Za-z_]{2,40}\]")
FAVOUR = 100.0  # bias of the tokens allowed at a border: far above any logit, and the most that the API takes


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a stream. `ids` is None where the server does not give them."""

    text: str
    ids: tuple[int, ...] | None
    finished: bool
    overflow: bool = False  # it ended because the context is full
    full: bool = False  # it ended at the length that was asked for


class Api(Protocol):
    """How one kind of server is spoken to."""

    path: str  # of completions, from the server's root

    def body(
        self, prompt: Sequence[int] | str, max_tokens: int, sampling: Sampling, bias: Mapping[int, float | None]
    ) -> dict[str, Any]:
        """The request of a streamed completion; a bias of None forbids a token."""
        ...

    def chunk(self, record: Mapping[str, Any]) -> Chunk:
        """What one record of the stream holds."""
        ...

    def tokenize(self, text: str, *, special: bool, begins: bool = False) -> tuple[str, dict[str, Any]]:
        """Path and body of a request for the ids of a text; `begins`: with what stands before every prompt."""
        ...

    def render(self, question: str) -> tuple[str, dict[str, Any]]:
        """Path and body of a request for what the model's chat template makes of a question: the text as `prompt`, or
        its ids as `tokens`."""
        ...


class _LlamaServer:
    """llama.cpp's own interface."""

    path = "/completion"

    def body(
        self, prompt: Sequence[int] | str, max_tokens: int, sampling: Sampling, bias: Mapping[int, float | None]
    ) -> dict[str, Any]:
        return {
            "prompt": prompt if isinstance(prompt, str) else list(prompt),
            "n_predict": max_tokens,
            "stream": True,
            "cache_prompt": True,
            "return_tokens": True,
            "temperature": sampling.temperature,
            "top_k": sampling.top_k,
            "top_p": sampling.top_p,
            "min_p": 0.0,
            "repeat_penalty": 1.0,
            "samplers": ["top_k", "top_p", "temperature"],
            "seed": sampling.seed,
            "logit_bias": [[token, False if value is None else value] for token, value in bias.items()],
        }

    def chunk(self, record: Mapping[str, Any]) -> Chunk:
        finished = bool(record.get("stop"))
        overflow = finished and (bool(record.get("truncated")) or record.get("stop_type") == "context")
        return Chunk(record.get("content", ""), tuple(record.get("tokens", ())), finished, overflow)

    def tokenize(self, text: str, *, special: bool, begins: bool = False) -> tuple[str, dict[str, Any]]:
        return "/tokenize", {"content": text, "parse_special": special, "add_special": begins}

    def render(self, question: str) -> tuple[str, dict[str, Any]]:
        return "/apply-template", {"messages": [{"role": "user", "content": question}]}


class _OpenAi:
    """The completions of OpenAI's interface; vLLM adds token ids where `ids` is true."""

    path = "/v1/completions"

    def __init__(self, model: str, *, ids: bool) -> None:
        self._model, self._ids = model, ids

    def body(
        self, prompt: Sequence[int] | str, max_tokens: int, sampling: Sampling, bias: Mapping[int, float | None]
    ) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self._model,
            "prompt": prompt if isinstance(prompt, str) else list(prompt),
            "max_tokens": max_tokens,
            "stream": True,
            "temperature": sampling.temperature,
        }
        if sampling.temperature > 0:
            body |= {"top_p": sampling.top_p, "seed": sampling.seed}
        if bias:
            body["logit_bias"] = {str(token): -FAVOUR if value is None else value for token, value in bias.items()}
        if self._ids:
            body |= {"return_token_ids": True, "skip_special_tokens": False, "spaces_between_special_tokens": False}
            if sampling.temperature > 0:
                body["top_k"] = sampling.top_k
        return body

    def chunk(self, record: Mapping[str, Any]) -> Chunk:
        choices = record.get("choices") or [{}]
        choice = choices[0]
        ids = choice.get("token_ids")
        ending = choice.get("finish_reason")
        text = choice.get("text") or ""
        return Chunk(text, None if ids is None else tuple(ids), ending is not None, full=ending == "length")

    def tokenize(self, text: str, *, special: bool, begins: bool = False) -> tuple[str, dict[str, Any]]:
        return "/tokenize", {"model": self._model, "prompt": text, "add_special_tokens": begins}

    def render(self, question: str) -> tuple[str, dict[str, Any]]:
        return "/tokenize", {"model": self._model, "messages": [{"role": "user", "content": question}]}


class _Unavailable(Exception):
    """A request failed for a reason that may pass; the text says which."""


class ServerEngine:
    """A model behind an OpenAI-compatible server (see `protocol.Engine`); one session sends one request at a time.

    `url`: the server's address, with or without the final `/v1`. `model`: its name there (default: the only or first
    one). `dialect`: overrides what the model's vocabulary says. `n_ctx`: tokens of the context, where the server does
    not tell. `stall_seconds`: how long nothing at all may come before a request is given up.
    """

    def __init__(
        self,
        url: str,
        *,
        model: str = "",
        dialect: str | None = None,
        n_ctx: int | None = None,
        key: str | None = None,
        stall_seconds: float = STALL_SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        url = url.strip()
        try:
            parts = urlsplit(url if "//" in url else f"http://{url}")
            known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:  # no number, or too large a one, where the port is; an IPv6 address that is not closed
            known = False
        if not known:
            raise EngineError(f"{url!r} is no address of a server; one looks like http://localhost:8000/v1")
        self.url = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}".removesuffix("/v1")
        self._wanted, self._dialect, self._n_ctx = model, dialect, n_ctx
        self._key = (key if key is not None else os.environ.get(KEY_VARIABLE, "")).strip()
        if not self._key.isascii():
            raise EngineError(
                f"The key in {KEY_VARIABLE} has characters that cannot be sent (an accent, a long dash). "
                "Set the environment variable again before Jupyter starts."
            )
        self._stall, self._pauses = stall_seconds, tuple(pauses)
        self._clients: dict[asyncio.AbstractEventLoop, httpx.AsyncClient] = {}
        self._facts: ModelFacts | None = None
        self._api: Api = _OpenAi("", ids=False)
        self._by_ids = False
        self._markers: dict[str, int | None] = {}
        self._own: frozenset[str] = frozenset()  # what the dialect itself writes in its texts
        self._tokenizer: Api | None = None  # how ids of texts are asked for, where the server gives them
        self._foreign: dict[str, bool] = {}  # what looks like a special token, and whether it is one
        self._tokenized: dict[tuple[str, bool], tuple[int, ...]] = {}

    # -- protocol.Engine

    @property
    def loaded(self) -> bool:
        """True once the server has answered."""
        return self._facts is not None

    async def load(self) -> ModelFacts:
        """Ask the server what it has and can; see `Engine.load`."""
        if self._facts is None:
            self._facts = await self._look()
        return self._facts

    async def open(self, ids: Sequence[int] = (), *, forks: bool = False) -> ServerSession:
        """See `Engine.open`."""
        facts = await self.load()
        return ServerSession(self, facts, ids)

    async def unload(self) -> None:
        """Close the connections; the server keeps its model."""
        self._facts = None
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.aclose()

    def close(self) -> None:
        """Forget the connections without a loop; they end with the process."""
        self._facts = None
        self._clients.clear()

    # -- what the server is

    async def _look(self) -> ModelFacts:
        listing = await self._json("GET", "/v1/models", patient=False)
        models = [entry for entry in listing.get("data") or () if isinstance(entry, dict) and "id" in entry]
        if not models:
            raise EngineError(f"The server at {self.url} offers no model.")
        names = [str(entry["id"]) for entry in models]
        if self._wanted and self._wanted not in names:
            raise ModelFileError(
                f"The server at {self.url} has no model called {self._wanted!r}. It has: {', '.join(names)}. "
                "Choose one with  %mathcoder config server_model NAME"
            )
        entry = models[names.index(self._wanted)] if self._wanted else models[0]
        name = str(entry["id"])
        meta: Mapping[str, Any] = entry.get("meta") or {}
        context = self._n_ctx or entry.get("max_model_len") or meta.get("n_ctx")
        self._api, self._by_ids = await self._probe(name)
        self._tokenizer = self._api if self._by_ids else None
        if isinstance(self._api, _LlamaServer):
            settings = (await self._json("GET", "/props", missing_ok=True)).get("default_generation_settings", {})
            context = self._n_ctx or settings.get("n_ctx") or context
        language = await self._language(name)
        system = await self._system(name, language)
        return ModelFacts(
            name=name.replace("\\", "/").rpartition("/")[2],
            path=f"{self.url}/v1",
            sha256="",
            dialect=language.name,
            n_ctx=int(context or DEFAULT_CONTEXT),
            n_params=int(meta.get("n_params") or 0),
            size_bytes=int(meta.get("size") or 0),
            quantisation=str(meta.get("ftype") or ""),
            metadata={} if system is None else {metadata.SYSTEM: system},
        )

    async def _system(self, model: str, language: Dialect) -> str | None:
        """The system text that the model was trained with, "" for none: what its chat template puts in front of a
        question. None where the server cannot tell, or where the template writes another dialect."""
        if not language.markers or not self._by_ids:
            return None
        path, body = self._api.render(PROBE_QUESTION)
        rendered = await self._json("POST", path, body, missing_ok=True)
        if rendered.get("tokens"):
            body = {"model": model, "tokens": rendered["tokens"]}
            rendered = await self._json("POST", "/detokenize", body, missing_ok=True)
        parts = re.split("(" + "|".join(map(re.escape, language.markers)) + ")", str(rendered.get("prompt") or ""))
        pieces = [Marker(part) if part in language.markers else part for part in parts if part.strip()]
        try:
            found = language.decode(pieces)
        except DialectError:
            return None
        return (found.system or "").strip() if found.question.strip() == PROBE_QUESTION else None

    async def _probe(self, model: str) -> tuple[Api, bool]:
        """The way to speak to this server that gives token ids, if there is one."""
        native = {"prompt": [0, 0], "n_predict": 1, "return_tokens": True, "temperature": 0, "n_probs": 1}
        answer = await self._json("POST", "/completion", native, missing_ok=True)
        if answer.get("tokens"):
            chances = answer.get("completion_probabilities") or [{"logprob": 0.0}]
            if not isinstance(chance := chances[0].get("logprob"), int | float) or not math.isfinite(chance):
                raise ModelFileError(
                    f"The model on the server at {self.url} gives numbers that are not finite: its file is damaged, or "
                    "the server computes wrongly."
                )
            return _LlamaServer(), True
        openai = {"model": model, "prompt": [0], "max_tokens": 1, "temperature": 0, "return_token_ids": True}
        answer = await self._json("POST", "/v1/completions", openai, missing_ok=True)
        choices = answer.get("choices") or [{}]
        by_ids = bool(choices[0].get("token_ids"))
        if by_ids:
            path, body = _OpenAi(model, ids=True).tokenize("1", special=False)
            by_ids = bool((await self._json("POST", path, body, missing_ok=True)).get("tokens"))
        return _OpenAi(model, ids=by_ids), by_ids

    async def _language(self, model: str) -> Dialect:
        """The dialect: what a person says, else the one whose markers the vocabulary has."""
        if self._dialect:
            chosen = dialect(self._dialect)
            if chosen.markers and not self._by_ids:
                raise ModelFileError(self._only_text(chosen.name))
            if chosen.markers and chosen.borders.stop_text:
                raise ModelFileError(
                    f"The dialect {chosen.name} is not offered on servers, only for local models: it mixes markers "
                    "with words that end a part of the answer. "
                    "(%mathcoder config engine local goes back to the local model.)"
                )
            if not chosen.markers:
                self._api, self._by_ids = _OpenAi(model, ids=False), False
                own = (*chosen.prompt("?"), *chosen.result(Block(BlockKind.EXECUTION, "?")))
                self._own = frozenset(FOREIGN.findall(_plain(own)))
            for name in chosen.markers:  # known before the first text, which must not hold one
                await self.marker(name)
            return chosen
        if not self._by_ids:
            raise ModelFileError(self._only_text(""))
        for candidate in DIALECTS.values():
            if candidate.borders.stop_text:
                continue
            found = [await self.marker(name) for name in candidate.markers]
            if found and None not in found:
                return candidate
        raise ModelFileError(
            f"The model {model} on the server at {self.url} writes in none of the dialects known by their markers. "
            "If you know its dialect:  %mathcoder config dialect NAME"
        )

    def _only_text(self, name: str) -> str:
        which = f"the dialect {name} needs" if name else "a model that writes markers needs"
        return (
            f"The server at {self.url} takes and gives only text, but {which} token ids. "
            "Use vLLM or llama-server for it, or a model with a dialect of plain text "
            "(%mathcoder config dialect NAME)."
        )

    # -- vocabulary

    async def marker(self, name: str) -> int | None:
        """The single id of a marker, None where the vocabulary lacks it."""
        if name not in self._markers:
            path, body = self._api.tokenize(name, special=True)
            ids = _ids((await self._json("POST", path, body)).get("tokens"))
            self._markers[name] = ids[0] if len(ids) == 1 else None
        return self._markers[name]

    async def ids(self, pieces: Sequence[Piece]) -> list[int]:
        """Token ids of pieces; text never becomes a marker."""
        found: list[int] = []
        for piece in pieces:
            if isinstance(piece, Marker):
                token = await self.marker(piece.name)
                if token is None:
                    raise ModelFileError(f"This model's vocabulary has no token {piece.name}.")
                found.append(token)
            else:
                for part in await self.harmless(piece):
                    found += await self._text_ids(part)
        return found

    async def harmless(self, text: str) -> list[str]:
        """The text in parts of which none holds the whole name of a special token, which a server's tokenizer would
        read as that token: names of markers, and those of other vocabularies that it knows."""
        if isinstance(self._api, _LlamaServer):  # it is told not to
            return [text] if text else []
        cuts = {found.start() + 2 for name in self._markers for found in re.finditer(re.escape(name), text)}
        for found in FOREIGN.finditer(text):
            if found[0] not in self._markers and found[0] not in self._own and await self._is_special(found[0]):
                cuts.add(found.start() + 2)
        edges = [0, *sorted(cuts), len(text)]
        return [text[start:end] for start, end in pairwise(edges) if start < end]

    async def _is_special(self, name: str) -> bool:
        """Whether a tokenizer that reads special tokens in text reads this as one."""
        if self._tokenizer is None:  # nobody can tell, and nothing could be done
            return False
        if name not in self._foreign:
            if len(self._foreign) >= 1024:
                self._foreign.clear()
            path, body = self._tokenizer.tokenize(name, special=True)
            self._foreign[name] = len(_ids((await self._json("POST", path, body)).get("tokens"))) == 1
        return self._foreign[name]

    async def prompt(self, parts: Sequence[str]) -> Sequence[int] | str:
        """A prompt of plain text: as text, or as ids where it must be kept in parts (see `harmless`)."""
        if len(parts) < 2:
            return "".join(parts)
        first, *others = parts
        found = list(await self._text_ids(first, begins=True))
        for part in others:
            found += await self._text_ids(part)
        return found

    async def _text_ids(self, text: str, *, begins: bool = False) -> tuple[int, ...]:
        known = self._tokenized.get((text, begins))
        if known is None:
            path, body = (self._tokenizer or self._api).tokenize(text, special=False, begins=begins)
            known = _ids((await self._json("POST", path, body)).get("tokens"))
            if len(self._tokenized) >= 256:
                self._tokenized.clear()
            self._tokenized[text, begins] = known
        return known

    def pieces(self, chunk: Chunk) -> tuple[Piece, ...]:
        """A chunk's text with its markers, known by their ids, in place."""
        names = {token: name for name, token in self._markers.items() if token is not None}
        pieces: list[Piece] = []
        rest = chunk.text
        for token in chunk.ids or ():
            name = names.get(token)
            if name is None:
                continue
            before, found, after = rest.partition(name)
            if found or len(chunk.ids or ()) > 1:
                rest = after if found else rest
                if found and before:
                    pieces.append(before)
            pieces.append(Marker(name))
        if rest:
            pieces.append(rest)
        return tuple(pieces)

    # -- requests

    def _client(self) -> httpx.AsyncClient:
        loop = asyncio.get_running_loop()
        for other in [known for known in self._clients if known.is_closed()]:
            del self._clients[other]
        client = self._clients.get(loop)
        if client is None:
            headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
            timeout = httpx.Timeout(self._stall, connect=CONNECT_SECONDS, pool=None)
            limits = httpx.Limits(max_connections=None)
            client = httpx.AsyncClient(base_url=self.url, headers=headers, timeout=timeout, limits=limits)
            self._clients[loop] = client
        return client

    async def _json(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        missing_ok: bool = False,
        patient: bool = True,
    ) -> dict[str, Any]:
        """One request and its answer; with `missing_ok` an empty one where the server refuses it."""
        pauses = self._pauses if patient else self._pauses[:1]
        for pause in (*pauses, None):
            try:
                response = await self._client().request(method, path, json=body)
                if response.status_code in PASSING:
                    raise _Unavailable(self._status(response.status_code, _message(response.text)))
            except (httpx.TransportError, _Unavailable) as error:
                if pause is None:
                    raise EngineError(self._trouble(error)) from error
                await asyncio.sleep(pause)
                continue
            if response.is_success:
                try:
                    record = response.json()
                except ValueError:
                    record = None
                if isinstance(record, dict):
                    return record
                if missing_ok:
                    return {}
                raise EngineError(self._no_such_server())
            if missing_ok and response.status_code in (400, 404, 405, 422, 500, 501):
                return {}
            if path == "/v1/models" and response.status_code in (404, 405):
                raise EngineError(self._no_such_server())
            raise EngineError(self._status(response.status_code, _message(response.text)))
        raise AssertionError("the last try returns or raises")

    async def stream(
        self,
        prompt: Sequence[int] | str,
        max_tokens: int,
        sampling: Sampling,
        bias: Mapping[int, float | None],
        stop: Sequence[str] = (),
    ) -> AsyncGenerator[Chunk, None]:
        """One streamed completion. Raises EngineError with a sentence, or _Unavailable where trying again may help."""
        body = self._api.body(prompt, max_tokens, sampling, bias)
        if stop:
            body["stop"] = list(stop)
        try:
            async with self._client().stream("POST", self._api.path, json=body) as response:
                if not response.is_success:
                    text = (await response.aread()).decode("utf-8", "replace")
                    sentence = self._status(response.status_code, _message(text))
                    raise _Unavailable(sentence) if response.status_code in PASSING else EngineError(sentence)
                async for line in response.aiter_lines():
                    field, _, data = line.partition(":")
                    data = data.strip()
                    if field not in ("data", "error") or not data:
                        continue
                    if data == "[DONE]":
                        return
                    record = json.loads(data)
                    if field == "error" or "error" in record:
                        raise EngineError(self._status(500, _message(data)))
                    chunk = self._api.chunk(record)
                    yield chunk
                    if chunk.finished:
                        return
            raise _Unavailable(f"The server at {self.url} broke off in the middle of an answer.")
        except httpx.TransportError as error:
            raise _Unavailable(self._trouble(error)) from error
        except json.JSONDecodeError as error:
            raise EngineError(self._no_such_server()) from error

    # -- sentences

    def _trouble(self, error: Exception) -> str:
        match error:
            case _Unavailable():
                return str(error)
            case httpx.ConnectTimeout():
                return f"The server at {self.url} cannot be reached (no answer within {CONNECT_SECONDS:g} s)."
            case httpx.ConnectError():
                return (
                    f"No server answers at {self.url}. Is it running, and is the address right? "
                    "%mathcoder config engine local goes back to the local model."
                )
            case httpx.TimeoutException():
                return f"The server at {self.url} has sent nothing for {self._stall:g} s; the request was given up."
            case _:
                return f"The connection to the server at {self.url} broke: {error or type(error).__name__}."

    def _no_such_server(self) -> str:
        return (
            f"What answers at {self.url} is no OpenAI-compatible completions server. "
            "The address is that of the server's interface, such as http://localhost:8000/v1"
        )

    def _status(self, status: int, message: str) -> str:
        said = f" It says: {message}" if message else ""
        if status in (401, 403):
            why = "did not accept the key" if self._key else "wants a key"
            return (
                f"The server at {self.url} {why} ({status}). Set the environment variable {KEY_VARIABLE} "
                "before Jupyter starts."
            )
        if status == 404:
            return f"The server at {self.url} does not know what was asked for (404).{said}"
        if status == 429:
            return f"The server at {self.url} is too busy (429). Ask again in a moment.{said}"
        if status >= 500:
            return f"The server at {self.url} failed ({status}). Ask again, or look at its log.{said}"
        return f"The server at {self.url} refused the request ({status}).{said}"


class ServerSession:
    """One conversation (see `protocol.Session`): the ids are kept here and sent whole."""

    def __init__(self, engine: ServerEngine, facts: ModelFacts, ids: Sequence[int], text: Sequence[str] = ()) -> None:
        self._engine, self._facts = engine, facts
        self._ids = list(ids)
        self._text = list(text)  # of a dialect without markers, in parts that must not be joined (see `harmless`)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped: asyncio.Event | None = None

    @property
    def n_tokens(self) -> int:
        """See `Session.n_tokens`; without ids an estimate."""
        return len(self._ids) + _estimate("".join(self._text))

    @property
    def ids(self) -> tuple[int, ...]:
        """See `Session.ids`; empty where the server has no ids."""
        return tuple(self._ids)

    async def count(self, pieces: Sequence[Piece]) -> int:
        """See `Session.count`; without ids an estimate."""
        if self._engine._by_ids:
            return len(await self._engine.ids(pieces))
        return _estimate(_plain(pieces))

    async def generate(
        self, pieces: Sequence[Piece], borders: Borders, *, max_tokens: int, sampling: Sampling
    ) -> AsyncIterator[Generated]:
        """See `Session.generate`. Raises EngineError, with a sentence, where the server fails for good."""
        engine = self._engine
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        fresh = await engine.ids(pieces) if engine._by_ids else []
        needed = len(fresh) if engine._by_ids else _estimate(_plain(pieces))
        available = self._facts.n_ctx - self.n_tokens
        if needed > available:
            raise ContextFull(
                f"This needs {needed:,} tokens, but only {available:,} are left in the model's context. "
                "Ask something shorter, or start afresh with `%mathcoder reset`.",
                needed=needed,
                available=available,
            )
        self._ids += fresh
        if not engine._by_ids:
            await self._write(_plain(pieces))
        if max_tokens == 0:
            yield Ended("length", 0, 0, 0.0, 0.0)
            return
        started = time.perf_counter()
        first_at: float | None = None
        generated = 0
        reason = "length"
        limit = min(max_tokens, available - needed)
        stop_ids, forbidden, first = await self._masks(borders)
        pauses = iter(engine._pauses)
        while generated < limit:
            at_border = first is not None and not generated
            bias: dict[int, float | None] = {}
            if engine._by_ids:
                bias = dict.fromkeys(first or (), FAVOUR) if at_border else dict.fromkeys(sorted(forbidden))
            prompt: Sequence[int] | str = self._ids if engine._by_ids else await engine.prompt(self._text)
            stream = engine.stream(prompt, 1 if at_border else limit - generated, sampling, bias, borders.stop_text)
            ended, before = False, generated
            try:
                async with contextlib.aclosing(_until(stream, self._stopped)) as chunks:
                    async for chunk in chunks:
                        first_at = first_at or time.perf_counter()
                        chunk, stopped = _cut(chunk, stop_ids)
                        count = len(chunk.ids) if chunk.ids is not None else int(bool(chunk.text))
                        self._ids += chunk.ids or ()
                        if not engine._by_ids:
                            self._join(chunk.text)
                        generated += count
                        found = engine.pieces(chunk)
                        if stopped and isinstance(found[-1], str):
                            found = found[:-1]  # what a server wrote behind the marker
                        if found:
                            yield Tokens(found, count)
                        if chunk.overflow:
                            reason, ended = "context_full", True
                        if stopped:
                            reason, ended = "stop", True
                        if ended:
                            break
                        # the server ended of itself, and not at the length that was asked for
                        if chunk.finished and not at_border and generated < limit:
                            reason, ended = "length" if chunk.full else "stop", True
            except _Unavailable as error:
                pause = next(pauses, None)
                if pause is None:
                    raise EngineError(str(error)) from error
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._stopped.wait(), pause)
            else:
                if generated == before and not ended:  # asked again, it would say nothing again, without end
                    reason, ended = "stop", True
            if self._stopped.is_set():
                reason, ended = "aborted", True
            if ended:
                break
        else:
            if generated < max_tokens:
                reason = "context_full"
        now = time.perf_counter()
        first_at = first_at or now
        yield Ended(reason, generated, needed, first_at - started, now - first_at)  # type: ignore[arg-type]

    async def _masks(self, borders: Borders) -> tuple[frozenset[int], frozenset[int], frozenset[int] | None]:
        if not self._engine._by_ids:
            return frozenset(), frozenset(), None

        async def known(names: Iterable[str]) -> frozenset[int]:
            return frozenset(
                [token for name in sorted(names) if (token := await self._engine.marker(name)) is not None]
            )

        stop, forbidden = await known(borders.stop), await known(borders.forbidden)
        if borders.stop and not stop:
            raise ModelFileError("This model lacks the marker tokens of its dialect.")
        return stop, forbidden, None if borders.at_border is None else await known(borders.at_border)

    async def begin(self, *parts: Sequence[Piece]) -> int:
        """See `Session.begin`; it is sent with what follows, and the server's prefix cache is what is kept."""
        for pieces in parts:
            if self._engine._by_ids:
                self._ids += await self._engine.ids(pieces)
            else:
                await self._write(_plain(pieces))
        return 0

    async def _write(self, text: str) -> None:
        """Add a text of the host."""
        parts = await self._engine.harmless(text)
        self._join("".join(parts[:1]))
        self._text += parts[1:]

    def _join(self, text: str) -> None:
        """Add a text to the last part."""
        if text:
            self._text[-1:] = ["".join(self._text[-1:]) + text]

    async def rewind(self, n_tokens: int) -> None:
        """See `Session.rewind`."""
        if not self._engine._by_ids or not 0 <= n_tokens <= len(self._ids):
            raise EngineError(f"Cannot go back to token {n_tokens} of a session of {len(self._ids)} tokens.")
        del self._ids[n_tokens:]

    async def fork(self) -> ServerSession:
        """See `Session.fork`; the shared state is the server's prefix cache."""
        return ServerSession(self._engine, self._facts, self._ids, self._text)

    def stop(self) -> None:
        """See `Session.stop`: the request is aborted."""
        if self._loop is not None and self._stopped is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._stopped.set)

    async def close(self) -> None:
        """See `Session.close`; the server holds nothing of it but its cache."""
        self.stop()


async def _until(stream: AsyncGenerator[Chunk, None], stopped: asyncio.Event) -> AsyncGenerator[Chunk, None]:
    """The chunks of a stream until it is stopped; leaving it closes the request, which ends the work on the server."""
    stopping = asyncio.ensure_future(stopped.wait())
    try:
        while True:
            following = asyncio.ensure_future(_next(stream))
            try:
                await asyncio.wait({following, stopping}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                if not following.done():
                    following.cancel()
                    with contextlib.suppress(asyncio.CancelledError, StopAsyncIteration):
                        await following
            if stopping.done():
                return
            try:
                chunk = following.result()
            except StopAsyncIteration:
                return
            yield chunk
    finally:
        stopping.cancel()
        await stream.aclose()


async def _next(stream: AsyncGenerator[Chunk, None]) -> Chunk:
    return await anext(stream)


def _cut(chunk: Chunk, stop: frozenset[int]) -> tuple[Chunk, bool]:
    """The chunk up to and with the first stop marker, and whether there is one."""
    for place, token in enumerate(chunk.ids or ()):
        if token in stop:
            assert chunk.ids is not None
            return Chunk(chunk.text, chunk.ids[: place + 1], chunk.finished), True
    return chunk, False


def _ids(tokens: Any) -> tuple[int, ...]:
    if not isinstance(tokens, list):
        raise EngineError("The server's tokenizer gave no token ids.")
    return tuple(int(token) for token in tokens)


def _plain(pieces: Sequence[Piece]) -> str:
    if END_OF_SEQUENCE in pieces:
        raise EngineError(
            "Earlier questions cannot be sent to this server in the dialect of its model. "
            "Leave them out with  %mathcoder config context none"
        )
    return "".join(piece if isinstance(piece, str) else piece.name for piece in pieces)


def _estimate(text: str) -> int:
    """Tokens of a text where nobody counts them; rather too many."""
    return (len(text.encode()) + 2) // 3


def _message(text: str) -> str:
    """What a server says of an error, as one short line."""
    with contextlib.suppress(ValueError, AttributeError):
        record = json.loads(text)
        error = record.get("error", record)
        said = error.get("message") or error.get("detail") if isinstance(error, dict) else error
        text = str(said or record.get("detail") or text)
    text = " ".join(text.split())
    return "" if text.startswith("<") else text[:200]
