"""What the engine's process needs of a model, and llama.cpp behind it. Lives in the child process only.

A decoder keeps evaluated tokens in numbered slots (llama.cpp's sequences). It knows nothing of conversations, pipes or
people: `worker` decides what is evaluated when.
"""

from __future__ import annotations

import ctypes
import functools
import importlib.util
import math
import os
import sys
import time
import types
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from mathcoder_kernel.lce.pieces import END_OF_SEQUENCE

DONE, NO_ROOM, ABORTED = 0, 1, 2  # what `evaluate` returns; llama_decode's own codes
N_BATCH = 512  # rows of one decode call: also bounds how long a device without an abort callback goes on
N_UBATCH = 256
SMALLEST_LOG = 3  # llama.cpp's levels: 1 debug, 2 info, 3 warning, 4 error, 5 continued
LOG_LIMIT = 256 * 1024  # bytes of log kept per process
TWO_CACHES_BYTES = 64 * 2**20  # a cache this small is kept while the other kind is in use: making one takes 50 ms
MOST_CANDIDATES = 256  # of one draw, to be kept for other choosers
SCORES_BYTES = 256 * 2**20  # most that attention without llama.cpp's flash attention may need beside the cache

Row = tuple[int, int, Sequence[int], bool]  # slot, position of the first token, tokens, whether the last gives logits


class DecoderError(Exception):
    """A model cannot be loaded or used; the message is for a person. `kind` is "model" or "engine"."""

    def __init__(self, message: str, kind: str = "engine") -> None:
        super().__init__(message)
        self.kind = kind


class AbortFlag:
    """Ends a running `evaluate` early; set from the thread that reads commands.

    llama.cpp asks about once per graph node whether to go on. The C library's `strlen` answers for us: it is 0 on an
    empty string and 1 on a string of one character, so no Python runs inside a decode.
    """

    def __init__(self) -> None:
        self._text = ctypes.create_string_buffer(2)
        self.address = ctypes.addressof(self._text)
        library = ctypes.CDLL("msvcrt" if os.name == "nt" else None)
        self.function = ctypes.cast(library.strlen, ctypes.c_void_p)

    def set(self) -> None:
        self._text[0] = b"!"

    def clear(self) -> None:
        self._text[0] = b"\0"

    @property
    def is_set(self) -> bool:
        return self._text[0] != b"\0"


class Chooser(Protocol):
    """Chooses the tokens of one generation."""

    def choose(self, row: int) -> int:
        """The next token after row `row` of the last `evaluate`."""
        ...

    @property
    def law(self) -> Hashable:
        """What `candidates` depend on beside the row; None where there are none to share."""
        ...

    def candidates(self, row: int) -> Any:
        """What the next token is drawn from, so that other choosers of the same `law` can draw from it too."""
        ...

    def draw(self, candidates: Any) -> int:
        """The next token. `draw(candidates(row))` is what `choose(row)` would have been."""
        ...

    def close(self) -> None:
        """Free it."""
        ...


