"""An engine that plays transcripts: for tests and demos of what a maths model never writes (hostile code, widgets,
answers of 2,000 tokens, an engine that dies at a given token). Protocol and process border are those of a real one.

The script is a JSON file: one transcript, or a list of them, one for each question of a conversation (the last one is
repeated). In a dialect with markers and with a temperature above 0 they are alternatives instead, of which the seed
chooses one. Text, code and the end of the message are played; execution blocks are skipped, the host supplies them.
What a turn plays next follows from the conversation's ids alone, so rewinding, forking and rebuilding work as with a
model. Any dialect can be played; in those that are plain text, tokens cut words and fences wherever three bytes end.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal, Protocol

from mathcoder_kernel.engine import model_files
from mathcoder_kernel.engine.decoder import ABORTED, DONE, AbortFlag, DecoderError, Row
from mathcoder_kernel.engine.process import ProcessEngine, Reply
from mathcoder_kernel.engine.protocol import ModelFacts, ModelFileError
from mathcoder_kernel.lce.dialect import Dialect, DialectError, Marker, MathCoderDialect, Piece, dialect
from mathcoder_kernel.lce.pieces import END_OF_SEQUENCE
from mathcoder_kernel.lce.text_dialect import TextDialect
from mathcoder_kernel.lce.transcript import Block, BlockKind, Transcript, TranscriptError

_WORD = 3  # bytes of text in a token


@dataclass(frozen=True, slots=True)
class Faults:
    """What goes wrong. Token counts are of all tokens that the process has generated so far."""

    die_at_token: int | None = None
    die_signal: str = "SIGKILL"
    die_while_loading: bool = False
    hang_in_prefill: bool = False  # until stopped
    deaf: bool = False  # goes on in spite of a stop
    ends_at_code: bool = False  # plain text: ends its message where it should ask for the result of its code


class ScriptedEngine(ProcessEngine):
    """Plays the transcripts of `script` at `tokens_per_second`, in any dialect."""

    def __init__(
        self,
        script: str | Path,
        *,
        tokens_per_second: float = 500.0,
        n_ctx: int = 8192,
        faults: Faults | None = None,
        idle_seconds: float | None = None,
        dialect: str = MathCoderDialect.name,
    ) -> None:
        super().__init__(idle_seconds=idle_seconds)
        self.path = Path(script)
        self._dialect = dialect
        self._speed, self._n_ctx, self.faults = tokens_per_second, n_ctx, faults or Faults()

    def _prepare(self) -> tuple[dict[str, Any], Callable[[Reply], ModelFacts]]:
        read_script(self.path)
        settings = {
            "kind": "scripted",
            "path": str(self.path.absolute()),
            "n_ctx": self._n_ctx,
            "speed": self._speed,
            "dialect": self._dialect,
            "faults": asdict(self.faults),
        }

        def facts(reply: Reply) -> ModelFacts:
            size = self.path.stat().st_size
            digest = model_files.sha256(self.path)
            return ModelFacts("scripted", str(self.path), digest, self._dialect, self._n_ctx, 0, size, "none")

        return settings, facts


def read_script(path: Path) -> list[Transcript]:
    """The transcripts of a script; ModelFileError where it holds none."""
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
        transcripts = [Transcript.from_json(r) for r in (records if isinstance(records, list) else [records])]
    except FileNotFoundError:
        raise ModelFileError(f"There is no script {path}.") from None
    except (OSError, ValueError, TranscriptError) as error:
        raise ModelFileError(f"{path} is no script of transcripts: {error}") from None
    if not transcripts:
        raise ModelFileError(f"{path} holds no transcript to play.")
    return transcripts


class _Play(Protocol):
    """Where in a script a conversation is, as it follows from its tokens."""

    def start(self) -> Any:
        """The place before the first token."""
        ...

    def after(self, place: Any, token: int) -> Any:
        """The place after one more token, whoever wrote it."""
        ...

    def next_token(self, place: Any, seed: int | None = None) -> int:
        """What the model writes at a place; of alternatives, what the seed chooses."""
        ...


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a script with markers."""

    turn: int = -1  # assistant messages begun, from 0
    played: int = 0  # tokens of this turn that the model wrote
    writer: Literal["prompt", "model", "execution"] = "prompt"


