"""An engine that plays transcripts: for tests and demos of what a maths model never writes (hostile code, widgets,
answers of 2,000 tokens, an engine that dies at a given token). Protocol and process border are those of a real one.

The script is a JSON file: one transcript, or a list of them, one for each question of a conversation (the last one is
repeated). With a temperature above 0 they are alternatives instead, of which the seed chooses one. Text, code and the
end of the message are played; execution blocks are skipped, the host supplies them. What a turn plays next follows from
the conversation's ids alone, so rewinding, forking and rebuilding work as with a model.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from mathcoder_kernel.engine import model_files
from mathcoder_kernel.engine.decoder import ABORTED, DONE, AbortFlag, DecoderError, Row
from mathcoder_kernel.engine.process import ProcessEngine, Reply
from mathcoder_kernel.engine.protocol import ModelFacts, ModelFileError
from mathcoder_kernel.lce.dialect import Marker, dialect
from mathcoder_kernel.lce.transcript import Transcript, TranscriptError

_WORD = 3  # bytes of text in a token


@dataclass(frozen=True, slots=True)
class Faults:
    """What goes wrong. Token counts are of all tokens that the process has generated so far."""

    die_at_token: int | None = None
    die_signal: str = "SIGKILL"
    die_while_loading: bool = False
    hang_in_prefill: bool = False  # until stopped
    deaf: bool = False  # goes on in spite of a stop


class ScriptedEngine(ProcessEngine):
    """Plays the transcripts of `script` at `tokens_per_second`, in the MathCoder dialect."""

    def __init__(
        self,
        script: str | Path,
        *,
        tokens_per_second: float = 500.0,
        n_ctx: int = 8192,
        faults: Faults | None = None,
        idle_seconds: float | None = None,
    ) -> None:
        super().__init__(idle_seconds=idle_seconds)
        self.path = Path(script)
        self._speed, self._n_ctx, self.faults = tokens_per_second, n_ctx, faults or Faults()

    def _prepare(self) -> tuple[dict[str, Any], Callable[[Reply], ModelFacts]]:
        read_script(self.path)
        settings = {
            "kind": "scripted",
            "path": str(self.path.absolute()),
            "n_ctx": self._n_ctx,
            "speed": self._speed,
            "faults": asdict(self.faults),
        }

        def facts(reply: Reply) -> ModelFacts:
            size = self.path.stat().st_size
            digest = model_files.sha256(self.path)
            return ModelFacts("scripted", str(self.path), digest, "mathcoder", self._n_ctx, 0, size, "none")

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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the script a conversation is after a token."""

    turn: int = -1  # assistant messages begun, from 0
    played: int = 0  # tokens of this turn that the model wrote
    writer: Literal["prompt", "model", "execution"] = "prompt"


class ScriptedDecoder:
    """`decoder.Decoder` over a script. A token of text is up to three bytes, packed: no table, nothing to keep."""

    n_slots, n_batch, n_ubatch = 20, 512, 256

    def __init__(self, settings: Mapping[str, Any], abort: AbortFlag) -> None:
        self.n_ctx: int = settings["n_ctx"]
        self._abort, self._seconds = abort, 1 / settings["speed"]
        self._faults = Faults(**settings["faults"])
        self._language = dialect("mathcoder")
        self._markers = {name: number for number, name in enumerate(self._language.markers)}
        self._names = list(self._language.markers)
        self._assistant, self._execution = self._markers["<|assistant|>"], self._markers["<|execution|>"]
        self._askers = {self._markers["<|user|>"], self._markers["<|system|>"]}
        self._end_block = self._markers["<|endofblock|>"]
        self._turns = [self._tokens_of(transcript) for transcript in read_script(Path(settings["path"]))]
        self._held: list[list[_Place]] = [[] for _ in range(self.n_slots)]
        self._rows: list[_Place] = []
        self._generated = 0
        self.facts: Mapping[str, Any] = {"n_params": 0, "size_bytes": 0, "n_threads": 1, "gpu_layers": 0}
        if self._faults.die_while_loading:
            self._die()

    def _tokens_of(self, transcript: Transcript) -> list[int]:
        tokens: list[int] = []
        for span in self._language.encode(transcript):
            if span.written_by_model:
                for piece in span.pieces:
                    tokens += [self._markers[piece.name]] if isinstance(piece, Marker) else self.encode_text(piece)
        return tokens

    def encode_text(self, text: str) -> list[int]:
        raw = text.encode("utf-8", "replace")
        chunks = (raw[start : start + _WORD] for start in range(0, len(raw), _WORD))
        return [len(chunk) << 24 | int.from_bytes(chunk, "big") for chunk in chunks]

    def marker_id(self, name: str) -> int:
        return self._markers[name]

    def piece(self, token: int) -> bytes | str:
        length = token >> 24
        return (token & 0xFFFFFF).to_bytes(length, "big") if length else self._names[token]

    def is_end(self, token: int) -> bool:
        return token == self._markers["<|endofmessage|>"]

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
                places.append(self._after(places[-1] if places else _Place(), token))
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

    def copy(self, source: int, target: int) -> None:
        self._held[target] = list(self._held[source])

    def next_token(self, row: int, seed: int | None = None) -> int:
        """What the script says at this place; of alternatives, what the seed chooses."""
        place = self._rows[row]
        if self._generated == self._faults.die_at_token:
            self._die()
        self._generated += 1
        if place.turn < 0:
            return self._markers["<|endofmessage|>"]
        number = min(place.turn, len(self._turns) - 1) if seed is None else seed % len(self._turns)
        tokens = self._turns[number]
        return tokens[min(place.played, len(tokens) - 1)]

    def _after(self, place: _Place, token: int) -> _Place:
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

    def _aborted(self) -> bool:
        return self._abort.is_set and not self._faults.deaf

    def _die(self) -> None:
        os.kill(os.getpid(), getattr(signal, self._faults.die_signal, signal.SIGTERM))


class _ScriptedChooser:
    def __init__(self, decoder: ScriptedDecoder, seed: int | None) -> None:
        self._decoder, self._seed = decoder, seed

    def choose(self, row: int) -> int:
        return self._decoder.next_token(row, self._seed)

    def close(self) -> None:
        """Nothing to free."""