class Decoder(Protocol):
    """One loaded model. Implements `lce.vocabulary.Vocabulary` beside what follows."""

    n_ctx: int  # tokens of one conversation
    n_slots: int
    n_batch: int
    n_ubatch: int
    shares: bool  # whether a slot can take over a part of another one
    facts: Mapping[str, Any]  # n_params, size_bytes, description, n_threads, gpu_layers
    bos: int | None  # the token that the model was trained to find at the beginning of every text

    @property
    def layout(self) -> str:
        """Of the cache: a state that was saved with another one cannot be restored."""
        ...

    def prepare(self, *, forks: bool) -> bool:
        """Be ready for a conversation with forks, or for one without; True if all slots are empty for it now."""
        ...

    def encode_text(self, text: str, *, after_text: bool = False) -> list[int]:
        """`after_text`: other text stands right before it."""
        ...

    def marker_id(self, name: str) -> int: ...

    def piece(self, token: int) -> bytes | str: ...

    def is_end(self, token: int) -> bool:
        """True for a token that ends what a model generates, whatever the dialect."""
        ...

    def chooser(self, sampling: Mapping[str, Any], forbidden: Iterable[int], first: Iterable[int] | None) -> Chooser:
        """`forbidden` tokens are never chosen; the first choice is among `first` where given."""
        ...

    def evaluate(self, rows: Sequence[Row]) -> int:
        """Evaluate at most `n_batch` tokens; DONE, NO_ROOM (nothing happened) or ABORTED (see `kept`)."""
        ...

    def kept(self, slot: int) -> int:
        """How many tokens a slot holds."""
        ...

    def truncate(self, slot: int, n_tokens: int) -> int:
        """Drop what follows the first `n_tokens`; returns how many are left, which may be fewer (0)."""
        ...

    def save(self, slot: int, path: str, tokens: Sequence[int]) -> bool:
        """Write the state of a slot, which holds `tokens`, to a file; False where that is not possible."""
        ...

    def restore(self, slot: int, path: str, tokens: Sequence[int]) -> bool:
        """Fill an empty slot from a file that `save` wrote, whole and for the same model and settings: the caller has
        verified that, since llama.cpp ends the process for a damaged one. False where it holds other tokens."""
        ...

    def clear(self) -> None:
        """Begin as new; all slots are empty. What is evaluated next lies in the cache in order: sums over it, and so
        the last digits of what follows, do not depend on what was there before."""
        ...

    def copy(self, source: int, target: int, start: int = 0, end: int | None = None) -> None:
        """Make the slot `target`, which holds `start` tokens, hold those of `source` up to `end` (None: all) too. Where
        slots cannot share parts, only all of it."""
        ...


def low_level() -> types.ModuleType:
    """llama_cpp.llama_cpp alone: the package's own __init__ would import numpy, jinja2 and more (0.15 s)."""
    if "llama_cpp" not in sys.modules:
        spec = importlib.util.find_spec("llama_cpp")
        if spec is None or spec.submodule_search_locations is None:
            raise DecoderError(
                "llama-cpp-python is not installed in this environment; `pip install llama-cpp-python` adds it."
            )
        package = types.ModuleType("llama_cpp")
        package.__path__ = list(spec.submodule_search_locations)
        package.__spec__ = spec
        sys.modules["llama_cpp"] = package
    try:
        from llama_cpp import llama_cpp
    except (ImportError, OSError, RuntimeError) as error:
        raise DecoderError(f"The llama.cpp library cannot be loaded: {error}") from error
    return llama_cpp