class _MarkerPlay:
    """Markers say who writes: what the model wrote so far is counted."""

    def __init__(self, transcripts: Sequence[Transcript], language: Dialect, tokens: _Tokens) -> None:
        self._turns = [
            tokens.of(piece for span in language.encode(t) if span.written_by_model for piece in span.pieces)
            for t in transcripts
        ]
        self._end = tokens.markers["<|endofmessage|>"]
        self._end_block = tokens.markers["<|endofblock|>"]
        self._assistant, self._execution = tokens.markers["<|assistant|>"], tokens.markers["<|execution|>"]
        self._askers = {tokens.markers["<|user|>"], tokens.markers["<|system|>"]}

    def start(self) -> _Place:
        return _Place()

    def after(self, place: _Place, token: int) -> _Place:
        if token == self._assistant:
            return _Place(place.turn + 1, 0, "model")
        if token in self._askers:
            return replace(place, writer="prompt")
        if token == self._execution:
            return replace(place, writer="execution")
        if place.writer == "model":
            return replace(place, played=place.played + 1)
        if place.writer == "execution" and token == self._end_block:
            return replace(place, writer="model")
        return place

    def next_token(self, place: _Place, seed: int | None = None) -> int:
        if place.turn < 0:
            return self._end
        tokens = self._turns[min(place.turn, len(self._turns) - 1) if seed is None else seed % len(self._turns)]
        return tokens[min(place.played, len(tokens) - 1)]


@dataclass(frozen=True, slots=True)
class _TextPlace:
    """A place in a script of plain text."""

    turn: int = -1
    part: int = -1  # of what the model writes between results; -1: in the prompt
    since: bytes = b""  # what was written since then, by anyone


class _TextPlay:
    """In plain text, what was written says where a conversation is: a part of the script, then its result, and so on.

    Texts are compared as bytes, a marker being 0xFF and its number.
    """

    def __init__(
        self, transcripts: Sequence[Transcript], language: TextDialect, tokens: _Tokens, ends_at_code: bool
    ) -> None:
        self._tokens, self._ends_at_code = tokens, ends_at_code
        self._end = tokens.markers[language.template.end.name]
        self._turns = [self._parts(transcript, language) for transcript in transcripts]
        question = "?"
        prompt = self._bytes(language.prompt(question))
        self._asked = prompt[prompt.rindex(question.encode()) + 1 :]
        result = self._bytes(language.result(Block(BlockKind.EXECUTION, "?"), ended=True))
        self._answered = result[result.rindex(b"?") + 1 :]

    def _parts(self, transcript: Transcript, language: TextDialect) -> list[tuple[bytes, bytes]]:
        """What the model writes up to each result: its words and code, and how it asks for the result."""
        parts: list[tuple[bytes, bytes]] = []
        words = asks = b""
        for span in language.encode(_with_results(transcript)):
            if span.role == "execution":
                parts.append((words, asks))
                words = asks = b""
            elif span.role == "code" and len(span.pieces) > 1:
                words += self._bytes(span.pieces[:1])
                asks = self._bytes(span.pieces[1:])
            elif span.written_by_model:
                words += self._bytes(span.pieces)
        return [*parts, (words, b"")]

    def _bytes(self, pieces: Iterable[Piece]) -> bytes:
        return b"".join(self._tokens.flat(token) for token in self._tokens.of(pieces))

    def start(self) -> _TextPlace:
        return _TextPlace()

    def after(self, place: _TextPlace, token: int) -> _TextPlace:
        since = place.since + self._tokens.flat(token)
        parts = self._turns[min(max(place.turn, 0), len(self._turns) - 1)]
        by_host = since if place.part < 0 else since[len(parts[min(place.part, len(parts) - 1)][0]) :]
        if 0 <= place.part < len(parts) - 1:
            if by_host.endswith(self._answered):
                return _TextPlace(place.turn, place.part + 1)
        elif by_host.endswith(self._asked):
            return _TextPlace(place.turn + 1, 0)
        return replace(place, since=since)

    def next_token(self, place: _TextPlace, seed: int | None = None) -> int:
        if place.turn < 0:
            return self._end
        words, asks = self._turns[min(place.turn, len(self._turns) - 1)][place.part]
        rest = (words + (b"" if self._ends_at_code else asks))[len(place.since) :]
        if not rest:
            return self._end
        if rest[0] == 0xFF:
            return rest[1]
        chunk = rest.partition(b"\xff")[0][:_WORD]
        return self._tokens.pack(chunk)


def _with_results(transcript: Transcript) -> Transcript:
    """Every code block with an execution after it: the host will supply one, whatever the script holds."""
    blocks: list[Block] = []
    for block, after in zip(transcript.blocks, (*transcript.blocks[1:], None), strict=False):
        blocks.append(block)
        if block.kind is BlockKind.CODE and (after is None or after.kind is not BlockKind.EXECUTION):
            blocks.append(Block(BlockKind.EXECUTION, ""))
    return replace(transcript, blocks=tuple(blocks))


class _Tokens:
    """A vocabulary without a table: a token of text is up to three bytes, packed; markers are numbered."""

    def __init__(self, language: Dialect) -> None:
        self.names = [*language.markers, END_OF_SEQUENCE.name]
        self.markers = {name: number for number, name in enumerate(self.names)}

    def pack(self, chunk: bytes) -> int:
        return len(chunk) << 24 | int.from_bytes(chunk, "big")

    def text(self, text: str) -> list[int]:
        raw = text.encode("utf-8", "replace")
        return [self.pack(raw[start : start + _WORD]) for start in range(0, len(raw), _WORD)]

    def of(self, pieces: Iterable[Piece]) -> list[int]:
        tokens: list[int] = []
        for piece in pieces:
            tokens += [self.markers[piece.name]] if isinstance(piece, Marker) else self.text(piece)
        return tokens

    def piece(self, token: int) -> bytes | str:
        length = token >> 24
        return (token & 0xFFFFFF).to_bytes(length, "big") if length else self.names[token]

    def flat(self, token: int) -> bytes:
        piece = self.piece(token)
        return piece if isinstance(piece, bytes) else bytes([0xFF, token])


class ScriptedDecoder:
    """`decoder.Decoder` over a script."""

    n_slots, n_batch, n_ubatch = 20, 512, 256
    bos: int | None = None
    layout = ""
    shares = False

    def __init__(self, settings: Mapping[str, Any], abort: AbortFlag) -> None:
        self.n_ctx: int = settings["n_ctx"]
        self._abort, self._seconds = abort, 1 / settings["speed"]
        self._faults = Faults(**settings["faults"])
        language = dialect(settings["dialect"])
        self._tokens = _Tokens(language)
        transcripts = read_script(Path(settings["path"]))
        try:
            self._play: _Play = (
                _TextPlay(transcripts, language, self._tokens, self._faults.ends_at_code)
                if isinstance(language, TextDialect)
                else _MarkerPlay(transcripts, language, self._tokens)
            )
        except DialectError as error:
            raise DecoderError(
                f"The script cannot be played in the dialect {language.name}: {error}.", "model"
            ) from None
        self._held: list[list[Any]] = [[] for _ in range(self.n_slots)]
        self._rows: list[Any] = []
        self._generated = 0
        self.facts: Mapping[str, Any] = {"n_params": 0, "size_bytes": 0, "n_threads": 1, "gpu_layers": 0}
        if self._faults.die_while_loading:
            self._die()

    def prepare(self, *, forks: bool) -> bool:
        return False

    def encode_text(self, text: str, *, after_text: bool = False) -> list[int]:
        return self._tokens.text(text)

    def marker_id(self, name: str) -> int:
        return self._tokens.markers[name]

    def piece(self, token: int) -> bytes | str:
        return self._tokens.piece(token)

    def is_end(self, token: int) -> bool:
        return self._tokens.piece(token) in ("<|endofmessage|>", END_OF_SEQUENCE.name)

    def chooser(
        self, sampling: Mapping[str, Any], forbidden: Iterable[int], first: Iterable[int] | None
    ) -> _ScriptedChooser:
        return _ScriptedChooser(self, sampling["seed"] if sampling["temperature"] > 0 else None)

    def evaluate(self, rows: Sequence[Row]) -> int:
        if self._faults.hang_in_prefill and any(len(row[2]) > 1 for row in rows):
            while not self._aborted():
                time.sleep(0.005)
        deadline = time.perf_counter() + self._seconds * max(1, len(rows) // 4)
        while (left := deadline - time.perf_counter()) > 0 and not self._aborted():
            time.sleep(min(left, 0.01))
        if self._aborted():
            return ABORTED
        self._rows = []
        for slot, position, ids, _wanted in rows:
            places = self._held[slot]
            if position != len(places):
                raise DecoderError(f"Token {position} was fed where token {len(places)} was due.")
            for token in ids:
                places.append(self._play.after(places[-1] if places else self._play.start(), token))
                self._rows.append(places[-1])
        return DONE

    def kept(self, slot: int) -> int:
        return len(self._held[slot])

    def truncate(self, slot: int, n_tokens: int) -> int:
        del self._held[slot][n_tokens:]
        return n_tokens

    def save(self, slot: int, path: str, tokens: Sequence[int]) -> bool:
        """There is no state worth keeping."""
        return False

    def restore(self, slot: int, path: str, tokens: Sequence[int]) -> bool:
        """There is no state worth keeping."""
        return False

    def clear(self) -> None:
        """Nothing is left over."""

    def copy(self, source: int, target: int, start: int = 0, end: int | None = None) -> None:
        self._held[target][start:] = self._held[source][start:end]

    def next_token(self, row: int, seed: int | None = None) -> int:
        """What the script says at this place; of alternatives, what the seed chooses."""
        if self._generated == self._faults.die_at_token:
            self._die()
        self._generated += 1
        return self._play.next_token(self._rows[row], seed)

    def _aborted(self) -> bool:
        return self._abort.is_set and not self._faults.deaf

    def _die(self) -> None:
        os.kill(os.getpid(), getattr(signal, self._faults.die_signal, signal.SIGTERM))


class _ScriptedChooser:
    law = None

    def __init__(self, decoder: ScriptedDecoder, seed: int | None) -> None:
        self._decoder, self._seed = decoder, seed

    def choose(self, row: int) -> int:
        return self._decoder.next_token(row, self._seed)

    def candidates(self, row: int) -> int:
        return self.choose(row)

    def draw(self, candidates: int) -> int:
        return candidates

    def close(self) -> None:
        """Nothing to free."""