def physical_cores() -> int:
    """Cores this process may use, hyper-threads counted once, container limits respected."""
    allowed: set[int] | None = None
    if hasattr(os, "sched_getaffinity"):
        allowed = os.sched_getaffinity(0)
    cores: set[tuple[str, str]] = set()
    for cpu in allowed or ():
        topology = f"/sys/devices/system/cpu/cpu{cpu}/topology/"
        try:
            with open(topology + "physical_package_id") as package, open(topology + "core_id") as core:
                cores.add((package.read(), core.read()))
        except OSError:
            cores.clear()
            break
    count = len(cores) or _darwin_cores() or len(allowed or ()) or max(1, (os.cpu_count() or 2) // 2)
    try:
        with open("/sys/fs/cgroup/cpu.max") as limit:
            quota, period = limit.read().split()
        if quota != "max":
            count = min(count, max(1, int(quota) // int(period)))
    except (OSError, ValueError):
        pass
    return max(1, count)


def _darwin_cores() -> int:
    """Performance cores of a Mac; 0 elsewhere."""
    if sys.platform != "darwin":
        return 0
    value, size = ctypes.c_int32(0), ctypes.c_size_t(4)
    library = ctypes.CDLL(None)
    for name in (b"hw.perflevel0.physicalcpu", b"hw.physicalcpu"):
        if library.sysctlbyname(name, ctypes.byref(value), ctypes.byref(size), None, ctypes.c_size_t(0)) == 0:
            return value.value
    return 0


class LlamaDecoder:
    """A GGUF model in llama.cpp, on its low-level interface (research notes on speed: one decode call and one sampler
    call per token, nothing copied). Slots share one unified KV cache of `n_pool` tokens."""

    def __init__(self, settings: Mapping[str, Any], abort: AbortFlag) -> None:
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # spinning threads on busy cores cost up to x50
        os.environ["GGML_NO_BACKTRACE"] = "1"  # ggml would start a debugger
        self._l = lib = low_level()
        self._log_bytes = 0
        self._log_callback = lib.llama_log_callback(self._log)
        lib.llama_log_set(self._log_callback, ctypes.c_void_p(0))
        lib.llama_backend_init()
        self._abort = abort
        self.n_batch, self.n_ubatch = N_BATCH, N_UBATCH
        self.n_slots: int = settings["n_slots"]
        self._settings = settings
        self._flash: bool | None = None
        self._other: Any = None  # the context of the kind that is not in use
        self._batch_threads = threads = settings.get("n_threads") or max(1, physical_cores() - 1)
        self._model, self._ctx, gpu_layers = self._load(settings, threads)
        self._vocab = lib.llama_model_get_vocab(self._model)
        self._memory = lib.llama_get_memory(self._ctx)
        self.n_vocab: int = lib.llama_vocab_n_tokens(self._vocab)
        self.n_ctx: int = settings["n_ctx"]
        self._pieces: dict[int, bytes | str] = {}
        # The state of a recurrent model is that after its last token: there is no part to take over.
        self.shares = not (lib.llama_model_is_recurrent(self._model) or lib.llama_model_is_hybrid(self._model))
        self._vocabulary: Vocabulary | None = None
        adds_bos = lib.llama_vocab_get_add_bos(self._vocab)
        self.bos: int | None = int(lib.llama_vocab_bos(self._vocab)) if adds_bos else None
        self._prepare_batch()
        threads = self._try_out(threads, calibrate=not settings.get("n_threads"))
        self.facts: Mapping[str, Any] = {
            "n_params": lib.llama_model_n_params(self._model),
            "size_bytes": lib.llama_model_size(self._model),
            "n_threads": threads,
            "gpu_layers": gpu_layers,
            "n_pool": lib.llama_n_ctx(self._ctx),
        }

    # -- loading

    def _load(self, settings: Mapping[str, Any], threads: int) -> tuple[Any, Any, int]:
        """The model and its context, with as many layers on a GPU as fit (all, then half, …, then none)."""
        lib = self._l
        wanted = settings.get("n_gpu_layers", -1) if lib.llama_supports_gpu_offload() else 0
        layers = settings["n_layers"] + 1 if wanted < 0 else wanted  # one more: the output layer
        while True:
            params = lib.llama_model_default_params()
            params.n_gpu_layers = layers
            # Repacked copies of weights would not be shared between kernels, double the memory and slow the start; and
            # on CPUs with AMX they crash any prompt of two tokens (ggml-org/llama.cpp issue 20824).
            params.use_extra_bufts = False
            model = lib.llama_model_load_from_file(os.fsencode(settings["path"]), params)
            if model:
                self._flash = self._flash_attention(model, layers)
                context = self._context(model, threads)
                if context:
                    return model, context, layers
                lib.llama_model_free(model)
            if layers == 0:
                break
            layers //= 2
        if model:
            raise DecoderError(
                f"There is not enough memory for a context of {settings['n_pool']:,} tokens; set a smaller n_ctx."
            )
        raise DecoderError(
            "llama.cpp could not load this model file: it is damaged, or of a kind that this version does not know.",
            "model",
        )

    def _flash_attention(self, model: Any, gpu_layers: int) -> bool | None:
        """Whether conversations without forks use flash attention; None: as llama.cpp thinks best, forks too.

        On CPUs it is slow (1,500 tokens into a text, a token took 1.7 to 2.8 times as long), but it skips what belongs
        to other conversations, so that a fork's numbers do not depend on how the forks' tokens are mixed in the cache.
        """
        scores = self.n_ubatch * self._settings["n_pool"] * self._l.llama_model_n_head(model) * 4
        return None if gpu_layers or scores > SCORES_BYTES else False

    def prepare(self, *, forks: bool) -> bool:
        if self._flash is None or self._flash == forks:
            return False
        lib = self._l
        self.clear()
        other, self._other = self._other, None
        if self._settings["cache_bytes"] <= TWO_CACHES_BYTES:
            self._other = self._ctx
        else:
            lib.llama_free(self._ctx)
        self._flash, threads = forks, self.facts["n_threads"]
        self._ctx = other or self._context(self._model, threads)
        if not self._ctx:
            raise MemoryError  # nothing is left to go on with: this process ends, and the next question starts another
        lib.llama_set_n_threads(self._ctx, threads, self._batch_threads)
        self._memory = lib.llama_get_memory(self._ctx)
        return True

    @property
    def layout(self) -> str:
        return f"{self.facts['n_pool']} {'auto' if self._flash is None else 'flash' if self._flash else 'plain'}"

    def _context(self, model: Any, threads: int) -> Any:
        lib, settings = self._l, self._settings
        params = lib.llama_context_default_params()
        params.n_ctx = settings["n_pool"]
        params.n_batch, params.n_ubatch = self.n_batch, self.n_ubatch
        params.n_seq_max = self.n_slots
        params.kv_unified = True
        params.n_threads = params.n_threads_batch = threads
        params.flash_attn_type = {
            None: lib.LLAMA_FLASH_ATTN_TYPE_AUTO,
            True: lib.LLAMA_FLASH_ATTN_TYPE_ENABLED,
            False: lib.LLAMA_FLASH_ATTN_TYPE_DISABLED,
        }[self._flash]
        params.type_k = params.type_v = lib.GGML_TYPE_F16
        params.abort_callback = ctypes.cast(self._abort.function, lib.ggml_abort_callback)
        params.abort_callback_data = self._abort.address
        params.no_perf = True
        return lib.llama_init_from_model(model, params)

    def _log(self, level: int, text: bytes, _data: object) -> None:
        if level >= SMALLEST_LOG and self._log_bytes < LOG_LIMIT:
            self._log_bytes += len(text)
            os.write(2, text)

    def _try_out(self, threads: int, *, calibrate: bool) -> int:
        """Decode a known prompt: logits must be finite numbers that differ. Also chooses the number of threads."""
        lib = self._l
        ids = self.encode_text("1 + 1 = 2")[:8] or [0]
        if self.evaluate([(0, 0, ids, True)]) != DONE:
            raise DecoderError("The model could not evaluate a short text; its file is probably damaged.", "model")
        logits = (ctypes.c_float * self.n_vocab).from_address(
            ctypes.addressof(lib.llama_get_logits_ith(self._ctx, -1).contents)
        )
        if not math.isfinite(sum(logits)) or max(logits) == min(logits):
            raise DecoderError(
                "The model's weights are damaged (its numbers are not finite); copy or download the file again.",
                "model",
            )
        if calibrate and threads > 1:
            threads = self._fastest(sorted({threads, max(1, threads * 3 // 4), max(1, threads // 2)}, reverse=True))
            lib.llama_set_n_threads(self._ctx, threads, self._batch_threads)
        lib.llama_memory_clear(self._memory, False)
        return threads

    def _fastest(self, candidates: Sequence[int]) -> int:
        """The number of threads with the shortest median of 5 single-token decodes, within 0.3 s in all."""
        best, best_time = candidates[0], math.inf
        deadline = time.perf_counter() + 0.3
        for count in candidates:
            self._l.llama_set_n_threads(self._ctx, count, count)
            times = []
            for _ in range(5):
                self.truncate(0, 1)
                start = time.perf_counter()
                self.evaluate([(0, 1, [0], True)])
                times.append(time.perf_counter() - start)
            median = sorted(times)[2]
            if median < best_time * 0.95:
                best, best_time = count, median
            if time.perf_counter() > deadline:
                break
        return best

    # -- vocabulary

    def encode_text(self, text: str, *, after_text: bool = False) -> list[int]:
        if after_text and self._line_ids is not None:
            # SentencePiece puts a space before every text; a line break in front takes it, and is cut off again.
            return self._tokenize("\n" + text, special=False)[len(self._line_ids) :]
        return self._tokenize(text, special=False)

    @functools.cached_property
    def _line_ids(self) -> list[int] | None:
        """Ids of a lone line break where the tokenizer puts a space before a text; None where it does not."""
        line = self._tokenize("\n", special=False)
        text = b"".join(piece for token in line if isinstance(piece := self.piece(token), bytes))
        return line if text != b"\n" else None

    def marker_id(self, name: str) -> int:
        if name == END_OF_SEQUENCE.name:
            return int(self._l.llama_vocab_eos(self._vocab))
        ids = self._tokenize(name, special=True)
        if len(ids) != 1 or self.piece(ids[0]) != name:
            raise KeyError(name)
        return ids[0]

    def piece(self, token: int) -> bytes | str:
        known = self._pieces.get(token)
        if known is None:
            known = self._pieces[token] = self._piece(token)
        return known

    def is_end(self, token: int) -> bool:
        return bool(self._l.llama_vocab_is_eog(self._vocab, token))

    def _tokenize(self, text: str, *, special: bool) -> list[int]:
        raw = text.encode("utf-8", "replace")
        room = len(raw) + 16
        ids = (ctypes.c_int32 * room)()
        count = self._l.llama_tokenize(self._vocab, raw, len(raw), ids, room, False, special)
        if count < 0:
            raise DecoderError("This text could not be turned into tokens.")
        return ids[:count]

    def _piece(self, token: int) -> bytes | str:
        lib = self._l
        if lib.llama_vocab_is_control(self._vocab, token) or lib.llama_vocab_is_eog(self._vocab, token):
            return str(lib.llama_vocab_get_text(self._vocab, token).decode("utf-8", "replace"))
        room = 256
        while True:
            buffer = ctypes.create_string_buffer(room)
            count = lib.llama_token_to_piece(self._vocab, token, buffer, room, 0, False)
            if count >= 0:
                return buffer.raw[:count]
            room = -count

    # -- evaluation

    def _prepare_batch(self) -> None:
        lib, n = self._l, self.n_batch
        self._tokens, self._positions = (ctypes.c_int32 * n)(), (ctypes.c_int32 * n)()
        self._counts, self._slots = (ctypes.c_int32 * n)(*[1] * n), (ctypes.c_void_p * n)()
        self._wanted = (ctypes.c_int8 * n)()
        self._slot_numbers = (ctypes.c_int32 * self.n_slots)(*range(self.n_slots))
        base = ctypes.addressof(self._slot_numbers)
        self._slot_address = [base + 4 * slot for slot in range(self.n_slots)]
        batch = self._batch = lib.llama_batch()
        batch.token = ctypes.cast(self._tokens, type(batch.token))
        batch.embd = None
        batch.pos = ctypes.cast(self._positions, type(batch.pos))
        batch.n_seq_id = ctypes.cast(self._counts, type(batch.n_seq_id))
        batch.seq_id = ctypes.cast(self._slots, type(batch.seq_id))
        batch.logits = ctypes.cast(self._wanted, type(batch.logits))
        self._decode = lib.llama_decode

    def evaluate(self, rows: Sequence[Row]) -> int:
        filled = 0
        for slot, position, ids, wanted in rows:
            count = len(ids)
            if count == 1:
                self._tokens[filled] = ids[0]
                self._positions[filled] = position
                self._slots[filled] = self._slot_address[slot]
                self._wanted[filled] = wanted
                filled += 1
                continue
            end = filled + count
            self._tokens[filled:end] = list(ids)
            self._positions[filled:end] = list(range(position, position + count))
            self._slots[filled:end] = [self._slot_address[slot]] * count
            self._wanted[filled:end] = [0] * count
            self._wanted[end - 1] = wanted
            filled = end
        batch = self._batch
        batch.n_tokens = filled
        code: int = self._decode(self._ctx, batch)
        if code in (DONE, NO_ROOM, ABORTED):
            return code
        raise DecoderError(f"llama.cpp could not evaluate the text (code {code}).")

    def kept(self, slot: int) -> int:
        return int(self._l.llama_memory_seq_pos_max(self._memory, slot)) + 1

    def truncate(self, slot: int, n_tokens: int) -> int:
        if self._l.llama_memory_seq_rm(self._memory, slot, n_tokens, -1):
            return n_tokens
        self._l.llama_memory_seq_rm(self._memory, slot, -1, -1)  # recurrent models cannot forget a part
        return 0

    def save(self, slot: int, path: str, tokens: Sequence[int]) -> bool:
        array = (ctypes.c_int32 * len(tokens))(*tokens)
        return bool(self._l.llama_state_seq_save_file(self._ctx, os.fsencode(path), slot, array, len(tokens)))

    def restore(self, slot: int, path: str, tokens: Sequence[int]) -> bool:
        array, count = (ctypes.c_int32 * len(tokens))(), ctypes.c_size_t(0)
        done = self._l.llama_state_seq_load_file(
            self._ctx, os.fsencode(path), slot, array, len(tokens), ctypes.byref(count)
        )
        if done and list(array[: count.value]) == list(tokens) and self.kept(slot) == len(tokens):
            return True
        self.truncate(slot, 0)
        return False

    def clear(self) -> None:
        self._l.llama_memory_clear(self._memory, False)

    def copy(self, source: int, target: int, start: int = 0, end: int | None = None) -> None:
        self._l.llama_memory_seq_cp(self._memory, source, target, start or -1, -1 if end is None else end)

    # -- sampling

    def chooser(self, sampling: Mapping[str, Any], forbidden: Iterable[int], first: Iterable[int] | None) -> Chooser:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._l, self.n_vocab)
        return _LlamaChooser(self._l, self._ctx, self._vocabulary, sampling, forbidden, first)


class Vocabulary:
    """Room for all tokens with their logits, as samplers take them. One for all choosers."""

    def __init__(self, lib: Any, size: int) -> None:
        self.size = size
        self._l = lib
        self._ids = (lib.llama_token_data * size)(*[(token, 0.0, 0.0) for token in range(size)])
        self._data = (lib.llama_token_data * size)()
        self._logits = memoryview(self._data).cast("B").cast("f")[1::3]  # id, logit, p: four bytes each

    def filled(self, logits: Any) -> Any:
        """All tokens with these logits (a pointer); valid until the next call."""
        ctypes.memmove(self._data, self._ids, ctypes.sizeof(self._ids))
        row = (ctypes.c_float * self.size).from_address(ctypes.addressof(logits.contents))
        self._logits[:] = memoryview(row).cast("B").cast("f")
        return self._data


class _LlamaChooser:
    """A sampler chain: forbidden tokens, then greedy, or top_k, top_p, temperature and a seeded draw."""

    def __init__(
        self,
        lib: Any,
        ctx: Any,
        vocabulary: Vocabulary,
        sampling: Mapping[str, Any],
        forbidden: Iterable[int],
        first: Iterable[int] | None,
    ) -> None:
        self._l, self._ctx, self._vocabulary = lib, ctx, vocabulary
        self._first = None if first is None else tuple(sorted(first))
        self._chain = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
        self._sample = lib.llama_sampler_sample
        barred = sorted(forbidden)
        if barred:
            array = (lib.llama_logit_bias * len(barred))(*[lib.llama_logit_bias(token, -math.inf) for token in barred])
            lib.llama_sampler_chain_add(
                self._chain, lib.llama_sampler_init_logit_bias(vocabulary.size, len(barred), array)
            )
        self._biased = bool(barred)
        self._greedy = greedy = sampling["temperature"] <= 0
        if greedy:
            self._add(lib.llama_sampler_init_greedy())
        else:
            if sampling["top_k"] > 0:
                self._add(lib.llama_sampler_init_top_k(sampling["top_k"]))
            if sampling["top_p"] < 1:
                self._add(lib.llama_sampler_init_top_p(sampling["top_p"], 1))
            self._add(lib.llama_sampler_init_temp(sampling["temperature"]))
            self._add(lib.llama_sampler_init_dist(sampling["seed"] & 0xFFFFFFFF))
        last = lib.llama_sampler_chain_n(self._chain) - 1
        self._filters = [lib.llama_sampler_chain_get(self._chain, index) for index in range(last)]
        self._last = lib.llama_sampler_chain_get(self._chain, last)
        self._law: tuple[Any, ...] | None = None
        if greedy or 0 < sampling["top_k"] <= MOST_CANDIDATES:
            names = ("temperature",) if greedy else ("temperature", "top_k", "top_p")
            self._law = (tuple(barred), *(sampling[name] for name in names))

    def _add(self, sampler: Any) -> None:
        self._l.llama_sampler_chain_add(self._chain, sampler)

    def choose(self, row: int) -> int:
        if self._first is not None:
            return self.draw(self.candidates(row))
        token: int = self._sample(self._chain, self._ctx, row)
        return token

    @property
    def law(self) -> Hashable:
        return None if self._law is None else (self._first, *self._law)

    def candidates(self, row: int) -> tuple[bytes, bool]:
        """The structs of the tokens that the filters leave, and whether they are sorted."""
        lib = self._l
        logits = lib.llama_get_logits_ith(self._ctx, row)
        filters = self._filters
        if self._first is None:
            data, size = self._vocabulary.filled(logits), self._vocabulary.size
        else:  # the few tokens allowed here, without the bias, which is for what comes later
            data = (lib.llama_token_data * len(self._first))(*[(token, logits[token], 0.0) for token in self._first])
            size, filters = len(self._first), filters[int(self._biased) :]
        array = lib.llama_token_data_array(ctypes.cast(data, lib.llama_token_data_p), size, -1, False)
        for each in filters:
            lib.llama_sampler_apply(each, ctypes.byref(array))
        if self._greedy:  # nothing is drawn: the best one is enough, not the vocabulary
            lib.llama_sampler_apply(self._last, ctypes.byref(array))
            return bytes(array.data[array.selected]), True
        return ctypes.string_at(array.data, array.size * ctypes.sizeof(lib.llama_token_data)), array.sorted

    def draw(self, candidates: tuple[bytes, bool]) -> int:
        lib = self._l
        self._first = None
        structs, is_sorted = candidates
        data = ctypes.create_string_buffer(structs, len(structs))
        size = len(structs) // ctypes.sizeof(lib.llama_token_data)
        array = lib.llama_token_data_array(ctypes.cast(data, lib.llama_token_data_p), size, -1, is_sorted)
        lib.llama_sampler_apply(self._last, ctypes.byref(array))
        token = int(array.data[array.selected].id)
        lib.llama_sampler_accept(self._chain, token)
        return token

    def close(self) -> None:
        if self._chain:
            self._l.llama_sampler_free(self._chain)
            self._chain = None
